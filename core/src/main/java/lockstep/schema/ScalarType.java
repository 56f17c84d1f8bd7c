package lockstep.schema;

/// The types known by name, spelled as `format_type` prints them (PostgreSQL 18).
public enum ScalarType {
  SMALLINT("smallint"),
  INTEGER("integer"),
  BIGINT("bigint"),
  REAL("real"),
  DOUBLE_PRECISION("double precision"),
  NUMERIC("numeric"),
  MONEY("money"),
  BOOLEAN("boolean"),
  TEXT("text"),
  VARCHAR("character varying"),
  CHAR("character"),
  NAME("name"),
  CITEXT("citext"),
  BYTEA("bytea"),
  UUID("uuid"),
  XML("xml"),
  JSON("json"),
  JSONB("jsonb"),
  JSONPATH("jsonpath"),
  DATE("date"),
  TIME("time without time zone"),
  TIMETZ("time with time zone"),
  TIMESTAMP("timestamp without time zone"),
  TIMESTAMPTZ("timestamp with time zone"),
  INTERVAL("interval"),
  BIT("bit"),
  VARBIT("bit varying"),
  INET("inet"),
  CIDR("cidr"),
  MACADDR("macaddr"),
  MACADDR8("macaddr8"),
  OID("oid"),
  TSVECTOR("tsvector"),
  TSQUERY("tsquery"),
  POINT("point"),
  LINE("line"),
  LSEG("lseg"),
  BOX("box"),
  PATH("path"),
  POLYGON("polygon"),
  CIRCLE("circle"),
  INT4RANGE("int4range"),
  INT8RANGE("int8range"),
  NUMRANGE("numrange"),
  TSRANGE("tsrange"),
  TSTZRANGE("tstzrange"),
  DATERANGE("daterange"),
  INT4MULTIRANGE("int4multirange"),
  INT8MULTIRANGE("int8multirange"),
  NUMMULTIRANGE("nummultirange"),
  TSMULTIRANGE("tsmultirange"),
  TSTZMULTIRANGE("tstzmultirange"),
  DATEMULTIRANGE("datemultirange"),
  /// From the extension `hstore`.
  HSTORE("hstore"),
  /// From the extension `ltree`.
  LTREE("ltree"),
  /// From the extension `vector` (pgvector 0.8).
  VECTOR("vector"),
  /// From the extension `vector` (pgvector 0.8).
  HALFVEC("halfvec"),
  /// From the extension `vector` (pgvector 0.8).
  SPARSEVEC("sparsevec");

  private final String sql;

  ScalarType(String sql) {
    this.sql = sql;
  }

  /// Returns the name that `format_type` prints, without modifiers.
  public String sql() {
    return sql;
  }
}

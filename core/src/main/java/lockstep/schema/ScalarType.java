package lockstep.schema;

import java.util.Optional;

/// The types known by name, spelled as `format_type` prints them (PostgreSQL 18).
public enum ScalarType {
  SMALLINT("smallint"),
  INTEGER("integer"),
  BIGINT("bigint"),
  REAL("real"),
  DOUBLE_PRECISION("double precision"),
  NUMERIC("numeric", 2),
  MONEY("money"),
  BOOLEAN("boolean"),
  TEXT("text"),
  VARCHAR("character varying", 1),
  CHAR("character", 1),
  NAME("name"),
  CITEXT("citext", 0, "citext"),
  BYTEA("bytea"),
  UUID("uuid"),
  XML("xml"),
  JSON("json"),
  JSONB("jsonb"),
  JSONPATH("jsonpath"),
  DATE("date"),
  TIME("time without time zone", 1),
  TIMETZ("time with time zone", 1),
  TIMESTAMP("timestamp without time zone", 1),
  TIMESTAMPTZ("timestamp with time zone", 1),
  INTERVAL("interval", 1),
  BIT("bit", 1),
  VARBIT("bit varying", 1),
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
  HSTORE("hstore", 0, "hstore"),
  /// From the extension `ltree`.
  LTREE("ltree", 0, "ltree"),
  /// From the extension `vector` (pgvector 0.8).
  VECTOR("vector", 1, "vector"),
  /// From the extension `vector` (pgvector 0.8).
  HALFVEC("halfvec", 1, "vector"),
  /// From the extension `vector` (pgvector 0.8).
  SPARSEVEC("sparsevec", 1, "vector");

  private final String sql;
  private final int modifiers;
  private final Optional<String> extension;

  ScalarType(String sql) {
    this(sql, 0);
  }

  ScalarType(String sql, int modifiers) {
    this.sql = sql;
    this.modifiers = modifiers;
    this.extension = Optional.empty();
  }

  ScalarType(String sql, int modifiers, String extension) {
    this.sql = sql;
    this.modifiers = modifiers;
    this.extension = Optional.of(extension);
  }

  /// Returns the name that `format_type` prints, without modifiers.
  public String sql() {
    return sql;
  }

  /// Returns how many modifiers it takes at most, as 2 for `numeric(10, 2)`.
  public int modifiers() {
    return modifiers;
  }

  /// Returns the extension that brings it; empty for a built-in type.
  public Optional<String> extension() {
    return extension;
  }
}

package lockstep.schema;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The operator class that an index uses for a type unless told otherwise (PostgreSQL 18,
/// `pg_opclass.opcdefault`; pgvector, citext, hstore and ltree for their types).
///
/// A catalog does not tell a named default from one that nobody named, so neither does a [Schema].
public final class DefaultOperatorClass {
  private static final Map<ScalarType, String> ORDERED = ordered();

  private DefaultOperatorClass() {}

  /// Returns the name of the class; empty where the method has none for the type, or where it is
  /// not known here.
  ///
  /// @param method as in `btree`
  public static Optional<String> of(String method, ColumnType type) {
    return switch (method) {
      case "btree", "hash" -> equality(type);
      case "gin" -> gin(type);
      case "gist" -> gist(type);
      case "spgist" -> spgist(type);
      case "brin" -> equality(type).flatMap(DefaultOperatorClass::brin);
      default -> Optional.empty();
    };
  }

  private static Optional<String> equality(ColumnType type) {
    return switch (type) {
      case ColumnType.Scalar(var scalar, _) -> Optional.ofNullable(ORDERED.get(scalar));
      case ColumnType.Enumerated _ -> Optional.of("enum_ops");
      case ColumnType.Array _ -> Optional.of("array_ops");
      case ColumnType.Composite _ -> Optional.of("record_ops");
      case ColumnType.Range _, ColumnType.OfDomain _, ColumnType.Opaque _ -> Optional.empty();
    };
  }

  private static Optional<String> gin(ColumnType type) {
    return switch (type) {
      case ColumnType.Array _ -> Optional.of("array_ops");
      case ColumnType.Scalar(var scalar, _) ->
          switch (scalar) {
            case JSONB -> Optional.of("jsonb_ops");
            case TSVECTOR -> Optional.of("tsvector_ops");
            case HSTORE -> Optional.of("gin_hstore_ops");
            default -> Optional.empty();
          };
      case ColumnType.Enumerated _,
          ColumnType.OfDomain _,
          ColumnType.Composite _,
          ColumnType.Range _,
          ColumnType.Opaque _ ->
          Optional.empty();
    };
  }

  private static Optional<String> gist(ColumnType type) {
    return scalar(type)
        .flatMap(
            it ->
                switch (it) {
                  case POINT, BOX, CIRCLE -> Optional.of(it.sql() + "_ops");
                  case POLYGON -> Optional.of("poly_ops");
                  case TSVECTOR, TSQUERY -> Optional.of(it.sql() + "_ops");
                  case LTREE -> Optional.of("gist_ltree_ops");
                  case HSTORE -> Optional.of("gist_hstore_ops");
                  default -> range(it);
                });
  }

  private static Optional<String> spgist(ColumnType type) {
    return scalar(type)
        .flatMap(
            it ->
                switch (it) {
                  case TEXT, VARCHAR -> Optional.of("text_ops");
                  case INET, CIDR -> Optional.of("inet_ops");
                  case POINT -> Optional.of("quad_point_ops");
                  case BOX -> Optional.of("box_ops");
                  case POLYGON -> Optional.of("poly_ops");
                  default -> range(it).filter("range_ops"::equals);
                });
  }

  private static Optional<String> brin(String equality) {
    return switch (equality) {
      case "bool_ops", "enum_ops", "array_ops", "jsonb_ops", "money_ops" -> Optional.empty();
      case "inet_ops", "range_ops" -> Optional.of(equality.replace("_ops", "_inclusion_ops"));
      default -> Optional.of(equality.replace("_ops", "_minmax_ops"));
    };
  }

  private static Optional<ScalarType> scalar(ColumnType type) {
    return type instanceof ColumnType.Scalar(var scalar, _)
        ? Optional.of(scalar)
        : Optional.empty();
  }

  private static Optional<String> range(ScalarType type) {
    return Optional.ofNullable(ORDERED.get(type)).filter(it -> it.endsWith("range_ops"));
  }

  private static Map<ScalarType, String> ordered() {
    var classes = new EnumMap<ScalarType, String>(ScalarType.class);
    for (var type : ScalarType.values()) {
      switch (type) {
        case SMALLINT -> classes.put(type, "int2_ops");
        case INTEGER -> classes.put(type, "int4_ops");
        case BIGINT -> classes.put(type, "int8_ops");
        case REAL -> classes.put(type, "float4_ops");
        case DOUBLE_PRECISION -> classes.put(type, "float8_ops");
        case BOOLEAN -> classes.put(type, "bool_ops");
        case VARCHAR -> classes.put(type, "text_ops");
        case CHAR -> classes.put(type, "bpchar_ops");
        case CIDR -> classes.put(type, "inet_ops");
        case VARBIT -> classes.put(type, "varbit_ops");
        case TIME -> classes.put(type, "time_ops");
        case TIMETZ -> classes.put(type, "timetz_ops");
        case TIMESTAMP -> classes.put(type, "timestamp_ops");
        case TIMESTAMPTZ -> classes.put(type, "timestamptz_ops");
        case INT4RANGE, INT8RANGE, NUMRANGE, TSRANGE, TSTZRANGE, DATERANGE ->
            classes.put(type, "range_ops");
        case INT4MULTIRANGE,
            INT8MULTIRANGE,
            NUMMULTIRANGE,
            TSMULTIRANGE,
            TSTZMULTIRANGE,
            DATEMULTIRANGE ->
            classes.put(type, "multirange_ops");
        case NUMERIC,
            MONEY,
            TEXT,
            NAME,
            CITEXT,
            BYTEA,
            UUID,
            JSONB,
            DATE,
            INTERVAL,
            BIT,
            INET,
            MACADDR,
            MACADDR8,
            OID,
            TSVECTOR,
            TSQUERY,
            HSTORE,
            LTREE,
            VECTOR,
            HALFVEC,
            SPARSEVEC ->
            classes.put(type, type.sql() + "_ops");
        case XML, JSON, JSONPATH, POINT, LINE, LSEG, BOX, PATH, POLYGON, CIRCLE -> {}
      }
    }
    return classes;
  }
}

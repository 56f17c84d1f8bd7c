package lockstep.psl.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.schema.ScalarType;

/// The database types that PSL has a word for (Prisma 7, PostgreSQL).
public enum NativeTypeName {
  SMALL_INT("SmallInt", BuiltInType.INT, ScalarType.SMALLINT, 0),
  INTEGER("Integer", BuiltInType.INT, ScalarType.INTEGER, 0),
  BIG_INT("BigInt", BuiltInType.BIG_INT, ScalarType.BIGINT, 0),
  DECIMAL("Decimal", BuiltInType.DECIMAL, ScalarType.NUMERIC, 2),
  MONEY("Money", BuiltInType.DECIMAL, ScalarType.MONEY, 0),
  INET("Inet", BuiltInType.STRING, ScalarType.INET, 0),
  OID("Oid", BuiltInType.INT, ScalarType.OID, 0),
  CITEXT("Citext", BuiltInType.STRING, ScalarType.CITEXT, 0),
  REAL("Real", BuiltInType.FLOAT, ScalarType.REAL, 0),
  DOUBLE_PRECISION("DoublePrecision", BuiltInType.FLOAT, ScalarType.DOUBLE_PRECISION, 0),
  VAR_CHAR("VarChar", BuiltInType.STRING, ScalarType.VARCHAR, 1),
  CHAR("Char", BuiltInType.STRING, ScalarType.CHAR, 1),
  TEXT("Text", BuiltInType.STRING, ScalarType.TEXT, 0),
  BYTE_A("ByteA", BuiltInType.BYTES, ScalarType.BYTEA, 0),
  TIMESTAMP("Timestamp", BuiltInType.DATE_TIME, ScalarType.TIMESTAMP, 1),
  TIMESTAMPTZ("Timestamptz", BuiltInType.DATE_TIME, ScalarType.TIMESTAMPTZ, 1),
  DATE("Date", BuiltInType.DATE_TIME, ScalarType.DATE, 0),
  TIME("Time", BuiltInType.DATE_TIME, ScalarType.TIME, 1),
  TIMETZ("Timetz", BuiltInType.DATE_TIME, ScalarType.TIMETZ, 1),
  BOOLEAN("Boolean", BuiltInType.BOOLEAN, ScalarType.BOOLEAN, 0),
  BIT("Bit", BuiltInType.STRING, ScalarType.BIT, 1),
  VAR_BIT("VarBit", BuiltInType.STRING, ScalarType.VARBIT, 1),
  UUID("Uuid", BuiltInType.STRING, ScalarType.UUID, 0),
  XML("Xml", BuiltInType.STRING, ScalarType.XML, 0),
  JSON("Json", BuiltInType.JSON, ScalarType.JSON, 0),
  JSON_B("JsonB", BuiltInType.JSON, ScalarType.JSONB, 0);

  private static final Map<String, NativeTypeName> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(NativeTypeName::word, it -> it));

  private final String word;
  private final BuiltInType builtIn;
  private final ScalarType scalar;
  private final int optionalArguments;

  NativeTypeName(String word, BuiltInType builtIn, ScalarType scalar, int optionalArguments) {
    this.word = word;
    this.builtIn = builtIn;
    this.scalar = scalar;
    this.optionalArguments = optionalArguments;
  }

  /// Returns the type as a schema writes it, after the datasource's name and a dot.
  public String word() {
    return word;
  }

  /// Returns the type that a field must have to be stored so.
  public BuiltInType builtIn() {
    return builtIn;
  }

  public ScalarType scalar() {
    return scalar;
  }

  /// Returns how many arguments it can take. None is ever needed.
  public int optionalArguments() {
    return optionalArguments;
  }

  public static Optional<NativeTypeName> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /// Returns all types as a schema writes them.
  public static List<String> words() {
    return Arrays.stream(values()).map(NativeTypeName::word).toList();
  }

  @Override
  public String toString() {
    return word;
  }
}

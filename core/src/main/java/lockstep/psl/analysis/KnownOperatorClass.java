package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An operator class that PSL has a word for (Prisma 7, PostgreSQL).
///
/// @param word as a schema writes it
/// @param sql as PostgreSQL calls it
/// @param methods the index methods that know it
/// @param nativeTypes the types that it can index
/// @param builtIn the type of field that it can index where no native type is given
public record KnownOperatorClass(
    String word,
    String sql,
    List<IndexMethod> methods,
    List<NativeTypeName> nativeTypes,
    Optional<BuiltInType> builtIn) {
  private static final Map<String, KnownOperatorClass> BY_WORD = byWord();

  public KnownOperatorClass {
    methods = List.copyOf(methods);
    nativeTypes = List.copyOf(nativeTypes);
  }

  public static Optional<KnownOperatorClass> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  public static List<KnownOperatorClass> all() {
    return List.copyOf(BY_WORD.values());
  }

  /// Returns all classes as a schema writes them.
  public static List<String> words() {
    return List.copyOf(BY_WORD.keySet());
  }

  private static Map<String, KnownOperatorClass> byWord() {
    var all = new ArrayList<KnownOperatorClass>();
    all.add(
        new KnownOperatorClass(
            "InetOps",
            "inet_ops",
            List.of(IndexMethod.GIST, IndexMethod.SP_GIST),
            List.of(NativeTypeName.INET),
            Optional.empty()));
    all.add(gin("JsonbOps", "jsonb_ops"));
    all.add(gin("JsonbPathOps", "jsonb_path_ops"));
    all.add(
        new KnownOperatorClass(
            "ArrayOps", "array_ops", List.of(IndexMethod.GIN), List.of(), Optional.empty()));
    all.add(
        new KnownOperatorClass(
            "TextOps",
            "text_ops",
            List.of(IndexMethod.SP_GIST),
            List.of(NativeTypeName.TEXT, NativeTypeName.VAR_CHAR, NativeTypeName.CHAR),
            Optional.of(BuiltInType.STRING)));
    for (var family : Family.values()) {
      for (var variant : family.variants) {
        all.add(family.brin(variant));
      }
    }
    var byWord = new LinkedHashMap<String, KnownOperatorClass>();
    all.forEach(it -> byWord.put(it.word, it));
    return Collections.unmodifiableMap(byWord);
  }

  private static KnownOperatorClass gin(String word, String sql) {
    return new KnownOperatorClass(
        word,
        sql,
        List.of(IndexMethod.GIN),
        List.of(NativeTypeName.JSON_B),
        Optional.of(BuiltInType.JSON));
  }

  @Override
  public String toString() {
    return word;
  }

  /// What a block range index can remember of a range.
  private enum Variant {
    INCLUSION("Inclusion", "_inclusion"),
    BLOOM("Bloom", "_bloom"),
    MIN_MAX("MinMax", "_minmax"),
    MIN_MAX_MULTI("MinMaxMulti", "_minmax_multi");

    static final List<Variant> RANGE = List.of(MIN_MAX);
    static final List<Variant> BYTES = List.of(BLOOM, MIN_MAX);
    static final List<Variant> NUMBERS = List.of(BLOOM, MIN_MAX, MIN_MAX_MULTI);
    static final List<Variant> ADDRESSES = List.of(INCLUSION, BLOOM, MIN_MAX, MIN_MAX_MULTI);

    final String word;
    final String sql;

    Variant(String word, String sql) {
      this.word = word;
      this.sql = sql;
    }
  }

  /// The classes of block range indexes for one type.
  private enum Family {
    BIT("Bit", "bit", List.of(NativeTypeName.BIT), Optional.empty(), Variant.RANGE),
    VAR_BIT("VarBit", "varbit", List.of(NativeTypeName.VAR_BIT), Optional.empty(), Variant.RANGE),
    BPCHAR("Bpchar", "bpchar", List.of(NativeTypeName.CHAR), Optional.empty(), Variant.BYTES),
    BYTEA(
        "Bytea",
        "bytea",
        List.of(NativeTypeName.BYTE_A),
        Optional.of(BuiltInType.BYTES),
        Variant.BYTES),
    DATE("Date", "date", List.of(NativeTypeName.DATE), Optional.empty(), Variant.NUMBERS),
    FLOAT4("Float4", "float4", List.of(NativeTypeName.REAL), Optional.empty(), Variant.NUMBERS),
    FLOAT8(
        "Float8",
        "float8",
        List.of(NativeTypeName.DOUBLE_PRECISION),
        Optional.of(BuiltInType.FLOAT),
        Variant.NUMBERS),
    INET("Inet", "inet", List.of(NativeTypeName.INET), Optional.empty(), Variant.ADDRESSES),
    INT2("Int2", "int2", List.of(NativeTypeName.SMALL_INT), Optional.empty(), Variant.NUMBERS),
    INT4(
        "Int4",
        "int4",
        List.of(NativeTypeName.INTEGER),
        Optional.of(BuiltInType.INT),
        Variant.NUMBERS),
    INT8(
        "Int8",
        "int8",
        List.of(NativeTypeName.BIG_INT),
        Optional.of(BuiltInType.BIG_INT),
        Variant.NUMBERS),
    NUMERIC(
        "Numeric",
        "numeric",
        List.of(NativeTypeName.DECIMAL),
        Optional.of(BuiltInType.DECIMAL),
        Variant.NUMBERS),
    OID("Oid", "oid", List.of(NativeTypeName.OID), Optional.empty(), Variant.NUMBERS),
    TEXT(
        "Text",
        "text",
        List.of(NativeTypeName.TEXT, NativeTypeName.VAR_CHAR),
        Optional.of(BuiltInType.STRING),
        Variant.BYTES),
    TIMESTAMP(
        "Timestamp",
        "timestamp",
        List.of(NativeTypeName.TIMESTAMP),
        Optional.of(BuiltInType.DATE_TIME),
        Variant.NUMBERS),
    TIMESTAMP_TZ(
        "TimestampTz",
        "timestamptz",
        List.of(NativeTypeName.TIMESTAMPTZ),
        Optional.empty(),
        Variant.NUMBERS),
    TIME("Time", "time", List.of(NativeTypeName.TIME), Optional.empty(), Variant.NUMBERS),
    TIME_TZ("TimeTz", "timetz", List.of(NativeTypeName.TIMETZ), Optional.empty(), Variant.NUMBERS),
    UUID("Uuid", "uuid", List.of(NativeTypeName.UUID), Optional.empty(), Variant.NUMBERS);

    final String word;
    final String sql;
    final List<NativeTypeName> nativeTypes;
    final Optional<BuiltInType> builtIn;
    final List<Variant> variants;

    Family(
        String word,
        String sql,
        List<NativeTypeName> nativeTypes,
        Optional<BuiltInType> builtIn,
        List<Variant> variants) {
      this.word = word;
      this.sql = sql;
      this.nativeTypes = nativeTypes;
      this.builtIn = builtIn;
      this.variants = variants;
    }

    KnownOperatorClass brin(Variant variant) {
      return new KnownOperatorClass(
          word + variant.word + "Ops",
          sql + variant.sql + "_ops",
          List.of(IndexMethod.BRIN),
          nativeTypes,
          builtIn);
    }
  }
}

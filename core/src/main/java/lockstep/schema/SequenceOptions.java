package lockstep.schema;

/// How a sequence counts, with every default spelled out.
///
/// @param type SMALLINT, INTEGER or BIGINT
public record SequenceOptions(
    ScalarType type,
    long start,
    long increment,
    long minimum,
    long maximum,
    long cache,
    Cycling cycling) {
  /// What happens after the last value.
  public enum Cycling {
    STOPS,
    CYCLES
  }

  /// Returns what `CREATE SEQUENCE … AS type` gives without further words (PostgreSQL 17, CREATE
  /// SEQUENCE).
  public static SequenceOptions ascending(ScalarType type) {
    return new SequenceOptions(type, 1, 1, 1, maximum(type), 1, Cycling.STOPS);
  }

  /// Returns what `CREATE SEQUENCE … AS type INCREMENT BY -1` gives without further words.
  public static SequenceOptions descending(ScalarType type) {
    return new SequenceOptions(type, -1, -1, -maximum(type) - 1, -1, 1, Cycling.STOPS);
  }

  private static long maximum(ScalarType type) {
    return switch (type) {
      case SMALLINT -> Short.MAX_VALUE;
      case INTEGER -> Integer.MAX_VALUE;
      case BIGINT -> Long.MAX_VALUE;
      default -> throw new IllegalArgumentException("a sequence cannot be of type " + type);
    };
  }

  public boolean isDefault() {
    return equals(ascending(type));
  }
}

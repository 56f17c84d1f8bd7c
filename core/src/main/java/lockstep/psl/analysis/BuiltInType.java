package lockstep.psl.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The scalar types that every schema knows.
public enum BuiltInType {
  INT("Int"),
  BIG_INT("BigInt"),
  FLOAT("Float"),
  BOOLEAN("Boolean"),
  STRING("String"),
  DATE_TIME("DateTime"),
  JSON("Json"),
  BYTES("Bytes"),
  DECIMAL("Decimal");

  private static final Map<String, BuiltInType> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(BuiltInType::word, it -> it));

  private final String word;

  BuiltInType(String word) {
    this.word = word;
  }

  /// Returns the type as a schema writes it.
  public String word() {
    return word;
  }

  public static Optional<BuiltInType> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /// Returns all types as a schema writes them.
  public static List<String> words() {
    return Arrays.stream(values()).map(BuiltInType::word).toList();
  }

  @Override
  public String toString() {
    return word;
  }
}

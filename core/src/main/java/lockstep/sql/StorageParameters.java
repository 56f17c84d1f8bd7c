package lockstep.sql;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.schema.Index;

/// Storage parameters of tables, indexes and operator classes, as in `(fillfactor = 70)`.
public final class StorageParameters {
  private StorageParameters() {}

  /// Returns the parameters after some words; empty where there are none.
  public static String sql(String words, List<Index.Parameter> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.stream()
            .map(it -> it.name() + " = " + value(it.value()))
            .collect(Collectors.joining(", ", words + "(", ")"));
  }

  /// A bare number or word is written as it is, all else as a literal.
  private static String value(String value) {
    return value.matches("-?[0-9.]+|[a-z_]+") ? value : Quote.literal(value);
  }
}

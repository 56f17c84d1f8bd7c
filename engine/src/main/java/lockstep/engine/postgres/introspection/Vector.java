package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.schema.Index;

/// Several values in one column of a catalog query.
final class Vector {
  /// What `chr(31)` gives: a character that stands in no name and no expression.
  private static final String SEPARATOR = "\u001f";

  private Vector() {}

  /// Reads numbers with a blank between two, as `int2vector` and `oidvector` are printed.
  static List<Long> of(String numbers) {
    return numbers.isBlank()
        ? List.of()
        : Arrays.stream(numbers.strip().split(" ")).map(Long::valueOf).toList();
  }

  static List<String> texts(Optional<String> joined) {
    return joined.map(it -> List.of(it.split(SEPARATOR, -1))).orElse(List.of());
  }

  /// Reads storage parameters and the like, as in `fillfactor=70`.
  static List<Index.Parameter> parameters(Optional<String> joined) {
    var parameters = new ArrayList<Index.Parameter>();
    for (var text : texts(joined)) {
      var equals = text.indexOf('=');
      parameters.add(new Index.Parameter(text.substring(0, equals), text.substring(equals + 1)));
    }
    return parameters;
  }
}

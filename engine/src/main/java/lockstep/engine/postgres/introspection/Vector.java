package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.schema.Index;

/// Several values in one column of a catalog query.
final class Vector {
  /// What `chr(31)` gives. Where names and expressions are joined, which may have it, queries write
  /// `chr(30)` and a 1 for it, and `chr(30)` and a 0 for the former.
  private static final String SEPARATOR = "\u001f";

  private static final String ESCAPE = "\u001e";

  private Vector() {}

  /// Reads numbers with a blank between two, as `int2vector` and `oidvector` are printed.
  static List<Long> of(String numbers) {
    return numbers.isBlank()
        ? List.of()
        : Arrays.stream(numbers.strip().split(" ")).map(Long::valueOf).toList();
  }

  static List<String> texts(Optional<String> joined) {
    return joined.stream()
        .flatMap(it -> Stream.of(it.split(SEPARATOR, -1)))
        .map(it -> it.replace(ESCAPE + "1", SEPARATOR).replace(ESCAPE + "0", ESCAPE))
        .toList();
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

package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
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
    if (numbers.indexOf(' ') < 0) {
      return numbers.isEmpty() ? List.of() : List.of(Long.valueOf(numbers));
    }
    var all = new ArrayList<Long>();
    var start = 0;
    while (start < numbers.length()) {
      var blank = numbers.indexOf(' ', start);
      var end = blank < 0 ? numbers.length() : blank;
      all.add(Long.parseLong(numbers, start, end, 10));
      start = end + 1;
    }
    return all;
  }

  static List<String> texts(Optional<String> joined) {
    if (joined.isEmpty()) {
      return List.of();
    }
    return Stream.of(joined.get().split(SEPARATOR, -1))
        .map(it -> it.replace(ESCAPE + "1", SEPARATOR).replace(ESCAPE + "0", ESCAPE))
        .toList();
  }

  /// Reads storage parameters and the like, as in `fillfactor=70`.
  static List<Index.Parameter> parameters(Optional<String> joined) {
    if (joined.isEmpty()) {
      return List.of();
    }
    var parameters = new ArrayList<Index.Parameter>();
    for (var text : texts(joined)) {
      var equals = text.indexOf('=');
      parameters.add(new Index.Parameter(text.substring(0, equals), text.substring(equals + 1)));
    }
    return parameters;
  }
}

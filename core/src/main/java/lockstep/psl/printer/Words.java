package lockstep.psl.printer;

import java.util.HashSet;
import java.util.Set;
import lockstep.psl.analysis.BuiltInType;
import lockstep.psl.analysis.ReservedNames;

/// Makes names that the language allows, each given once.
final class Words {
  private final Set<String> taken = new HashSet<>();

  /// Returns a name for a model or an enum, equal to the given one where that is possible.
  String ofType(String name) {
    var word = word(name, "Model");
    var isReserved = BuiltInType.of(word).isPresent() || ReservedNames.contain(word);
    return take(isReserved ? "Renamed" + word : word);
  }

  /// Returns a name for a field or an enum's value, equal to the given one where that is possible.
  String ofField(String name) {
    return take(word(name, "field"));
  }

  private String take(String word) {
    var free = word;
    while (!taken.add(free)) {
      free += "_";
    }
    return free;
  }

  /// A name starts with a letter; letters of any script, digits and underscores follow.
  private static String word(String name, String otherwise) {
    var out = new StringBuilder();
    for (var c : name.codePoints().toArray()) {
      var isLetter = Character.isLetter(c);
      if (isLetter || !out.isEmpty() && (c == '_' || c >= '0' && c <= '9')) {
        out.appendCodePoint(c);
      } else if (!out.isEmpty()) {
        out.append('_');
      }
    }
    return out.isEmpty() ? otherwise : out.toString();
  }
}

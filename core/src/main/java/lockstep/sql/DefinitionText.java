package lockstep.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Parts of what follows a name in `CREATE`: clauses one after the other, some with a list in
/// parentheses.
public final class DefinitionText {
  private DefinitionText() {}

  /// A text in two.
  ///
  /// @param from what begins with the word that was looked for, if it is there
  public record Halves(String before, Optional<String> from) {
    /// Returns the parts of the list that the second half is but for its word.
    public List<String> list() {
      return from.map(it -> parts(it.substring(it.indexOf('(') + 1, it.lastIndexOf(')'))))
          .orElse(List.of());
    }
  }

  /// Cuts a text before a key word that stands outside of parentheses and brackets.
  ///
  /// @param word in lower case
  public static Halves before(String text, String word) {
    return before(text, it -> it.is(word));
  }

  /// Cuts a text before its first token that is one of these.
  public static Halves before(String text, Predicate<SqlToken> isWanted) {
    var depth = 0;
    for (var it : SqlToken.of(text)) {
      if (depth == 0 && isWanted.test(it)) {
        var at = it.span().start();
        return new Halves(text.substring(0, at).strip(), Optional.of(text.substring(at)));
      }
      depth += it.depth();
    }
    return new Halves(text, Optional.empty());
  }

  /// Returns whether a token is a text, whichever form it has.
  public static boolean isString(SqlToken it) {
    return it.text().endsWith("'");
  }

  /// Returns what stands between commas outside of parentheses and brackets.
  public static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    var depth = 0;
    var start = 0;
    for (var it : SqlToken.of(text)) {
      depth += it.depth();
      if (depth == 0 && it.text().equals(",")) {
        parts.add(text.substring(start, it.span().start()).strip());
        start = it.span().end();
      }
    }
    parts.add(text.substring(start).strip());
    parts.removeIf(String::isEmpty);
    return List.copyOf(parts);
  }
}

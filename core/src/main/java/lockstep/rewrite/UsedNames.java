package lockstep.rewrite;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;

/// Which names a file still needs once its calls are converted.
final class UsedNames {
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  /// What an annotation may be that is a text.
  private static final Pattern DOTTED =
      Pattern.compile("\\w+(\\.\\w+)*", Pattern.UNICODE_CHARACTER_CLASS);

  /// In converted calls, as they were.
  private final Set<String> gone = new HashSet<>();

  /// In what stays, and in what is written anew.
  private final Set<String> kept = new HashSet<>();

  /// Words of texts, as annotations may be ones.
  private final Set<String> spoken = new HashSet<>();

  UsedNames(List<Expr> replaced, List<String> written) {
    replaced.stream().flatMap(Expr::all).forEach(it -> name(it, gone));
    written.forEach(it -> words(it).forEach(kept::add));
  }

  /// Looks at what stays of a file.
  void look(PythonFile file, Assembly assembly) {
    file.statements().flatMap(it -> it.expressions().stream()).forEach(it -> keep(it, assembly));
    file.expressions()
        .filter(Expr.Text.class::isInstance)
        .forEach(it -> words(((Expr.Text) it).value()).forEach(spoken::add));
  }

  private void keep(Expr expression, Assembly assembly) {
    if (assembly.covers(expression.span())) {
      return;
    }
    name(expression, kept);
    if (expression instanceof Expr.Text(var _, var text) && DOTTED.matcher(text).matches()) {
      kept.add(text.replaceFirst("\\..*", ""));
    }
    expression.parts().forEach(it -> keep(it, assembly));
  }

  private static void name(Expr expression, Set<String> into) {
    if (expression instanceof Expr.Name(var _, var id)) {
      into.add(id);
    }
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(it -> it.group());
  }

  /// Returns whether only converted calls had the name in them.
  boolean isGone(String name) {
    return gone.contains(name) && !has(name);
  }

  boolean has(String name) {
    return kept.contains(name);
  }

  /// Returns whether the name is used, or a text has it as a word.
  boolean isNamed(String name) {
    return has(name) || spoken.contains(name);
  }
}

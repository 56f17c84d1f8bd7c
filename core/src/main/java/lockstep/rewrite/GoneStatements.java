package lockstep.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.emit.python.Expression;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Order;
import lockstep.text.Span;

/// Statements that are taken out of a file, with the lines that are theirs; where one was all of a
/// block, it leaves `pass`.
final class GoneStatements {
  private final PythonFile file;
  private final String content;
  private final Assembly assembly;
  private final Map<Stmt, List<Stmt>> blocks = new IdentityHashMap<>();
  private final Set<Stmt> gone = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Span> cuts = new ArrayList<>();

  GoneStatements(PythonFile file, Assembly assembly) {
    this.file = file;
    this.content = file.text().content();
    this.assembly = assembly;
    blocks(file.body());
  }

  private void blocks(List<Stmt> block) {
    for (var it : block) {
      blocks.put(it, block);
      blocks(it.inside());
    }
  }

  void add(Stmt statement) {
    gone.add(statement);
  }

  boolean containsAll(List<Stmt> statements) {
    return gone.containsAll(statements);
  }

  /// Returns whether a text goes with one of them.
  boolean have(Span span) {
    return gone.stream().anyMatch(it -> it.span().contains(span));
  }

  /// Returns whether something else stays in a statement's block.
  boolean hasOthers(Stmt statement) {
    return blocks.get(statement).stream().anyMatch(it -> it != statement && !gone.contains(it));
  }

  /// Returns whether nothing but imports stays of the file.
  boolean areAll() {
    return gone.stream().anyMatch(it -> !isFrame(it))
        && file.body().stream().allMatch(it -> gone.contains(it) || isFrame(it));
  }

  private static boolean isFrame(Stmt statement) {
    return statement instanceof Stmt.Import
        || statement instanceof Stmt.ImportFrom
        || statement instanceof Stmt.Evaluate(var _, Expr.Text _);
  }

  /// Takes all out.
  ///
  /// @param edits what is written anew as a whole
  void remove(Set<Span> edits) {
    gone.stream().filter(it -> isOutermost(it, edits)).forEach(this::takeOut);
    cut();
  }

  /// Takes one more out.
  void remove(Stmt statement) {
    gone.add(statement);
    takeOut(statement);
    cut();
  }

  private boolean isOutermost(Stmt statement, Set<Span> edits) {
    return gone.stream().noneMatch(it -> it != statement && it.span().contains(statement.span()))
        && edits.stream().noneMatch(it -> it.contains(statement.span()));
  }

  private void takeOut(Stmt statement) {
    var isTop = blocks.get(statement) == file.body();
    if (!assembly.hasLine(statement) || !isTop && !hasCompany(statement) && isFirst(statement)) {
      assembly.replace(statement.span(), Expression.verbatim("pass"));
      return;
    }
    var start = content.lastIndexOf('\n', beginning(statement) - 1) + 1;
    var before = content.substring(0, start).stripTrailing();
    if (before.isEmpty() || before.endsWith(":")) {
      cuts.add(new Span(start, behindBlankLines(behindLine(statement))));
    } else if (isTop && isParagraph(statement) || statement instanceof Stmt.Function) {
      cuts.add(new Span(content.indexOf('\n', before.length()) + 1, behindLine(statement)));
    } else {
      cuts.add(new Span(start, behindLine(statement)));
    }
  }

  /// Returns whether blank lines stand around a statement, or it is none that stands in groups.
  private boolean isParagraph(Stmt statement) {
    var start = content.lastIndexOf('\n', statement.span().start() - 1);
    var end = behindLine(statement);
    return !isFrame(statement)
        || content.substring(0, start).stripTrailing().length() < start
            && (end == content.length() || Character.isWhitespace(content.charAt(end)));
  }

  private int behindLine(Stmt statement) {
    var end = content.indexOf('\n', statement.span().end());
    return end < 0 ? content.length() : end + 1;
  }

  private int behindBlankLines(int line) {
    var at = line;
    for (var i = line; i < content.length() && Character.isWhitespace(content.charAt(i)); i++) {
      at = content.charAt(i) == '\n' ? i + 1 : at;
    }
    return at;
  }

  /// Takes lines out, those together that touch.
  private void cut() {
    cuts.sort(Order.by(Span::start, Integer::compare));
    for (var i = 0; i < cuts.size(); ) {
      var whole = cuts.get(i++);
      while (i < cuts.size() && cuts.get(i).start() <= whole.end()) {
        whole = whole.to(cuts.get(i++));
      }
      assembly.replace(whole, Expression.verbatim(""));
    }
  }

  private int beginning(Stmt statement) {
    return statement instanceof Stmt.Function it && !it.decorators().isEmpty()
        ? content.lastIndexOf('@', it.decorators().getFirst().span().start())
        : statement.span().start();
  }

  /// Returns whether something that stays is in the same block.
  private boolean hasCompany(Stmt statement) {
    var all = blocks.get(statement);
    var at = all.indexOf(statement);
    return isKeptBehind(all, at) || isKeptBehind(all.reversed(), all.size() - 1 - at);
  }

  private boolean isKeptBehind(List<Stmt> all, int at) {
    for (var i = at; i + 1 < all.size() && areTogether(all.get(i), all.get(i + 1)); i++) {
      if (!gone.contains(all.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean isFirst(Stmt statement) {
    var all = blocks.get(statement);
    var at = all.indexOf(statement);
    return at == 0 || !areTogether(all.get(at - 1), statement);
  }

  /// Returns whether nothing as `else:` stands between two statements.
  private boolean areTogether(Stmt one, Stmt other) {
    var first = one.span().start() < other.span().start() ? one : other;
    var second = first == one ? other : one;
    return content
        .substring(first.span().end(), beginning(second))
        .lines()
        .map(String::strip)
        .allMatch(it -> it.isEmpty() || it.startsWith("#") || it.equals(";"));
  }
}

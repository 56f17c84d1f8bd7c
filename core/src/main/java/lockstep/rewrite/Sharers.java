package lockstep.rewrite;

import java.util.List;
import lockstep.rewrite.FoundCalls.Found;
import lockstep.rewrite.FoundCalls.Reach;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// The calls of one statement that would open one session: it has one object for each row, where
/// the client gave each call its own, and writes all or nothing.
///
/// @param calls in the order in which they run
record Sharers(PythonFile file, Stmt statement, List<Found> calls) {
  /// Returns whether each call gets a session of its own, in lines before the statement.
  boolean areApart() {
    return calls.size() > 1
        && (haveOneRow() || calls.stream().anyMatch(Conversions::isWriting))
        && isPlain()
        && calls.stream().allMatch(it -> it.reach() == Reach.ALWAYS && !Conversions.isRepeated(it))
        && !areNested()
        && !runsOthersBetween();
  }

  private boolean areNested() {
    return calls.stream()
        .anyMatch(
            it ->
                calls.stream()
                    .anyMatch(
                        one -> one != it && it.call().whole().span().contains(one.call().span())));
  }

  /// Returns whether what one of them returns may change by another: it writes, or loads what is
  /// related in another way.
  boolean haveOneRow() {
    var rows = calls.stream().filter(Conversions::returnsRows).toList();
    var isWritten = calls.size() > 1 && calls.stream().anyMatch(Conversions::isWriting);
    return !rows.isEmpty() && isWritten
        || rows.size() > 1
            && rows.stream().anyMatch(it -> it.call().node().keyword("include").isPresent());
  }

  private boolean isPlain() {
    return switch (statement) {
      case Stmt.Assign _, Stmt.Evaluate _, Stmt.Return _ -> file.beginsLine(statement);
      default -> false;
    };
  }

  /// What runs between the calls would run after them.
  private boolean runsOthersBetween() {
    var last = calls.getLast().call().whole().span().start();
    return statement.expressions().stream()
        .flatMap(Expr::all)
        .filter(it -> it instanceof Expr.Call || it instanceof Expr.Await)
        .filter(it -> it.span().end() <= last)
        .anyMatch(
            it -> calls.stream().noneMatch(one -> one.call().whole().span().contains(it.span())));
  }
}

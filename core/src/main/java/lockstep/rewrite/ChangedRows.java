package lockstep.rewrite;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// Rows of a transaction that code changes itself: the client's were copies, and a session saves
/// what is done to its own.
///
/// @param own the statements of the function
record ChangedRows(List<Stmt> own, Transaction transaction) {
  /// Says where a row that is read in the transaction is changed there.
  void remarks(Predicate<Expr> isRow, List<Remark> remarks) {
    var read = read();
    own.stream()
        .filter(this::isInside)
        .flatMap(it -> targets(it).stream())
        .filter(Expr.Attribute.class::isInstance)
        .map(Expr.Attribute.class::cast)
        .filter(it -> isRow.test(it.of()) && isRead(it.of(), read))
        .forEach(
            it ->
                remarks.add(
                    new Remark(
                        RewriteCode.USED_OTHERWISE,
                        new Span(it.span().end() - it.name().length(), it.span().end()),
                        "What is assigned to `%s` is saved with the transaction now."
                            .formatted(it.name()),
                        "Rows of the client were copies: change a variable of your own, or say it"
                            + " by an update.")));
  }

  private boolean isInside(Stmt statement) {
    var span = transaction.statement().span();
    return statement != transaction.statement() && span.contains(statement.span());
  }

  private static List<Expr> targets(Stmt statement) {
    return switch (statement) {
      case Stmt.Assign it -> it.targets();
      case Stmt.Other(var _, var kind, var parts) when kind.equals("AugAssign") ->
          parts.subList(0, 1);
      default -> List.of();
    };
  }

  private static boolean isRead(Expr row, Set<String> read) {
    return row.root() instanceof Expr.Name(var _, var id) && read.contains(id);
  }

  /// Returns the variables that get something inside: what a session has not read is not saved by
  /// it.
  private Set<String> read() {
    var names = new HashSet<String>();
    own.stream()
        .filter(this::isInside)
        .flatMap(
            it ->
                switch (it) {
                  case Stmt.Assign assign -> assign.targets().stream().flatMap(Expr::all);
                  case Stmt.For loop -> loop.target().all();
                  default -> Stream.<Expr>empty();
                })
        .forEach(
            it -> {
              if (it instanceof Expr.Name(var _, var id)) {
                names.add(id);
              }
            });
    return names;
  }
}

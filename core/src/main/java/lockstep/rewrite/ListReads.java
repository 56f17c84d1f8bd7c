package lockstep.rewrite;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// Where lists of rows are read that may be NULL: the client makes an empty list of NULL, and
/// `row.list or []` does so here.
final class ListReads {
  private static final Set<String> CHANGES =
      Set.of("append", "clear", "extend", "insert", "pop", "remove", "reverse", "sort");

  private final PythonFile file;
  private final Map<Expr, Expr> parents;

  /// What is assigned to, or only asked whether it has anything in it.
  private final Set<Expr> others = Collections.newSetFromMap(new IdentityHashMap<>());

  /// @param parents what each expression is a part of
  ListReads(PythonFile file, Map<Expr, Expr> parents) {
    this.file = file;
    this.parents = parents;
    file.statements().forEach(this::learn);
  }

  private void learn(Stmt statement) {
    switch (statement) {
      case Stmt.Assign it -> it.targets().stream().flatMap(Expr::all).forEach(others::add);
      case Stmt.For it -> it.target().all().forEach(others::add);
      case Stmt.With it -> it.items().forEach(one -> one.target().ifPresent(others::add));
      case Stmt.If it -> others.add(it.test());
      case Stmt.Other it when it.kind().equals("AugAssign") -> others.add(it.parts().getFirst());
      case Stmt.Other it when it.kind().equals("Delete") -> others.addAll(it.parts());
      default -> {}
    }
  }

  /// Returns whether nobody asks for the list itself.
  boolean isNone(Expr.Attribute read) {
    return others.contains(read)
        || parents.get(read) instanceof Expr.Other(var _, var kind, var parts)
            && switch (kind) {
              case "Not" -> true;
              case "IfExp" -> parts.getFirst() == read;
              case "BoolOp" -> isBeforeOr(read, parts);
              default -> false;
            };
  }

  private boolean isBeforeOr(Expr read, List<Expr> parts) {
    var next = parts.indexOf(read) + 1;
    return next < parts.size()
        && file.text()
            .content()
            .substring(read.span().end(), parts.get(next).span().start())
            .contains(" or ");
  }

  /// Returns whether an `or` may stand in the place of the list without parentheses.
  boolean standsAlone(Expr.Attribute read) {
    return switch (parents.get(read)) {
      case null -> true;
      case Expr.Display _, Expr.Dict _, Expr.Comprehension _ -> true;
      case Expr.Call it ->
          it.arguments().stream()
              .anyMatch(one -> one.value() == read && !(one instanceof Expr.Argument.Spread));
      default -> false;
    };
  }

  /// Returns the method that changes a list where it stands, which would be another one.
  Optional<String> change(Expr.Attribute read) {
    return parents.get(read) instanceof Expr.Attribute(var _, var _, var method)
            && CHANGES.contains(method)
        ? Optional.of(method)
        : Optional.empty();
  }
}

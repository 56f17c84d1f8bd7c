package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Chain;
import lockstep.rewrite.syntax.Expr;

/// Writes what `select` of a `count` says as columns of one row: how many rows there are, and how
/// many of them have a value in a field.
final class Counts {
  private final Draft draft;
  private final Entity entity;

  Counts(Draft draft, Entity entity) {
    this.draft = draft;
    this.entity = entity;
  }

  Chain of(Expr select) {
    var rows = Expression.verbatim(draft.imports().model(entity));
    return new Chain(
        draft.sqlAlchemy("select", columns(select).toArray(Expression[]::new)),
        List.of(Expression.call("select_from", rows)));
  }

  /// Returns the columns, called as the keys of the dict that the client returns.
  private List<Expression> columns(Expr select) {
    if (!(select instanceof Expr.Dict dict)) {
      return List.of(unknown());
    }
    var columns = new ArrayList<Expression>();
    dict.entries().forEach(it -> wanted(it).ifPresent(columns::add));
    // What counts nothing counts rows (Prisma Client Python 0.15, `count`).
    return dict.entries().isEmpty() ? List.of(labelled("", "_all")) : columns;
  }

  private Optional<Expression> wanted(Expr.Entry entry) {
    if (!(entry.value() instanceof Expr.Constant(var _, var kind)) || kind == Expr.Kind.OTHER) {
      return Optional.of(unknown());
    }
    if (kind != Expr.Kind.TRUE) {
      return Optional.empty();
    }
    var name = entry.name().orElse("**");
    return name.equals("_all")
        ? Optional.of(labelled("", name))
        : draft
            .scalar(entity, name)
            .map(it -> labelled(draft.imports().model(entity) + "." + entity.attribute(it), name));
  }

  private Expression unknown() {
    return draft.refuse("what is counted is only known when it runs.");
  }

  private Expression labelled(String counted, String name) {
    var count = draft.imports().sqlAlchemy("func") + ".count(" + counted + ")";
    return Expression.verbatim(count + ".label(\"" + name + "\")");
  }
}

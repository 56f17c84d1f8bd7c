package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;

/// Writes which rows come from the one on that a cursor names by its key.
///
/// @param order of the query: one column or none, and the key, which tells rows apart that are
///   equal in it
record FromCursor(Draft draft, Entity entity, List<Expression> order) {
  /// A condition, and what is computed before it: where the row stands in the order.
  record Written(Assembly.Hoisted start, Expression condition) {}

  /// Returns whether a cursor is written out and names a row by the key alone.
  static boolean names(Entity entity, Expr.Dict cursor) {
    return entity.key().size() == 1
        && cursor.entries().size() == 1
        && cursor
            .entries()
            .getFirst()
            .name()
            .filter(entity.key().getFirst().name()::equals)
            .isPresent()
        && isPlain(cursor.entries().getFirst().value());
  }

  /// What may be computed twice.
  private static boolean isPlain(Expr value) {
    return switch (value) {
      case Expr.Name _, Expr.Text _ -> true;
      case Expr.Constant it -> !it.isNone();
      case Expr.Attribute(var _, var of, var _) -> isPlain(of);
      case Expr.Subscript(var _, var of, var index) -> isPlain(of) && isPlain(index);
      default -> false;
    };
  }

  /// Returns whether the order is one in which no NULL has to be thought of.
  boolean isPlain() {
    return entity.key().size() == 1
        && order.size() <= 2
        && order.stream().allMatch(it -> column(it).isPresent())
        && !order.isEmpty()
        && column(order.getLast()).equals(entity.key().stream().findFirst());
  }

  private Optional<Field.Scalar> column(Expression by) {
    return entity
        .model()
        .scalars()
        .filter(it -> attribute(it).equals(OrderedRows.column(by)))
        .filter(it -> !entity.isNullable(it))
        .findFirst();
  }

  private String attribute(Field.Scalar field) {
    return draft.imports().model(entity) + "." + entity.attribute(field);
  }

  Written written(Expr.Dict cursor) {
    var first = OrderedRows.column(order.getFirst());
    var key = entity.key().getFirst();
    var row = new Conditions(draft, Sense.READ).all(entity, cursor);
    var start =
        new Expression.Chain(
            draft.sqlAlchemy("select", Expression.verbatim(first)),
            List.of(
                Expression.call("where", row.toArray(Expression[]::new)),
                Expression.call("correlate", Expression.verbatim("None")),
                Expression.call("scalar_subquery")));
    var variable = draft.imports().own("from_" + first.substring(first.lastIndexOf('.') + 1));
    var from = new Assembly.Hoisted(variable, start);
    if (order.size() == 1) {
      return new Written(from, compared(first, after(order.getFirst()) + "=", variable));
    }
    var value = new Values(draft).operand(entity.type(key), cursor.entries().getFirst().value());
    return new Written(
        from,
        draft.sqlAlchemy(
            "or_",
            compared(first, after(order.getFirst()), variable),
            draft.sqlAlchemy(
                "and_",
                compared(first, "==", variable),
                compared(attribute(key), after(order.getLast()) + "=", value))));
  }

  private static String after(Expression by) {
    return by.flat().endsWith(".desc()") ? "<" : ">";
  }

  private static Expression compared(String attribute, String operator, String value) {
    return Expression.verbatim(attribute + " " + operator + " " + value);
  }
}

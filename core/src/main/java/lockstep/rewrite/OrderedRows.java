package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression;
import lockstep.rewrite.syntax.Expr;

/// The order of rows, from its beginning or, where a `take` is below zero, from its end.
final class OrderedRows {
  private OrderedRows() {}

  /// Returns how many rows are taken from the end; empty where they are taken from the beginning.
  static Optional<Expr> fromEnd(Optional<Expr> take, Draft draft) {
    return take.filter(
            it ->
                it instanceof Expr.Other(var _, var kind, var _)
                    && kind.equals("UnaryOp")
                    && draft.source(it).startsWith("-"))
        .map(it -> ((Expr.Other) it).parts().getFirst());
  }

  /// Returns the order that a call asks for. Rows that are taken from the end of one are the first
  /// ones of the order reversed.
  static List<Expression> of(Draft draft, Entity entity, Arguments given) {
    var order = given.get("order").map(it -> new Sorting(draft).of(entity, it)).orElse(List.of());
    if (fromEnd(given.get("take"), draft).isEmpty()) {
      return order;
    }
    if (entity.key().isEmpty() || given.get("distinct").isPresent()) {
      draft.refuse("such rows are not taken from the end.");
    }
    return reversed(withKey(draft, entity, order), draft);
  }

  /// Returns whether no two rows are equal in an order, as it has a key in it or says nothing.
  static boolean tellsApart(Draft draft, Entity entity, Optional<Expr> order) {
    var by = order.map(it -> new Sorting(draft).of(entity, it)).orElse(List.of());
    return by.isEmpty()
        || entity
            .model()
            .scalars()
            .filter(it -> entity.isKey(it.name()))
            .map(it -> draft.imports().model(entity) + "." + entity.attribute(it))
            .anyMatch(key -> by.stream().anyMatch(it -> column(it).equals(key)));
  }

  /// Returns what an order is by, whichever its direction.
  static String column(Expression order) {
    return order.flat().replace(".desc()", "");
  }

  /// Returns an order in which no two rows are equal.
  static List<Expression> withKey(Draft draft, Entity entity, List<Expression> order) {
    var whole = new ArrayList<>(order);
    entity.key().stream()
        .map(it -> draft.imports().model(entity) + "." + entity.attribute(it))
        .filter(it -> order.stream().noneMatch(one -> column(one).equals(it)))
        .forEach(it -> whole.add(Expression.verbatim(it)));
    return whole;
  }

  /// Returns an order the other way around.
  static List<Expression> reversed(List<Expression> order, Draft draft) {
    return order.stream()
        .map(
            it ->
                it instanceof Expression.Conditional
                    ? draft.refuse("rows are not taken from the end of such an order.")
                    : reversed(it.flat(), draft))
        .toList();
  }

  private static Expression reversed(String by, Draft draft) {
    if (by.startsWith("*")) {
      return draft.refuse("rows are not taken from the end of such an order.");
    }
    var nulls =
        by.endsWith(".nulls_first()")
            ? ".nulls_last()"
            : by.endsWith(".nulls_last()") ? ".nulls_first()" : "";
    var column =
        by.replaceFirst("(\\.asc\\(\\)|\\.desc\\(\\))?(\\.nulls_(first|last)\\(\\))?$", "");
    var isDescending = by.startsWith(column + ".desc()");
    var direction = isDescending ? nulls.isEmpty() ? "" : ".asc()" : ".desc()";
    return Expression.verbatim(column + direction + nulls);
  }
}

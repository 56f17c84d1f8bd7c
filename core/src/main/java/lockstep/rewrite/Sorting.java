package lockstep.rewrite;

import java.util.List;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Shape;

/// Writes what an `order` says as arguments of `order_by`.
final class Sorting {
  private final Draft draft;

  Sorting(Draft draft) {
    this.draft = draft;
  }

  List<Expression> of(Entity entity, Expr order) {
    return switch (order) {
      case Expr.Dict dict -> dict.entries().stream().map(it -> entry(entity, it)).toList();
      case Expr.Display(var _, var shape, var elements) when shape != Shape.SET ->
          elements.stream().flatMap(it -> of(entity, it).stream()).toList();
      default -> order.isNone() ? List.of() : List.of(helped(entity, order));
    };
  }

  private Expression helped(Entity entity, Expr order) {
    var dict = Expression.verbatim(draft.source(order));
    return Expression.verbatim("*" + draft.helped("ordering", entity, dict).flat());
  }

  private Expression unknown() {
    return draft.refuse("the order is only known when it runs.");
  }

  /// Returns what one entry orders by.
  Expression entry(Entity entity, Expr.Entry entry) {
    var field = entry.name().flatMap(entity::field);
    if (field.isEmpty() || !(field.get() instanceof Field.Scalar scalar)) {
      return draft.refuse(
          entry
              .name()
              .map(it -> "rows are not ordered by `%s` here.".formatted(it))
              .orElse("the order is only known when it runs."));
    }
    var attribute = draft.imports().model(entity) + "." + entity.attribute(scalar);
    return directed(attribute, entry.value());
  }

  /// @param attribute or what is computed
  /// @param direction as the client is told it
  Expression directed(String attribute, Expr direction) {
    return switch (direction) {
      case Expr.Text(var _, var word) -> directed(attribute, word, "");
      case Expr.Dict(var _, var _, var entries) -> detailed(attribute, entries);
      default -> unknown();
    };
  }

  private Expression detailed(String attribute, List<Expr.Entry> entries) {
    var direction = "";
    var nulls = "";
    for (var it : entries) {
      if (!(it.value() instanceof Expr.Text(var _, var word))) {
        return unknown();
      } else {
        switch (it.name().orElse("")) {
          case "sort" -> direction = word;
          case "nulls" -> nulls = word;
          default -> {
            return unknown();
          }
        }
      }
    }
    return directed(attribute, direction, nulls);
  }

  private Expression directed(String attribute, String direction, String nulls) {
    var after =
        switch (nulls) {
          case "first" -> ".nulls_first()";
          case "last" -> ".nulls_last()";
          default -> "";
        };
    return switch (direction) {
      case "asc" -> Expression.verbatim(attribute + (after.isEmpty() ? "" : ".asc()" + after));
      case "desc" -> Expression.verbatim(attribute + ".desc()" + after);
      default -> unknown();
    };
  }
}

package lockstep.rewrite;

import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;

/// Tells whether what a dict says of a row may neither hold nor fail, as where a column is NULL.
final class PerhapsNull {
  private PerhapsNull() {}

  static boolean is(Entity entity, Expr.Dict dict) {
    return dict.entries().stream().anyMatch(it -> is(entity, it));
  }

  private static boolean is(Entity entity, Expr.Entry entry) {
    var name = entry.name().orElse("");
    return switch (name) {
      case "AND", "OR", "NOT" -> isGroup(entity, entry.value());
      default ->
          switch (entity.field(name).orElse(null)) {
            case Field.Scalar it -> is(entity, it, entry.value());
            // Whether a row exists is always known.
            case Field.Relation _ -> false;
            case null -> isGroup(entity, entry.value());
          };
    };
  }

  private static boolean isGroup(Entity entity, Expr value) {
    return switch (value) {
      case Expr.Dict it -> is(entity, it);
      case Expr.Display it -> it.elements().stream().anyMatch(one -> isGroup(entity, one));
      case Expr.Comprehension it -> it.results().stream().anyMatch(one -> isGroup(entity, one));
      default -> true;
    };
  }

  private static boolean is(Entity entity, Field.Scalar field, Expr value) {
    return switch (value) {
      case Expr.Dict _ when Conditions.isJson(entity.type(field)) -> true;
      case Expr.Dict(var _, var _, var operators) ->
          entity.mayBeNull(field) && !operators.stream().allMatch(PerhapsNull::isOfNull);
      default -> entity.mayBeNull(field) && !value.isNone();
    };
  }

  /// `{"equals": None}`, `{"not": None}`.
  private static boolean isOfNull(Expr.Entry operator) {
    return operator.value().isNone();
  }
}

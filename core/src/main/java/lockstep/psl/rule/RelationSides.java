package lockstep.psl.rule;

import java.util.List;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.RelationField;

/// What is said of the two ends of a relation, whatever kind it is.
final class RelationSides {
  private RelationSides() {}

  static boolean isEmpty(Optional<List<String>> fields) {
    return fields.isEmpty() || fields.get().isEmpty();
  }

  static void reportMissingOpposite(RelationField field, RuleContext context) {
    context.report(
        PslCode.MISSING_OPPOSITE,
        field,
        "The model `%s` has no field for the other end of the relation `%s.%s`."
            .formatted(field.target(), field.model(), field.name()),
        "Add a field of type `%s` to `%s`."
            .formatted(field.isList() ? field.model() : field.model() + "[]", field.target()));
  }

  /// Reports arguments at the end that cannot have them.
  static void reportMisplaced(
      RelationField here, RelationField there, String arguments, RuleContext context) {
    context.report(
        PslCode.MISPLACED_RELATION_ARGUMENT,
        here,
        "%s cannot stand at `%s.%s`.".formatted(arguments, here.model(), here.name()),
        "They belong to the other end, `%s.%s`.".formatted(there.model(), there.name()));
  }

  /// Reports arguments that both ends have.
  static void reportBoth(
      RelationField one, RelationField other, String argument, RuleContext context) {
    for (var it : List.of(one, other)) {
      context.report(
          PslCode.MISPLACED_RELATION_ARGUMENT,
          it,
          "Both `%s.%s` and `%s.%s` have the argument %s."
              .formatted(one.model(), one.name(), other.model(), other.name(), argument),
          "Keep it at the end whose table holds the reference.");
    }
  }
}

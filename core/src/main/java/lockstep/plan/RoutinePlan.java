package lockstep.plan;

import java.util.List;
import java.util.Optional;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Routine;
import lockstep.sql.Names;

/// The statements about functions, procedures and aggregates.
final class RoutinePlan {
  private RoutinePlan() {}

  /// Returns what lets the body of a function name what is only made later.
  ///
  /// @param routine one of those that are made after it
  static Step setting(ObjectPath routine) {
    return new Step(
        Step.Kind.SET,
        routine,
        "SET check_function_bodies = off",
        new Step.Reverse.Statement("RESET check_function_bodies"));
  }

  static Step create(QualifiedName name, Routine routine, Names names) {
    return new Step(
        Step.Kind.CREATE_ROUTINE,
        path(name, routine),
        "CREATE " + word(routine) + " " + names.of(name) + routine.definition(),
        new Step.Reverse.Statement(drop(name, routine, names)));
  }

  /// Returns what puts another body in place; empty where callers would see a difference.
  static Optional<List<Step>> alter(QualifiedName name, Routine from, Routine to, Names names) {
    if (from.definition().equals(to.definition())) {
      return Optional.of(List.of());
    }
    return from.canBecome(to) && to.canBecome(from)
        ? Optional.of(
            List.of(
                new Step(
                    Step.Kind.CREATE_ROUTINE,
                    path(name, to),
                    replace(name, to, names),
                    new Step.Reverse.Statement(replace(name, from, names)))))
        : Optional.empty();
  }

  private static String replace(QualifiedName name, Routine routine, Names names) {
    return "CREATE OR REPLACE " + word(routine) + " " + names.of(name) + routine.definition();
  }

  private static String drop(QualifiedName name, Routine routine, Names names) {
    return "DROP " + word(routine) + " " + reference(name, routine, names);
  }

  /// Returns as in `"f"(a integer)`.
  static String reference(QualifiedName name, Routine routine, Names names) {
    return names.of(name) + routine.signature();
  }

  static String word(Routine routine) {
    return switch (routine.type()) {
      case FUNCTION, WINDOW -> "FUNCTION";
      case PROCEDURE -> "PROCEDURE";
      case AGGREGATE -> "AGGREGATE";
    };
  }

  private static ObjectPath path(QualifiedName name, Routine routine) {
    return routine.path(name.namespace());
  }
}

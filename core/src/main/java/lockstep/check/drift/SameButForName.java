package lockstep.check.drift;

import lockstep.plan.Definition;
import lockstep.schema.Constraint;
import lockstep.schema.Index;
import lockstep.schema.Schema;
import lockstep.sql.Names;

/// Whether two parts of a table do the same.
final class SameButForName {
  private static final Definition DEFINITION = new Definition(Names.of(Schema.empty()));

  private SameButForName() {}

  static boolean areSame(Constraint from, Constraint to) {
    return DEFINITION.constraint(from).equals(DEFINITION.constraint(to));
  }

  static boolean areSame(Index from, Index to) {
    return DEFINITION.index(from).equals(DEFINITION.index(to));
  }
}

package lockstep.plan;

import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.Table;
import lockstep.sql.Quote;

/// The check under which a column becomes NOT NULL while others use its table. The plan that makes
/// it drops it; where that plan did not come to its end, the check stands there still.
public final class NotNullCheck {
  private NotNullCheck() {}

  static Identifier name(Identifier column) {
    return Identifier.of(Identifier.truncate(column.text(), 48) + "_is_not_null");
  }

  static String condition(Identifier column) {
    return Quote.name(column) + " IS NOT NULL";
  }

  /// Returns whether such a check was left behind in a table of which this is what shall be.
  public static boolean isLeftover(Constraint.Check check, Table wanted) {
    return wanted.columns().stream()
        .filter(it -> !it.isNullable() && check.name().equals(name(it.name())))
        .anyMatch(it -> isSame(check.condition().text(), condition(it.name())));
  }

  /// PostgreSQL prints a name without quotes where it needs none.
  private static boolean isSame(String printed, String written) {
    return printed.equals(written) || printed.equals(written.replace("\"", ""));
  }
}

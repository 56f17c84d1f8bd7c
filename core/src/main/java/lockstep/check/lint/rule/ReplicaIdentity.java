package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// A replica identity of all columns, or of none.
final class ReplicaIdentity implements Rule {
  @Override
  public LintCode code() {
    return LintCode.REPLICA_IDENTITY;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.ReplicaIdentity.class)) {
      switch (it.action().identity()) {
        case "full" ->
            findings.add(
                it.span(),
                "Every change of a row of `%s` writes the whole old row to the log."
                    .formatted(it.table()),
                "Use a unique index over columns that are NOT NULL: `USING INDEX`.");
        case "nothing" ->
            findings.add(
                it.span(),
                "Logical replication refuses updates and deletes of `%s`.".formatted(it.table()),
                "Use the default, or `USING INDEX`.");
        default -> {
          // By a key.
        }
      }
    }
  }
}

package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownTable;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;

/// Row security on a table without a policy.
final class RowSecurityWithoutPolicy implements Rule {
  @Override
  public LintCode code() {
    return LintCode.ROW_SECURITY_WITHOUT_POLICY;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.AlterTable it) {
      for (var action : it.actions()) {
        var isOn =
            action instanceof Action.RowSecurity row
                && row.protection() == Action.Protection.ENABLE;
        if (isOn && !hasPolicy(it.table(), step)) {
          findings.add(
              action.span(),
              "`%s` shows no row to anyone but its owner: it has row security and no policy."
                  .formatted(it.table()),
              "Add the policies in the same transaction.");
        }
      }
    }
  }

  private static boolean hasPolicy(ObjectName table, Step step) {
    return step.table(table).map(KnownTable::hasPolicy).orElse(false)
        || step.after(table).stream()
            .anyMatch(
                it ->
                    it.statement() instanceof Statement.CreatePolicy policy
                        && step.isSame(policy.table(), table));
  }
}

package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// A new column whose default differs from row to row.
final class VolatileDefault implements Rule {
  @Override
  public LintCode code() {
    return LintCode.VOLATILE_DEFAULT;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.AddColumn.class)) {
      Volatility.function(it.action().column().defaultValue())
          .ifPresent(
              function ->
                  findings.add(
                      it.span(),
                      "`%s` may give each row another value, so all rows of `%s` are written anew."
                          .formatted(function, it.table()),
                      "Add the column without default, set the default, then fill it in batches."));
    }
  }
}

package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// A column that may be NULL from now on.
final class NotNullDropped implements Rule {
  @Override
  public LintCode code() {
    return LintCode.NOT_NULL_DROPPED;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.DropNotNull.class)) {
      if (!step.known().isNew(it.table(), it.action().column())) {
        findings.add(
            it.span(),
            "Code that is running may not expect NULL in `%s.%s`."
                .formatted(it.table(), it.action().column()),
            "Release code that does before any writes it.");
      }
    }
  }
}

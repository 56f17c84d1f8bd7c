package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.TableConstraint;

/// An exclusion constraint that is added to a table with rows.
final class ExclusionBuildsIndex implements Rule {
  @Override
  public LintCode code() {
    return LintCode.EXCLUSION_BUILDS_INDEX;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.newConstraints(TableConstraint.Kind.EXCLUDE)) {
      findings.add(
          it.span(),
          "The exclusion constraint is built while nobody can read or write `%s`."
              .formatted(it.table()),
          "There is no online form: add it in a maintenance window, or to a new table.");
    }
  }
}

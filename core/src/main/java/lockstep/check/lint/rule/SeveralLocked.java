package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;

/// A second table that is locked in a transaction that holds another already.
final class SeveralLocked implements Rule {
  @Override
  public LintCode code() {
    return LintCode.SEVERAL_LOCKED;
  }

  @Override
  public boolean isSaidOnce() {
    return true;
  }

  @Override
  public void check(Step step, Findings findings) {
    var known = step.known();
    var table = Work.locked(step.statement(), known);
    if (table.isPresent()) {
      step.beforeInTransaction().stream()
          .flatMap(it -> Work.locked(it.statement(), known).stream())
          .filter(it -> !step.isSame(it, table.get()))
          .findFirst()
          .ifPresent(
              first ->
                  findings.add(
                      step.span(),
                      "The transaction holds its lock on `%s` while it waits for `%s`: whoever takes them in the other order waits for it, and it for them."
                          .formatted(first, table.get()),
                      "Change one table in each script."));
    }
  }
}

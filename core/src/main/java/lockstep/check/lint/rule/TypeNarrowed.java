package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownColumn;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// A type change after which values may not fit.
final class TypeNarrowed implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TYPE_NARROWED;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.SetType.class)) {
      step.table(it.table())
          .flatMap(table -> table.column(it.action().column()))
          .flatMap(KnownColumn::type)
          .filter(from -> TypeChange.narrows(from, it.action().type()))
          .ifPresent(
              from ->
                  findings.add(
                      it.span(),
                      "Values of `%s.%s` that are `%s` may not fit `%s`."
                          .formatted(it.table(), it.action().column(), from, it.action().type()),
                      "Look first whether any do not, and add a check that keeps new ones out."));
    }
  }
}

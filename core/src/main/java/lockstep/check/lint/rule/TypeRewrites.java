package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownColumn;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// A type change that writes every row anew.
final class TypeRewrites implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TYPE_REWRITES;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.SetType.class)) {
      var from =
          step.table(it.table())
              .flatMap(table -> table.column(it.action().column()))
              .flatMap(KnownColumn::type);
      if (TypeChange.rewrites(from, it.action().type())) {
        findings.add(
            it.span(),
            from.map(type -> "From `%s` to `%s`".formatted(type, it.action().type()))
                    .orElse("To `%s`".formatted(it.action().type()))
                + (from.isPresent() ? ", all" : ", perhaps all")
                + " rows of `%s` are written anew while nobody can read or write."
                    .formatted(it.table()),
            "Add a column of the new type, fill it in batches, and swap the two.");
      }
    }
  }
}

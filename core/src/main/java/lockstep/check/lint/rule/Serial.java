package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;

/// A serial column where an identity would do.
final class Serial implements Rule {
  @Override
  public LintCode code() {
    return LintCode.SERIAL;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var column : NewColumns.of(step)) {
      if (column.type().isSerial()) {
        findings.add(
            column.span(),
            "`%s` is `%s`, whose sequence has rights and an owner of its own."
                .formatted(column.name(), column.type()),
            "Use `GENERATED ALWAYS AS IDENTITY`.");
      }
    }
  }
}

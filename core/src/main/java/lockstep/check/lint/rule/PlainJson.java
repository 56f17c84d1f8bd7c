package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;

/// A column of `json`.
final class PlainJson implements Rule {
  @Override
  public LintCode code() {
    return LintCode.PLAIN_JSON;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var column : NewColumns.of(step)) {
      if (column.type().is("json")) {
        findings.add(
            column.span(),
            "`%s` is `json`, which has no equality and no index.".formatted(column.name()),
            "Use `jsonb`.");
      }
    }
  }
}

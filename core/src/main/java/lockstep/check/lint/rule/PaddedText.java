package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;

/// A column of `char(n)`.
final class PaddedText implements Rule {
  @Override
  public LintCode code() {
    return LintCode.PADDED_TEXT;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var column : NewColumns.of(step)) {
      if (column.type().is("character")) {
        findings.add(
            column.span(),
            "`%s` is `%s`, which pads what is shorter with blanks."
                .formatted(column.name(), column.type()),
            "Use `text`, with a check where the length matters.");
      }
    }
  }
}

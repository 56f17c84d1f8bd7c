package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;

/// A column of `timestamp` without a time zone.
final class TimestampWithoutZone implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TIMESTAMP_WITHOUT_ZONE;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var column : NewColumns.of(step)) {
      if (column.type().is("timestamp without time zone")) {
        findings.add(
            column.span(),
            "`%s` says a time of day, and not where.".formatted(column.name()),
            "Use `timestamptz`, which is an instant.");
      }
    }
  }
}

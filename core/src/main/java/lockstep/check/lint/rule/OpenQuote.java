package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.sql.Unclosed;
import lockstep.text.Span;

/// A quote that nothing closes: the rest of the script is no SQL.
final class OpenQuote implements Rule {
  @Override
  public LintCode code() {
    return LintCode.OPEN_QUOTE;
  }

  @Override
  public void check(Step step, Findings findings) {
    var tokens = step.parsed().tokens();
    if (!step.after().isEmpty() || tokens.isEmpty()) {
      return;
    }
    var last = tokens.getLast();
    if (Unclosed.in(last.text()).isPresent()) {
      var start = last.span().start();
      findings.add(
          new Span(start, start + 1),
          "The quote that opens here has no end: PostgreSQL refuses the script, and lint cannot see"
              + " what was meant to follow.",
          "Close it.");
    }
  }
}

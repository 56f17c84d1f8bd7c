package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;

/// One hazard: how it is seen, and what is said about it.
public interface Rule {
  /// Returns what its findings are called; no other rule has the same.
  LintCode code();

  /// Looks at one statement. Called for each in order.
  void check(Step step, Findings findings);

  /// Returns whether one finding in a script says all there is to say.
  default boolean isSaidOnce() {
    return false;
  }
}

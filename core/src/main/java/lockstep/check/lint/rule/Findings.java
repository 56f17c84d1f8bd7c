package lockstep.check.lint.rule;

import lockstep.text.Span;

/// Takes what one rule has to say about one statement.
public interface Findings {
  /// @param at where in the script
  /// @param fact what is so, in one sentence
  /// @param advice what to do about it, in one sentence
  void add(Span at, String fact, String advice);
}

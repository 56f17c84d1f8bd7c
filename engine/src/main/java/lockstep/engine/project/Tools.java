package lockstep.engine.project;

import lockstep.check.drift.Ignored;
import lockstep.check.lint.Levels;
import lockstep.engine.postgres.ShadowSettings;

/// What sources are read and judged with, whatever is read.
///
/// @param shadow the server on which SQL and models are tried out
/// @param python how models are imported
/// @param ignored what of a source is left alone
/// @param levels how much each hazard of SQL is minded
public record Tools(ShadowSettings shadow, PythonSettings python, Ignored ignored, Levels levels) {
  public Tools(ShadowSettings shadow, PythonSettings python, Ignored ignored) {
    this(shadow, python, ignored, Levels.DEFAULT);
  }
}

package lockstep.engine.project;

import lockstep.check.drift.Ignored;
import lockstep.engine.postgres.ShadowSettings;

/// What sources are read with, whatever is read.
///
/// @param shadow the server on which SQL and models are tried out
/// @param python how models are imported
/// @param ignored what of a source is left alone
public record Tools(ShadowSettings shadow, PythonSettings python, Ignored ignored) {}

package lockstep.engine.project;

/// Whether a tool is told to leave a table of another one alone.
public enum Exclusion {
  THERE,
  MISSING,
  /// It is said by a program, if at all, and that is not run.
  UNKNOWN
}

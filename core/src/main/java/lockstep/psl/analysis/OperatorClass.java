package lockstep.psl.analysis;

/// What `ops:` of an indexed field says.
public sealed interface OperatorClass {
  record Known(KnownOperatorClass name) implements OperatorClass {}

  /// @param sql as written in `raw("…")`
  record Raw(String sql) implements OperatorClass {}
}

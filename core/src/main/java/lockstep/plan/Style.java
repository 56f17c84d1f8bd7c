package lockstep.plan;

/// How careful a plan is with those who use the database meanwhile.
public enum Style {
  /// Each change in the form that keeps readers and writers going: for a running service.
  ONLINE,
  /// Each change in its direct form: for a new database or a maintenance window.
  PLAIN
}

package lockstep.plan;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can be said against a plan.
public enum PlanCode implements Code {
  /// A step destroys what nobody allowed to be destroyed.
  LOSS("PLN001", Severity.ERROR),
  /// The plan does not do in a shadow database what it is there for.
  NOT_PROVEN("PLN002", Severity.ERROR),
  /// Nobody tried whether the plan does what it is there for.
  UNTRIED("PLN003", Severity.NOTE),
  /// What goes and what comes look like one thing under another name.
  RENAME("PLN004", Severity.WARNING),
  /// A rename that names nothing, or something that is there already.
  NO_SUCH_RENAME("PLN005", Severity.ERROR),
  /// A change that PostgreSQL cannot make to what is there.
  IMPOSSIBLE("PLN006", Severity.ERROR),
  /// What is to be dropped has dependants that nobody read.
  HELD("PLN007", Severity.ERROR);

  private final String id;
  private final Severity severity;

  PlanCode(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}

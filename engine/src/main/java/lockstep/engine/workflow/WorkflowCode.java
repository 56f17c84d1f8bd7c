package lockstep.engine.workflow;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can be wrong when sources meet.
public enum WorkflowCode implements Code {
  REFUSED_BY_POSTGRES("WRK001", Severity.ERROR),
  NOT_SAYABLE("WRK002", Severity.ERROR),
  SQL_SAYS_OTHERWISE("WRK003", Severity.WARNING),
  NOT_DECLARED("WRK004", Severity.WARNING);

  private final String id;
  private final Severity severity;

  WorkflowCode(String id, Severity severity) {
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

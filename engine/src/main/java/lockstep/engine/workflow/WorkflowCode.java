package lockstep.engine.workflow;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can be wrong when sources meet.
public enum WorkflowCode implements Code {
  REFUSED_BY_POSTGRES("WRK001"),
  NOT_SAYABLE("WRK002");

  private final String id;

  WorkflowCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}

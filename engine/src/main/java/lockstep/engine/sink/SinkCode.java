package lockstep.engine.sink;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can be wrong with a place that is written to.
public enum SinkCode implements Code {
  CANNOT_WRITE("SNK001", Severity.ERROR),
  DISK_FULL("SNK002", Severity.ERROR),
  FOREIGN_FILE("SNK003", Severity.ERROR),
  STALE_FILE("SNK004", Severity.ERROR),
  EDITED_FILE("SNK005", Severity.WARNING),
  CHANGED_MEANWHILE("SNK006", Severity.ERROR);

  private final String id;
  private final Severity severity;

  SinkCode(String id, Severity severity) {
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

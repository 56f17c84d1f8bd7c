package lockstep.engine.sink;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can be wrong with a place that is written to.
public enum SinkCode implements Code {
  CANNOT_WRITE("SNK001"),
  DISK_FULL("SNK002"),
  FOREIGN_FILE("SNK003"),
  STALE_FILE("SNK004");

  private final String id;

  SinkCode(String id) {
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

package lockstep.engine.git;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// Why Git cannot be asked.
public enum GitCode implements Code {
  NO_PROGRAM("GIT001"),
  NO_REPOSITORY("GIT002"),
  FAILED("GIT003");

  private final String id;

  GitCode(String id) {
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

package lockstep.engine.verify;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can stand in the way of trying queries.
public enum VerifyCode implements Code {
  NO_NODE("VER001"),
  INSTALL_FAILED("VER002"),
  PROGRAM_FAILED("VER003"),
  NO_DRIVER("VER004");

  private final String id;

  VerifyCode(String id) {
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

package lockstep.cli;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can be wrong with a call.
public enum CliCode implements Code {
  UNKNOWN_COMMAND("CLI001"),
  UNKNOWN_OPTION("CLI002"),
  BAD_VALUE("CLI003"),
  WRONG_ARGUMENTS("CLI004"),
  OUTPUT_FAILED("CLI005"),
  UNKNOWN_CODE("CLI006"),
  OUT_OF_MEMORY("CLI007"),
  UNKNOWN_OBJECT("CLI008"),
  INPUT_FAILED("CLI009");

  private final String id;

  CliCode(String id) {
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

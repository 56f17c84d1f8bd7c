package lockstep.engine.seed;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can be wrong with data files, or with a database that is to take their rows.
public enum SeedCode implements Code {
  NO_DATA("SED001"),
  MALFORMED("SED002"),
  NO_SUCH_TABLE("SED003"),
  NO_SUCH_COLUMN("SED004"),
  NO_KEY("SED005"),
  SAME_ROW("SED006"),
  BAD_VALUE("SED007"),
  NO_REFERENCE("SED008"),
  DANGLING("SED009"),
  CYCLE("SED010"),
  REFUSED("SED011"),
  NOT_KEPT("SED012"),
  WRONG_COUNT("SED013"),
  CHECK_FAILED("SED014"),
  DISAGREEING("SED015");

  private final String id;

  SeedCode(String id) {
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

package lockstep.engine.postgres.embedded;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can stand in the way of the embedded server. None of these is the user's schema's fault.
public enum EmbeddedCode implements Code {
  NO_BINARIES_FOR_PLATFORM("PG020"),
  UNKNOWN_MAJOR("PG021"),
  NOT_FETCHED("PG022"),
  WRONG_CHECKSUM("PG023"),
  CACHE_NOT_WRITABLE("PG024"),
  DISK_FULL("PG025"),
  CACHE_FAILED("PG026"),
  NO_UNPRIVILEGED_USER("PG027"),
  NOT_STARTED("PG028"),
  ;

  private final String id;

  EmbeddedCode(String id) {
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

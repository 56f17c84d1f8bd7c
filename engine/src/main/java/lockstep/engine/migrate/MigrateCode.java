package lockstep.engine.migrate;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can go wrong while a database is changed.
public enum MigrateCode implements Code {
  /// A statement failed.
  STEP_FAILED("MIG001"),
  /// Somebody else held the table for longer than this was to wait.
  NO_LOCK("MIG002"),
  /// Another process is changing the database.
  BUSY("MIG003"),
  /// The database is another one than the user was asked about.
  CHANGED_MEANWHILE("MIG004");

  private final String id;

  MigrateCode(String id) {
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

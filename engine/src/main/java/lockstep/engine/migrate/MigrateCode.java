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
  CHANGED_MEANWHILE("MIG004"),
  /// A database has tables and no history.
  NO_HISTORY("MIG015"),
  /// A migration cannot be declared what somebody wants to declare it.
  NOT_RESOLVABLE("MIG016"),
  /// The script of a migration ends within its own transaction.
  TRANSACTION_LEFT_OPEN("MIG017"),
  /// The script of a migration failed.
  MIGRATION_FAILED("MIG018"),
  /// There is no migration of a name.
  NO_SUCH_MIGRATION("MIG019"),
  /// Nothing is there that takes a migration back.
  NO_DOWN_FILE("MIG033"),
  /// Taking a migration back destroys what nobody allowed to be destroyed.
  LOST_ON_THE_WAY_BACK("MIG034"),
  /// What shall take a migration back failed.
  NOT_TAKEN_BACK("MIG035"),
  /// A history cannot begin where there is one.
  HISTORY_EXISTS("MIG036"),
  /// A database is not what its history makes.
  DRIFTED("MIG037"),
  /// What stands of a migration is not what its file has by now.
  EDITED_HALF_WAY("MIG050"),
  /// Nobody knows whether a statement stands.
  UNCERTAIN("MIG051"),
  /// A pooler hands each transaction to another session of the server.
  POOLED("MIG052"),
  /// PostgreSQL's own programs are missing, or older than the server.
  NO_CLIENT_PROGRAM("MIG053"),
  BACKUP_FAILED("MIG054"),
  /// Somebody ended the run between two migrations.
  ENDED_BEFORE("MIG057"),
  /// A migration failed on a copy.
  REHEARSAL_FAILED("MIG060"),
  /// What shall be a copy is the database itself.
  NOT_A_COPY("MIG062"),
  /// A backup cannot be read, or the server refuses what is in it.
  RESTORE_FAILED("MIG063"),
  /// What was restored is not what the backup holds.
  NOT_AS_BACKED_UP("MIG064"),
  /// A migration names what is called by another case.
  OTHER_CASE("MIG070"),
  /// A migration makes what is there already.
  THERE_ALREADY("MIG071");

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

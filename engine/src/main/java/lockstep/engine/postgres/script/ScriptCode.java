package lockstep.engine.postgres.script;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What there is to say about an SQL script that was run.
public enum ScriptCode implements Code {
  STATEMENT_FAILED("SQL001", Severity.ERROR),
  UNKNOWN_ROLES("SQL002", Severity.NOTE),
  CLUSTER_STATEMENTS("SQL003", Severity.NOTE),
  NEEDS_SUPERUSER("SQL004", Severity.WARNING),
  META_COMMAND("SQL005", Severity.WARNING),
  UNKNOWN_SETTINGS("SQL006", Severity.NOTE),
  TRANSACTION_LEFT_OPEN("SQL007", Severity.WARNING),
  INCLUDED_FILE("SQL008", Severity.ERROR),
  ABOUT_WHAT_WAS_SKIPPED("SQL009", Severity.NOTE),
  NOT_DECLARATIVE("SQL010", Severity.ERROR),
  ;

  private final String id;
  private final Severity severity;

  ScriptCode(String id, Severity severity) {
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

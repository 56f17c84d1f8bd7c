package lockstep.engine.source.sqlalchemy;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What there can be to say about models.
public enum ProbeCode implements Code {
  NO_SQLALCHEMY("PRB001"),
  OLD_SQLALCHEMY("PRB002"),
  NO_MODULE("PRB003"),
  NO_METADATA("PRB004"),
  MISSING_DEPENDENCY("PRB005"),
  MISSING_SETTING("PRB006"),
  IMPORT_RAISED("PRB007"),
  MAPPERS_FAILED("PRB008"),
  DDL_FAILED("PRB009"),
  NO_TABLES("PRB010"),
  REFUSED_BY_POSTGRES("PRB011"),
  MISSING_EXTENSION("PRB012"),
  REPEATED_TABLE("PRB013", Severity.WARNING),
  STATEMENT_SKIPPED("PRB014", Severity.NOTE),
  ;

  private final String id;
  private final Severity severity;

  ProbeCode(String id) {
    this(id, Severity.ERROR);
  }

  ProbeCode(String id, Severity severity) {
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

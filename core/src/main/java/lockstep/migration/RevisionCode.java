package lockstep.migration;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What there is to say of an Alembic history, and of taking it over.
public enum RevisionCode implements Code {
  NONE("ALB001", Severity.ERROR),
  UNREADABLE("ALB002", Severity.ERROR),
  TWICE("ALB003", Severity.ERROR),
  PARENT_MISSING("ALB004", Severity.ERROR),
  CYCLE("ALB005", Severity.ERROR),
  COMMAND_FAILED("ALB006", Severity.ERROR),
  INCOMPLETE("ALB007", Severity.ERROR),
  NOT_EQUAL("ALB008", Severity.ERROR),
  NO_DOWN("ALB009", Severity.NOTE),
  ROWS("ALB010", Severity.WARNING),
  NO_VERSION("ALB011", Severity.ERROR),
  UNKNOWN_VERSION("ALB012", Severity.ERROR),
  TAKEN_ALREADY("ALB013", Severity.ERROR);

  private final String id;
  private final Severity severity;

  RevisionCode(String id, Severity severity) {
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

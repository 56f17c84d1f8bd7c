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
  TAKEN_ALREADY("ALB013", Severity.ERROR),
  /// On the way back there is a revision that no migration came from.
  NOT_TAKEN("ALB014", Severity.ERROR),
  BEFORE_TAKEN("ALB015", Severity.ERROR),
  /// The file of a revision is not what its migration says by now.
  EDITED_SINCE("ALB016", Severity.WARNING),
  /// No revision says what a database has.
  IN_BETWEEN("ALB017", Severity.ERROR),
  AHEAD("ALB018", Severity.ERROR),
  /// Of the two tables of a database, one has what the other has not.
  TABLES_APART("ALB020", Severity.ERROR),
  BOTH_BEHIND("ALB021", Severity.ERROR),
  /// Only Alembic's files have it.
  NOT_PAIRED("ALB022", Severity.ERROR),
  PRISMA_MAY_DROP("ALB023", Severity.ERROR),
  ALEMBIC_MAY_DROP("ALB024", Severity.ERROR),
  /// It ran, and is not among the files.
  NO_FILE("ALB025", Severity.ERROR),
  NOT_AT_HEAD("ALB026", Severity.ERROR),
  /// Both tools deploy, and one would not say what the other has to know.
  NOT_IN_STEP("ALB027", Severity.ERROR),
  /// A database has, or has not, what its revisions make.
  NOT_AS_TAKEN("ALB028", Severity.ERROR),
  /// Run twice, it makes rows that are not the same, and nobody made a mistake.
  UNSTEADY_ROWS("ALB029", Severity.WARNING);

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

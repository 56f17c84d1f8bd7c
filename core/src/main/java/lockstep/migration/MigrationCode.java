package lockstep.migration;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What there is to say of a history on disk, and of how it stands to a database.
public enum MigrationCode implements Code {
  FAILED("MIG005", Severity.ERROR),
  EDITED("MIG006", Severity.WARNING),
  LINE_ENDS("MIG007", Severity.NOTE),
  MISSING("MIG008", Severity.WARNING),
  UNKNOWN("MIG009", Severity.NOTE),
  OUT_OF_ORDER("MIG010", Severity.WARNING),
  BYTE_ORDER_MARK("MIG011", Severity.ERROR),
  EMPTY("MIG012", Severity.WARNING),
  SCRIPT_MISSING("MIG013", Severity.ERROR),
  OTHER_PROVIDER("MIG014", Severity.ERROR),
  /// Nothing is known that takes a migration back.
  NO_WAY_BACK("MIG030", Severity.WARNING),
  HISTORY_BROKEN("MIG031", Severity.ERROR),
  /// What shall take a migration back does not.
  NOT_REVERSED("MIG032", Severity.ERROR),
  OF_PSQL("MIG055", Severity.ERROR),
  /// A server cannot read a file to its end.
  NOT_WHOLE("MIG056", Severity.ERROR),
  /// Others would have had to wait.
  HELD_LONG("MIG061", Severity.WARNING),
  /// A database has some of what one migration is in the place of.
  BEHIND_SQUASH("MIG065", Severity.ERROR),
  /// A history cannot be squashed, or not wholly.
  NOT_SQUASHED("MIG066", Severity.ERROR),
  /// The way back was cut off, or failed, behind a statement that stands.
  HALF_TAKEN_BACK("MIG067", Severity.ERROR),
  /// A file undoes what it did.
  TAKEN_BACK("MIG068", Severity.ERROR);

  private final String id;
  private final Severity severity;

  MigrationCode(String id, Severity severity) {
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

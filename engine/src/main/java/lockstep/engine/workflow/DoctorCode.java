package lockstep.engine.workflow;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can be wrong with the surroundings of a project.
public enum DoctorCode implements Code {
  PACKAGE_MISSING("DOC001", Severity.ERROR),
  PACKAGE_TOO_OLD("DOC002", Severity.ERROR),
  PACKAGE_OTHERWISE("DOC003", Severity.WARNING),
  NO_ADDRESS("DOC004", Severity.ERROR),
  /// An address that the driver does not understand as it is.
  ADDRESS_NOT_FOR_DRIVER("DOC005", Severity.ERROR),
  EXTENSION_MISSING("DOC006", Severity.ERROR),
  BEHIND("DOC007", Severity.ERROR),
  UNRECORDED("DOC008", Severity.WARNING),
  DIFFERS("DOC009", Severity.ERROR),
  STALE("DOC010", Severity.ERROR),
  TWO_COPIES("DOC011", Severity.ERROR),
  NO_HOOK("DOC012", Severity.WARNING),
  CLIENT_MISSING("DOC013", Severity.ERROR),
  CLIENT_STALE("DOC014", Severity.ERROR),
  ENGINE_MISSING("DOC015", Severity.ERROR);

  private final String id;
  private final Severity severity;

  DoctorCode(String id, Severity severity) {
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

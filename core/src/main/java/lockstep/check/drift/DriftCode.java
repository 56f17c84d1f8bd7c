package lockstep.check.drift;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// The ways in which two sources can disagree.
public enum DriftCode implements Code {
  MISSING("DRF001", Severity.ERROR),
  COLUMN_TYPE("DRF002", Severity.ERROR),
  NULLABILITY("DRF003", Severity.ERROR),
  COLUMN_VALUE("DRF004", Severity.ERROR),
  CONSTRAINT("DRF005", Severity.ERROR),
  INDEX("DRF006", Severity.ERROR),
  ENUM_VALUES("DRF007", Severity.ERROR),
  DEFINITION("DRF008", Severity.ERROR),
  OTHER_NAME("DRF009", Severity.ERROR),
  COMMENT("DRF010", Severity.NOTE),
  COLUMN_ORDER("DRF011", Severity.NOTE),
  LEFT_ALONE("DRF012", Severity.NOTE),
  CLIENT_VALUE("DRF013", Severity.WARNING),
  NOT_COMPARED("DRF014", Severity.NOTE),
  ACCESS("DRF015", Severity.ERROR),
  STANDS_ALONE("DRF016", Severity.NOTE),
  OWN_PART("DRF017", Severity.NOTE);

  private final String id;
  private final Severity severity;

  DriftCode(String id, Severity severity) {
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

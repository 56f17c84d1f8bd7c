package lockstep.engine.postgres.spelling;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What there is to say while two spellings are compared.
public enum SpellingCode implements Code {
  COMPARED_AS_WRITTEN("DB004", Severity.NOTE);

  private final String id;
  private final Severity severity;

  SpellingCode(String id, Severity severity) {
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

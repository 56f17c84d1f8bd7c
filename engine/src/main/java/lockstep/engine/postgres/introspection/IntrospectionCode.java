package lockstep.engine.postgres.introspection;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What there is to say about a database that was read.
public enum IntrospectionCode implements Code {
  NOT_MODELLED("DB001", Severity.NOTE),
  INVALID_INDEX("DB002", Severity.WARNING),
  UNREADABLE_CATALOG("DB003", Severity.ERROR),
  NO_SUCH_NAMESPACE("DB005", Severity.WARNING);

  private final String id;
  private final Severity severity;

  IntrospectionCode(String id, Severity severity) {
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

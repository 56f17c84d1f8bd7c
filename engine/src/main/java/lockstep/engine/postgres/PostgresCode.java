package lockstep.engine.postgres;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What this room has to say.
public enum PostgresCode implements Code {
  UNREACHABLE("PG001"),
  WRONG_PASSWORD("PG002"),
  NO_SUCH_DATABASE("PG003"),
  LOGIN_REFUSED("PG004"),
  TLS_FAILED("PG005"),
  NO_FREE_CONNECTION("PG006"),
  CONNECTION_LOST("PG007"),
  CONNECTION_FAILED("PG008"),
  NOT_PERMITTED("PG009"),
  EXTENSION_MISSING("PG010"),
  SERVER_FULL("PG011"),
  STATEMENT_REFUSED("PG012"),
  SHADOW_NOT_CREATED("PG013"),
  NO_FITTING_SERVER("PG014"),
  ;

  private final String id;
  private final Severity severity;

  PostgresCode(String id) {
    this(id, Severity.ERROR);
  }

  PostgresCode(String id, Severity severity) {
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

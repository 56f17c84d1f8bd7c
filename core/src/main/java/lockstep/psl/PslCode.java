package lockstep.psl;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can be wrong with a Prisma schema. `PSL0xx` is syntax, `PSL1xx` and above is meaning.
public enum PslCode implements Code {
  INVALID_TOP_LEVEL_LINE("PSL001"),
  UNKNOWN_BLOCK("PSL002"),
  INVALID_MODEL_LINE("PSL003"),
  INVALID_ENUM_LINE("PSL004"),
  INVALID_CONFIGURATION_LINE("PSL005"),
  FIELD_WITHOUT_TYPE("PSL006"),
  LEGACY_COLON("PSL007"),
  LEGACY_REQUIRED_MARK("PSL008"),
  LEGACY_LIST("PSL009"),
  OPTIONAL_LIST("PSL010"),
  TYPE_ALIAS("PSL011"),
  UNKNOWN_ESCAPE("PSL012"),
  INVALID_UNICODE_ESCAPE("PSL013"),
  NESTED_TOO_DEEPLY("PSL014"),
  TOO_MANY_ERRORS("PSL015"),
  TYPE_BLOCK_ATTRIBUTE("PSL016"),
  TYPE_FIELD_ATTRIBUTE("PSL017");

  private final String id;
  private final Severity severity;

  PslCode(String id) {
    this(id, Severity.ERROR);
  }

  PslCode(String id, Severity severity) {
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

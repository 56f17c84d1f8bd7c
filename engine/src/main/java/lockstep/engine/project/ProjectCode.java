package lockstep.engine.project;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can be wrong with the settings, or with a source as it is named in a call.
///
/// All of them mean that the call cannot be carried out as it was made.
public enum ProjectCode implements Code {
  MALFORMED_FILE("PRJ001"),
  UNKNOWN_KEY("PRJ002"),
  WRONG_VALUE("PRJ003"),
  MISSING_KEY("PRJ004"),
  NO_SCHEMA_FOUND("PRJ005"),
  SEVERAL_SCHEMAS_FOUND("PRJ006"),
  UNKNOWN_SOURCE("PRJ007"),
  BAD_URL("PRJ008"),
  UNSET_VARIABLE("PRJ009"),
  FILE_MISSING("PRJ010"),
  FILE_UNREADABLE("PRJ011"),
  NOT_TEXT("PRJ012"),
  FOLDER_WITHOUT_SCHEMA("PRJ013"),
  FILE_TOO_LARGE("PRJ014"),
  /// What shall be begun is there already.
  FILE_EXISTS("PRJ015");

  private final String id;

  ProjectCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}

package lockstep.emit.sqlalchemy;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What SQLAlchemy models cannot say, or say only from a later version on.
public enum SqlAlchemyCode implements Code {
  CONSTRAINT_OPTION("SQA001"),
  TABLE_OPTION("SQA002"),
  COMMENT("SQA003"),
  COLLATION("SQA004"),
  SEQUENCE_NAME("SQA005"),
  RELATION("SQA006"),
  VIEW_QUERY("SQA007"),
  COLUMN_NAME("SQA008"),
  INDEX_OPTION("SQA009"),
  MIXIN("SQA010"),
  CLIENT_DEFAULT("SQA011");

  private final String id;

  SqlAlchemyCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }
}

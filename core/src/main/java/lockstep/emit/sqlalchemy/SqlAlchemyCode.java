package lockstep.emit.sqlalchemy;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What SQLAlchemy models cannot say, or say only from a later version on.
public enum SqlAlchemyCode implements Code {
  CONSTRAINT_OPTION("SQA001"),
  TABLE_OPTION("SQA002"),
  COMMENT("SQA003"),
  COLLATION("SQA004"),
  SEQUENCE("SQA005"),
  RELATION("SQA006"),
  MIXIN("SQA007"),
  CLIENT_DEFAULT("SQA008"),
  VIEW("SQA009"),
  REFERENCE("SQA010"),
  PRINTED_OBJECT("SQA011"),
  TYPE("SQA012"),
  ACCESS("SQA013");

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

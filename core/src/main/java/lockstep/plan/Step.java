package lockstep.plan;

import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.schema.ObjectPath;

/// One statement to run.
///
/// @param sql without semicolon
/// @param losses what it destroys for good; mostly nothing
/// @param hazards what it means for a running service; empty where nobody has looked
public record Step(
    Kind kind,
    ObjectPath object,
    String sql,
    Reverse reverse,
    Conduct conduct,
    List<Loss> losses,
    List<Diagnostic> hazards) {
  public Step {
    losses = List.copyOf(losses);
    hazards = List.copyOf(hazards);
  }

  public Step(
      Kind kind,
      ObjectPath object,
      String sql,
      Reverse reverse,
      Conduct conduct,
      List<Loss> losses) {
    this(kind, object, sql, reverse, conduct, losses, List.of());
  }

  /// A step that makes something new.
  public Step(Kind kind, ObjectPath object, String sql, Reverse reverse) {
    this(kind, object, sql, reverse, Conduct.QUIET, List.of());
  }

  public Step(Kind kind, ObjectPath object, String sql, Reverse reverse, Conduct conduct) {
    this(kind, object, sql, reverse, conduct, List.of());
  }

  /// Returns the same step, of which this is known.
  public Step withHazards(List<Diagnostic> found) {
    return new Step(kind, object, sql, reverse, conduct, losses, found);
  }

  /// What a step does. Steps run in the order of these, except where one needs another first.
  public enum Kind {
    SET("Set"),
    RENAME("Rename"),
    DROP_FOREIGN_KEY("DropForeignKey"),
    DROP_VIEW("DropView"),
    DROP_OBJECT("Drop"),
    DROP_CONSTRAINT("DropConstraint"),
    DROP_INDEX("DropIndex"),
    DROP_COLUMN("AlterTable"),
    DROP_TABLE("DropTable"),
    DROP_SEQUENCE("DropSequence"),
    DROP_DOMAIN("DropDomain"),
    DROP_TYPE("DropType"),
    DROP_ENUM("DropEnum"),
    DROP_EXTENSION("DropExtension"),
    DROP_SCHEMA("DropSchema"),
    CREATE_SCHEMA("CreateSchema"),
    CREATE_EXTENSION("CreateExtension"),
    CREATE_FOREIGN_SOURCE("CreateServer"),
    ALTER_EXTENSION("AlterExtension"),
    CREATE_ENUM("CreateEnum"),
    ALTER_ENUM("AlterEnum"),
    CREATE_SEQUENCE("CreateSequence"),
    ALTER_SEQUENCE("AlterSequence"),
    CREATE_TYPE("CreateType"),
    ALTER_TYPE("AlterType"),
    CREATE_DOMAIN("CreateDomain"),
    ALTER_DOMAIN("AlterDomain"),
    CREATE_ROUTINE("CreateFunction"),
    CREATE_CAST("CreateCast"),
    CREATE_TABLE("CreateTable"),
    ADD_COLUMN("AlterTable"),
    ALTER_TABLE("AlterTable"),
    OWN_SEQUENCE("OwnSequence"),
    ADD_CONSTRAINT("AddConstraint"),
    CREATE_INDEX("CreateIndex"),
    ALTER_INDEX("AlterIndex"),
    ATTACH_PARTITION("AttachPartition"),
    JOIN_PARENT("AlterTable"),
    /// A foreign key of a partition that its parent's shall take over.
    ADD_KEY_OF_PARTITION("AddForeignKey"),
    ADD_FOREIGN_KEY("AddForeignKey"),
    USE_INDEX("UseIndex"),
    CREATE_VIEW("CreateView"),
    ALTER_VIEW("AlterView"),
    CREATE_RULE("CreateRule"),
    CREATE_TRIGGER("CreateTrigger"),
    ENABLE_TRIGGER("AlterTable"),
    CREATE_POLICY("CreatePolicy"),
    CREATE_STATISTICS("CreateStatistics"),
    ALTER_STATISTICS("AlterStatistics"),
    CREATE_PUBLICATION("CreatePublication"),
    COMMENT("Comment"),
    ALTER_OWNER("AlterOwner"),
    GRANT("Grant"),
    ALTER_DEFAULT_PRIVILEGES("AlterDefaultPrivileges"),
    CREATE_EVENT_TRIGGER("CreateEventTrigger");

    private final String heading;

    Kind(String heading) {
      this.heading = heading;
    }

    /// Returns the comment above such a statement; where Prisma has such statements, Prisma's.
    public String heading() {
      return heading;
    }
  }

  /// How a step is undone.
  public sealed interface Reverse {
    /// @param sql without semicolon
    record Statement(String sql) implements Reverse {}

    /// @param reason a sentence
    record None(String reason) implements Reverse {}
  }
}

package lockstep.plan;

import lockstep.schema.ObjectPath;

/// One statement to run.
///
/// @param sql without semicolon
public record Step(Kind kind, ObjectPath object, String sql, Reverse reverse) {

  /// What a step does. Steps run in the order of these: each kind may need only earlier ones.
  public enum Kind {
    CREATE_SCHEMA("CreateSchema"),
    CREATE_EXTENSION("CreateExtension"),
    CREATE_ENUM("CreateEnum"),
    CREATE_SEQUENCE("CreateSequence"),
    CREATE_DOMAIN("CreateDomain"),
    CREATE_TABLE("CreateTable"),
    OWN_SEQUENCE("OwnSequence"),
    ADD_CONSTRAINT("AddConstraint"),
    CREATE_INDEX("CreateIndex"),
    ADD_FOREIGN_KEY("AddForeignKey"),
    CREATE_VIEW("CreateView"),
    COMMENT("Comment");

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

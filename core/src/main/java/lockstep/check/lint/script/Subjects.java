package lockstep.check.lint.script;

import java.util.List;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;

/// The tables, views and functions that a statement is about.
final class Subjects {
  private Subjects() {}

  static List<ObjectName> of(Statement statement) {
    return switch (statement) {
      case Statement.CreateTable it -> List.of(it.name());
      case Statement.AlterTable it -> List.of(it.table());
      case Statement.CreateIndex it -> List.of(it.table());
      case Statement.CreateView it -> List.of(it.name());
      case Statement.CreateFunction it -> List.of(it.name());
      case Statement.CreatePolicy it -> List.of(it.table());
      case Statement.Drop it -> it.names();
      case Statement.Update it -> List.of(it.table());
      case Statement.Delete it -> List.of(it.table());
      case Statement.CreateTrigger it -> List.of(it.table());
      default -> List.of();
    };
  }
}

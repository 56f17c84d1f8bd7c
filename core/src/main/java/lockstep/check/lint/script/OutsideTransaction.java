package lockstep.check.lint.script;

import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// Which statements PostgreSQL refuses inside a transaction (PostgreSQL 18).
public final class OutsideTransaction {
  private OutsideTransaction() {}

  public static boolean mustRun(Statement statement) {
    return switch (statement) {
      case Statement.CreateIndex it -> it.words().contains(Word.CONCURRENTLY);
      case Statement.Reindex it -> it.words().contains(Word.CONCURRENTLY);
      case Statement.Drop it ->
          it.kind() == ObjectKind.DATABASE
              || it.kind() == ObjectKind.INDEX && it.words().contains(Word.CONCURRENTLY);
      case Statement.Create it -> it.kind() == ObjectKind.DATABASE;
      case Statement.Vacuum _ -> true;
      case Statement.AlterTable it ->
          it.actions().stream()
              .anyMatch(
                  action ->
                      action instanceof Action.DetachPartition detach
                          && detach.words().contains(Word.CONCURRENTLY));
      default -> false;
    };
  }

  /// Returns whether a statement does its work in whatever transaction it stands.
  public static boolean changesSomething(Statement statement) {
    return switch (statement) {
      case Statement.Begin _,
          Statement.Commit _,
          Statement.Rollback _,
          Statement.SetParameter _,
          Statement.MetaCommand _,
          Statement.Other _ ->
          false;
      default -> !mustRun(statement);
    };
  }
}

package lockstep.check.lint.rule;

import java.util.Optional;
import lockstep.check.lint.script.Known;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ColumnDefinition;
import lockstep.check.lint.statement.ColumnDefinition.Trait;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.check.lint.statement.Word;

/// What a statement has PostgreSQL do to tables that were there before: the locks that keep others
/// out, and the passes over all rows.
final class Work {
  private Work() {}

  /// Returns the old table that others must not write, or not even read, from this statement to the
  /// end of its transaction.
  static Optional<ObjectName> locked(Statement statement, Known known) {
    return switch (statement) {
      case Statement.AlterTable it when it.actions().stream().anyMatch(Work::locks) ->
          old(it.table(), known);
      case Statement.Drop it when it.kind() == ObjectKind.TABLE ->
          it.names().stream().flatMap(name -> old(name, known).stream()).findFirst();
      case Statement.Truncate it ->
          it.tables().stream().flatMap(name -> old(name, known).stream()).findFirst();
      case Statement.LockTable it when blocksWriters(it) ->
          it.tables().stream().flatMap(name -> old(name, known).stream()).findFirst();
      case Statement.CreateIndex it when !it.words().contains(Word.CONCURRENTLY) ->
          old(it.table(), known);
      case Statement.CreateTrigger it -> old(it.table(), known);
      case Statement.CreatePolicy it -> old(it.table(), known);
      case Statement.Refresh it
          when !it.words().contains(Word.CONCURRENTLY)
              && !known.isNew(ObjectKind.MATERIALIZED_VIEW, it.view()) ->
          Optional.of(it.view());
      case Statement.Vacuum it when it.words().contains(Word.FULL) ->
          it.tables().stream().findFirst();
      case Statement.Cluster(var table) -> table;
      default -> Optional.empty();
    };
  }

  /// Returns whether it takes a lock that keeps writers out (PostgreSQL 18, 13.3.1).
  static boolean blocksWriters(Statement.LockTable it) {
    return switch (it.mode()) {
      case "access share", "row share", "row exclusive", "share update exclusive" -> false;
      default -> true;
    };
  }

  private static Optional<ObjectName> old(ObjectName table, Known known) {
    return known.isNew(table) || known.isNew(ObjectKind.MATERIALIZED_VIEW, table)
        ? Optional.empty()
        : Optional.of(table);
  }

  private static boolean locks(Action action) {
    return switch (action) {
      case Action.ValidateConstraint _, Action.SetParameters _, Action.AttachPartition _ -> false;
      case Action.DetachPartition it -> !it.words().contains(Word.CONCURRENTLY);
      default -> true;
    };
  }

  /// Returns the old table of which a statement reads or writes every row, or might.
  static Optional<ObjectName> passes(Statement statement, Known known) {
    return switch (statement) {
      case Statement.AlterTable it
          when it.actions().stream().anyMatch(action -> passes(action, it.table(), known)) ->
          old(it.table(), known);
      case Statement.CreateIndex it when !it.words().contains(Word.CONCURRENTLY) ->
          old(it.table(), known);
      case Statement.Update it when !it.words().contains(Word.LIMITED) -> old(it.table(), known);
      case Statement.Delete it when !it.words().contains(Word.LIMITED) -> old(it.table(), known);
      case Statement.Refresh it when !known.isNew(ObjectKind.MATERIALIZED_VIEW, it.view()) ->
          Optional.of(it.view());
      default -> Optional.empty();
    };
  }

  /// Returns whether an action reads or writes every row of its table.
  static boolean passes(Action action, ObjectName table, Known known) {
    return switch (action) {
      case Action.AddConstraint(var _, var it) -> passes(it);
      case Action.AddColumn(var _, var it, var _) -> passes(it);
      case Action.SetNotNull(var _, var column) ->
          known.table(table).map(it -> !it.isProvenNotNull(column)).orElse(true);
      case Action.SetType(var _, var column, var type, var _) ->
          TypeChange.rewrites(
              known.table(table).flatMap(it -> it.column(column)).flatMap(it -> it.type()), type);
      case Action.ValidateConstraint _, Action.SetPersistence _, Action.SetStorage _ -> true;
      default -> false;
    };
  }

  private static boolean passes(TableConstraint it) {
    return !it.has(Word.NOT_VALID) && it.index().isEmpty();
  }

  private static boolean passes(ColumnDefinition it) {
    return rewrites(it)
        || it.constraints().stream()
            .anyMatch(constraint -> constraint.kind() != TableConstraint.Kind.FOREIGN_KEY);
  }

  /// Returns whether a new column has every row written.
  static boolean rewrites(ColumnDefinition it) {
    return it.is(Trait.STORED)
        || it.is(Trait.IDENTITY)
        || it.type().isSerial()
        || Volatility.function(it.defaultValue()).isPresent();
  }
}

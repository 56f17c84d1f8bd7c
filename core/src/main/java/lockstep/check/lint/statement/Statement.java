package lockstep.check.lint.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.schema.Identifier;
import lockstep.sql.SqlToken;

/// What one statement of a script does, as far as a hazard may lie in it.
public sealed interface Statement {
  record CreateTable(
      ObjectName name,
      List<ColumnDefinition> columns,
      List<TableConstraint> constraints,
      Optional<ObjectName> partitionOf,
      Set<Word> words)
      implements Statement {}

  /// @param actions in order; one where the statement is a rename
  record AlterTable(ObjectName table, List<Action> actions, Set<Word> words) implements Statement {}

  /// @param columns its keys; empty places stand for expressions
  /// @param name empty where PostgreSQL names it
  record CreateIndex(
      Optional<Identifier> name,
      ObjectName table,
      String method,
      List<Optional<Identifier>> columns,
      Set<Word> words)
      implements Statement {}

  /// `DROP` of any kind of object.
  record Drop(ObjectKind kind, List<ObjectName> names, Set<Word> words) implements Statement {}

  /// `ALTER … RENAME TO` of anything but a table.
  record Rename(ObjectKind kind, ObjectName name, Identifier to) implements Statement {}

  /// `CREATE TYPE … AS ENUM`.
  record CreateEnum(ObjectName name, List<String> values) implements Statement {}

  record AddEnumValue(ObjectName type, String value, Set<Word> words) implements Statement {}

  record CreateDomain(ObjectName name) implements Statement {}

  record AlterDomain(ObjectName name, DomainChange change, Set<Word> words) implements Statement {}

  record CreateView(ObjectName name, Set<Word> words) implements Statement {}

  /// @param volatility `volatile`, `stable` or `immutable`, as PostgreSQL takes it
  /// @param body its text where that is a string, which PostgreSQL reads when it is called
  record CreateFunction(ObjectName name, String volatility, String body, Set<Word> words)
      implements Statement {}

  record AlterFunction(ObjectName name, Optional<String> volatility) implements Statement {}

  record CreateTrigger(Identifier name, ObjectName table) implements Statement {}

  record CreatePolicy(Identifier name, ObjectName table, Set<Word> words) implements Statement {}

  record DropPolicy(Identifier name, ObjectName table) implements Statement {}

  /// `CREATE` of an object of which only the name matters.
  record Create(ObjectKind kind, ObjectName name) implements Statement {}

  /// `ALTER EXTENSION … UPDATE`.
  record UpdateExtension(Identifier name) implements Statement {}

  /// @param what the privileges, as written
  record Grant(String what, Set<Word> words) implements Statement {}

  record Revoke(String what) implements Statement {}

  record Truncate(List<ObjectName> tables, Set<Word> words) implements Statement {}

  /// @param mode in lower case, as in `access exclusive`
  record LockTable(List<ObjectName> tables, String mode) implements Statement {}

  record Update(ObjectName table, Set<Word> words) implements Statement {}

  record Delete(ObjectName table, Set<Word> words) implements Statement {}

  record Insert(ObjectName table) implements Statement {}

  /// @param tables empty for all
  record Vacuum(List<ObjectName> tables, Set<Word> words) implements Statement {}

  record Analyze(List<ObjectName> tables) implements Statement {}

  record Cluster(Optional<ObjectName> table) implements Statement {}

  /// @param kind as in `index` or `table`
  record Reindex(String kind, Optional<ObjectName> name, Set<Word> words) implements Statement {}

  record Refresh(ObjectName view, Set<Word> words) implements Statement {}

  record DoBlock(String body) implements Statement {}

  record Begin() implements Statement {}

  /// `COMMIT` or `END`.
  record Commit() implements Statement {}

  record Rollback() implements Statement {}

  /// @param name in lower case
  record SetParameter(String name, List<SqlToken> value, Set<Word> words) implements Statement {}

  /// A line that psql obeys.
  record MetaCommand(String name) implements Statement {}

  /// Anything else. Its tokens are at hand beside it.
  record Other() implements Statement {}

  /// What `ALTER DOMAIN` does, as far as it matters.
  enum DomainChange {
    ADD_CONSTRAINT,
    SET_NOT_NULL,
    OTHER
  }
}

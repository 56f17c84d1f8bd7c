package lockstep.check.lint.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.schema.Identifier;
import lockstep.sql.SqlToken;
import lockstep.text.Span;

/// One action of an `ALTER TABLE`.
public sealed interface Action {
  /// Returns where it stands in the script.
  Span span();

  record AddColumn(Span span, ColumnDefinition column, Set<Word> words) implements Action {}

  record DropColumn(Span span, Identifier column, Set<Word> words) implements Action {}

  record AddConstraint(Span span, TableConstraint constraint) implements Action {}

  record DropConstraint(Span span, Identifier constraint, Set<Word> words) implements Action {}

  record ValidateConstraint(Span span, Identifier constraint) implements Action {}

  /// @param isCollated whether it names a collation
  record SetType(Span span, Identifier column, TypeName type, boolean isCollated)
      implements Action {}

  record SetDefault(Span span, Identifier column, List<SqlToken> value) implements Action {}

  record DropDefault(Span span, Identifier column) implements Action {}

  record SetNotNull(Span span, Identifier column) implements Action {}

  record DropNotNull(Span span, Identifier column) implements Action {}

  record RenameColumn(Span span, Identifier column, Identifier to) implements Action {}

  record RenameConstraint(Span span, Identifier constraint, Identifier to) implements Action {}

  record RenameTable(Span span, Identifier to) implements Action {}

  record SetSchema(Span span, Identifier to) implements Action {}

  /// `SET LOGGED` or `SET UNLOGGED`.
  record SetPersistence(Span span) implements Action {}

  /// `SET TABLESPACE` or `SET ACCESS METHOD`.
  record SetStorage(Span span, String what) implements Action {}

  /// `SET (…)` or `RESET (…)`.
  record SetParameters(Span span, List<SqlToken> parameters) implements Action {}

  record RowSecurity(Span span, Protection protection) implements Action {}

  record ReplicaIdentity(Span span, String identity) implements Action {}

  /// @param trigger empty for `ALL` or `USER`
  record DisableTrigger(Span span, Optional<Identifier> trigger) implements Action {}

  record AttachPartition(Span span, ObjectName partition) implements Action {}

  record DetachPartition(Span span, ObjectName partition, Set<Word> words) implements Action {}

  record Other(Span span) implements Action {}

  /// What row security is told to do.
  enum Protection {
    ENABLE,
    DISABLE,
    FORCE,
    NO_FORCE
  }
}

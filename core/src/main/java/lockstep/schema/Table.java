package lockstep.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A table that PostgreSQL itself stores, or one whose partitions it stores.
///
/// @param columns in the table's order, those it has from others among them
/// @param constraints at most one primary key among them
/// @param indexes those that no constraint owns
/// @param storage how its rows are kept
/// @param lineage what it has its columns from, and which of its parts are not its own
/// @param partitionKey how rows go to its partitions, as in `RANGE (at)`
public record Table(
    Identifier name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    Storage storage,
    Lineage lineage,
    Optional<SqlExpression> partitionKey,
    RowSecurity rowSecurity,
    Optional<String> comment)
    implements SchemaObject {
  public Table {
    columns = ByName.copyOf(columns, Column::name);
    constraints = ByName.copyOf(constraints, Constraint::name);
    indexes = ByName.copyOf(indexes, Index::name);
  }

  public Table(
      Identifier name,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      Storage storage,
      Optional<String> comment) {
    this(
        name,
        columns,
        constraints,
        indexes,
        storage,
        new Lineage.None(),
        Optional.empty(),
        RowSecurity.OFF,
        comment);
  }

  public Table(
      Identifier name,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      Optional<String> comment) {
    this(name, columns, constraints, indexes, Storage.STANDARD, comment);
  }

  /// Returns the same table with other parts.
  public Table with(List<Column> others, List<Constraint> constraints, List<Index> indexes) {
    return new Table(
        name, others, constraints, indexes, storage, lineage, partitionKey, rowSecurity, comment);
  }

  /// Returns the same table, its rows going to partitions in another way.
  public Table with(Optional<SqlExpression> otherKey) {
    return new Table(
        name, columns, constraints, indexes, storage, lineage, otherKey, rowSecurity, comment);
  }

  /// Returns the same table, its rows kept in another way.
  public Table with(Storage other) {
    return new Table(
        name, columns, constraints, indexes, other, lineage, partitionKey, rowSecurity, comment);
  }

  /// How a table's rows are kept.
  ///
  /// @param parameters those of `WITH`, in their source's order; those of the table that holds long
  ///   values begin with `toast.`
  /// @param method the access method that is not `heap`
  /// @param tablespace empty for the database's own
  /// @param clusteredBy the index by which `CLUSTER` sorts the rows
  public record Storage(
      Persistence persistence,
      List<Index.Parameter> parameters,
      Optional<Identifier> method,
      Optional<Identifier> tablespace,
      Optional<Identifier> clusteredBy,
      ReplicaIdentity replicaIdentity) {
    /// What a table has that says nothing about it.
    public static final Storage STANDARD = new Storage(Persistence.PERMANENT, List.of());

    public Storage {
      parameters = List.copyOf(parameters);
    }

    public Storage(Persistence persistence, List<Index.Parameter> parameters) {
      this(
          persistence,
          parameters,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new ReplicaIdentity.Key());
    }

    /// Returns the same storage with its parameters in the order of their names.
    public Storage inOrder() {
      return new Storage(
          persistence,
          Index.Parameter.inOrder(parameters),
          method,
          tablespace,
          clusteredBy,
          replicaIdentity);
    }
  }

  /// By what a subscriber finds a row that was changed (PostgreSQL 18, pg_class.relreplident).
  public sealed interface ReplicaIdentity {
    /// By the primary key.
    record Key() implements ReplicaIdentity {}

    record Full() implements ReplicaIdentity {}

    record Nothing() implements ReplicaIdentity {}

    record OfIndex(Identifier index) implements ReplicaIdentity {}
  }

  /// Whether policies decide about rows (PostgreSQL 18, pg_class.relrowsecurity and
  /// relforcerowsecurity).
  public enum RowSecurity {
    OFF,
    ON,
    /// For the table's owner too.
    FORCED,
    /// For the table's owner too, once it is on.
    FORCED_WHEN_ON;

    public boolean isOn() {
      return this == ON || this == FORCED;
    }

    public boolean isForced() {
      return this == FORCED || this == FORCED_WHEN_ON;
    }
  }

  /// Whether rows survive a crash (PostgreSQL 18, pg_class.relpersistence).
  public enum Persistence {
    PERMANENT,
    UNLOGGED
  }

  public Optional<Column> column(Identifier column) {
    return ByName.find(columns, column);
  }

  public Optional<Constraint> constraint(Identifier constraint) {
    return ByName.find(constraints, constraint);
  }

  /// Returns what is unusual about a column's being not NULL.
  public Optional<Constraint.NotNull> notNull(Identifier column) {
    return constraints(Constraint.NotNull.class)
        .filter(it -> it.column().equals(column))
        .findFirst();
  }

  public Optional<Index> index(Identifier index) {
    return ByName.find(indexes, index);
  }

  public boolean isPartition() {
    return lineage instanceof Lineage.PartitionOf;
  }

  public Optional<Constraint.PrimaryKey> primaryKey() {
    for (var constraint : constraints) {
      if (constraint instanceof Constraint.PrimaryKey key) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  public List<Constraint.ForeignKey> foreignKeys() {
    return constraints(Constraint.ForeignKey.class).toList();
  }

  /// Returns the columns of each key beside the primary one: those of unique constraints, then
  /// those of unique indexes on columns alone and on all rows.
  public List<List<Identifier>> uniqueColumns() {
    var ofIndexes =
        indexes.stream()
            .filter(it -> it.isUnique() && it.isBuilt() && it.where().isEmpty())
            .flatMap(it -> it.columns().stream());
    return Stream.concat(
            constraints(Constraint.Unique.class).map(Constraint.Unique::columns), ofIndexes)
        .toList();
  }

  /// Returns the columns of each key, the primary one first. No two rows have the same values in
  /// all of them.
  public List<List<Identifier>> keyColumns() {
    return Stream.concat(
            primaryKey().stream().map(Constraint.PrimaryKey::columns), uniqueColumns().stream())
        .toList();
  }

  /// Returns the constraints of one kind, in order.
  public <C extends Constraint> Stream<C> constraints(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast);
  }

  @Override
  public ObjectPath.Kind kind() {
    return ObjectPath.Kind.TABLE;
  }
}

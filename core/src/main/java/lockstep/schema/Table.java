package lockstep.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An ordinary table.
///
/// @param columns in the table's order
/// @param constraints at most one primary key among them
/// @param indexes those that no constraint owns
/// @param storage how its rows are kept
public record Table(
    Identifier name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    Storage storage,
    Optional<String> comment)
    implements SchemaObject {
  public Table {
    columns = ByName.copyOf(columns, Column::name);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  public Table(
      Identifier name,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      Optional<String> comment) {
    this(name, columns, constraints, indexes, Storage.STANDARD, comment);
  }

  /// How a table's rows are kept.
  ///
  /// @param parameters those of `WITH`, in their source's order
  public record Storage(Persistence persistence, List<Index.Parameter> parameters) {
    /// What a table has that says nothing about it.
    public static final Storage STANDARD = new Storage(Persistence.PERMANENT, List.of());

    public Storage {
      parameters = List.copyOf(parameters);
    }

    /// Returns the same storage with its parameters in the order of their names.
    public Storage inOrder() {
      return new Storage(persistence, Index.Parameter.inOrder(parameters));
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
            .filter(it -> it.isUnique() && it.where().isEmpty())
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

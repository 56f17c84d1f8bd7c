package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// A view, or a materialized one.
///
/// @param columns with the defaults that an insert through the view uses
/// @param query its text; empty where the source knows the view by its columns only, as PSL does
/// @param options those of `WITH`, in their source's order
/// @param materialized how its rows are kept, where they are
public record View(
    Identifier name,
    List<Column> columns,
    Optional<SqlExpression> query,
    List<Index.Parameter> options,
    Optional<Materialized> materialized,
    Optional<String> comment)
    implements SchemaObject {
  public View {
    columns = ByName.copyOf(columns, Column::name);
    options = List.copyOf(options);
  }

  public View(
      Identifier name,
      List<Column> columns,
      Optional<SqlExpression> query,
      Optional<String> comment) {
    this(name, columns, query, List.of(), Optional.empty(), comment);
  }

  /// How the rows of a materialized view are kept.
  ///
  /// @param method the access method that is not `heap`
  /// @param tablespace empty for the database's own
  public record Materialized(
      Rows rows,
      Optional<Identifier> method,
      Optional<Identifier> tablespace,
      List<Index> indexes) {
    public Materialized {
      indexes = List.copyOf(indexes);
    }
  }

  /// Whether a materialized view has been filled since it was made.
  public enum Rows {
    THERE,
    NONE_YET
  }

  public Optional<Column> column(Identifier column) {
    return ByName.find(columns, column);
  }

  /// Returns the indexes of a materialized view.
  public List<Index> indexes() {
    return materialized.map(Materialized::indexes).orElse(List.of());
  }

  /// Returns the same view with what has no order of its own in the order of names.
  public View inOrder() {
    return new View(
        name,
        columns,
        query,
        Index.Parameter.inOrder(options),
        materialized.map(
            it ->
                new Materialized(
                    it.rows(),
                    it.method(),
                    it.tablespace(),
                    it.indexes().stream()
                        .map(Index::inOrder)
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList())),
        comment);
  }

  @Override
  public ObjectPath.Kind kind() {
    return ObjectPath.Kind.VIEW;
  }
}

package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;
import lockstep.schema.ColumnType;
import lockstep.schema.QualifiedName;
import lockstep.schema.ScalarType;
import lockstep.schema.SequenceOptions;
import lockstep.schema.TypeSpelling;

/// The sequences, as `sequences.sql` lists them.
final class Sequences implements Consumer<Row> {
  /// A column by the numbers of the catalog.
  record Column(long relation, int number) {}

  /// @param owner the column that owns it
  /// @param spelling its name as PostgreSQL writes it into a default
  record Found(
      long oid,
      QualifiedName name,
      SequenceOptions options,
      Optional<Column> owner,
      String spelling) {

    /// Returns whether an expression is the next value of this sequence and nothing else.
    boolean isNextIn(String expression) {
      return expression.equals("nextval('" + spelling.replace("'", "''") + "'::regclass)");
    }
  }

  private final Namespaces namespaces;
  private final Map<String, ScalarType> types = new HashMap<>();
  private final List<Found> free = new ArrayList<>();
  private final Map<Column, Found> ofIdentity = new HashMap<>();
  private final Map<Column, Found> owned = new HashMap<>();

  Sequences(Namespaces namespaces) {
    this.namespaces = namespaces;
  }

  @Override
  public void accept(Row row) {
    if (namespaces.isRead(row.number(2))) {
      add(row);
    }
  }

  /// Returns those that no identity column has.
  List<Found> free() {
    return free;
  }

  Optional<Found> ofIdentity(Column column) {
    return Optional.ofNullable(ofIdentity.get(column));
  }

  Optional<Found> ownedBy(Column column) {
    return Optional.ofNullable(owned.get(column));
  }

  private void add(Row row) {
    var owner = row.optionalText(11).map(_ -> new Column(row.number(12), row.integer(13)));
    var found =
        new Found(
            row.number(1),
            namespaces.qualified(row.number(2), row.text(3)),
            options(row),
            owner,
            row.text(14));
    if (row.optionalText(11).equals(Optional.of("i"))) {
      ofIdentity.put(owner.get(), found);
    } else {
      free.add(found);
      owner.ifPresent(it -> owned.put(it, found));
    }
  }

  private SequenceOptions options(Row row) {
    return new SequenceOptions(
        types.computeIfAbsent(row.text(4), Sequences::type),
        row.number(5),
        row.number(6),
        row.number(7),
        row.number(8),
        row.number(9),
        row.isTrue(10) ? SequenceOptions.Cycling.CYCLES : SequenceOptions.Cycling.STOPS);
  }

  private static ScalarType type(String text) {
    return TypeSpelling.parse(text) instanceof ColumnType.Scalar(var type, var _)
        ? type
        : ScalarType.BIGINT;
  }
}

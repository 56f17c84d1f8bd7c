package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.Identifier;
import lockstep.schema.Nullability;
import lockstep.schema.SqlExpression;

/// The columns of tables and views, as `columns.sql` lists them.
final class Columns implements Consumer<Row> {
  /// A column as the catalog has it.
  ///
  /// @param collation the oid of its collation
  /// @param hasOwnCollation whether that is another than its type's
  /// @param expression of its default or its generation
  record Found(
      int number,
      Identifier name,
      long type,
      int modifiers,
      int dimensions,
      Nullability nullability,
      String identity,
      String generated,
      long collation,
      boolean hasOwnCollation,
      Optional<String> expression,
      boolean isLocal,
      Column.Storage storage) {
    /// Whether a child has what its parent's column of that name gives it. Up to PostgreSQL 16, a
    /// partition does not have the identity of its parent's column.
    boolean isAsIn(Found parent) {
      return type == parent.type
          && modifiers == parent.modifiers
          && nullability == parent.nullability
          && (identity.isEmpty() || identity.equals(parent.identity))
          && generated.equals(parent.generated)
          && collation == parent.collation
          && expression.equals(parent.expression);
    }
  }

  private final Map<Long, List<Found>> byRelation = new HashMap<>();

  /// Most names are those of several columns.
  private final Map<String, Identifier> names = new HashMap<>();

  private final Types types;
  private final Collations collations;
  private final Sequences sequences;
  private final Comments comments;

  Columns(Types types, Collations collations, Sequences sequences, Comments comments) {
    this.types = types;
    this.collations = collations;
    this.sequences = sequences;
    this.comments = comments;
  }

  @Override
  public void accept(Row row) {
    byRelation.computeIfAbsent(row.number(1), _ -> new ArrayList<>()).add(found(row));
  }

  List<Column> of(long relation) {
    return found(relation).stream().map(it -> column(relation, it)).toList();
  }

  Found get(long relation, int number) {
    for (var it : found(relation)) {
      if (it.number() == number) {
        return it;
      }
    }
    throw new NoSuchElementException("column %d of %d".formatted(number, relation));
  }

  Identifier name(long relation, int number) {
    return get(relation, number).name();
  }

  /// @param numbers with a blank between two, as the catalog's vectors are printed
  List<Identifier> names(long relation, String numbers) {
    return Vector.of(numbers).stream().map(it -> name(relation, it.intValue())).toList();
  }

  /// Returns the sequence of a column that `SERIAL` may have made: the column owns it, counts by it
  /// and nobody commented on it.
  Optional<Sequences.Found> serialOf(long relation, Found column) {
    return sequences
        .ownedBy(new Sequences.Column(relation, column.number()))
        .filter(it -> column.expression().filter(it::isNextIn).isPresent())
        .filter(it -> comments.onRelation(it.oid()).isEmpty());
  }

  List<Found> found(long relation) {
    return byRelation.getOrDefault(relation, List.of());
  }

  private Found found(Row row) {
    return new Found(
        row.integer(2),
        names.computeIfAbsent(row.text(3), Identifier::of),
        row.number(4),
        row.integerOr(5, -1),
        row.integerOr(6, 0),
        row.isTrue(7) ? Nullability.NOT_NULL : Nullability.NULLABLE,
        row.optionalText(8).orElse(""),
        row.optionalText(9).orElse(""),
        row.numberOr(10, 0),
        row.isTrue(11),
        row.optionalText(12),
        !row.isTrue(13),
        storage(row));
  }

  private static Column.Storage storage(Row row) {
    if (row.isNull(14) && row.isNull(15) && row.isNull(16) && row.isNull(17)) {
      return Column.Storage.STANDARD;
    }
    return new Column.Storage(
        row.optionalText(14).map(Columns::place),
        row.optionalText(15).map(it -> it.equals("l") ? "lz4" : "pglz"),
        row.optionalText(16).map(Integer::valueOf),
        Vector.parameters(row.optionalText(17)));
  }

  private static Column.Place place(String letter) {
    return switch (letter) {
      case "p" -> Column.Place.PLAIN;
      case "e" -> Column.Place.EXTERNAL;
      case "m" -> Column.Place.MAIN;
      default -> Column.Place.EXTENDED;
    };
  }

  private Column column(long relation, Found it) {
    return new Column(
        it.name(),
        type(it),
        it.nullability(),
        value(relation, it),
        it.hasOwnCollation() ? Optional.of(collations.get(it.collation())) : Optional.empty(),
        it.storage(),
        comments.onColumn(relation, it.number()));
  }

  private ColumnType type(Found it) {
    return types.get(it.type(), it.modifiers(), it.dimensions());
  }

  private ColumnValue value(long relation, Found it) {
    if (!it.identity().isEmpty()) {
      var identity = sequences.ofIdentity(new Sequences.Column(relation, it.number()));
      if (identity.isPresent()) {
        return new ColumnValue.Identity(
            mode(it.identity()), identity.get().name(), identity.get().options());
      }
    }
    if (it.expression().isEmpty()) {
      return new ColumnValue.None();
    }
    var text = it.expression().get();
    return switch (it.generated()) {
      case "s" -> generated(text, ColumnValue.GeneratedStorage.STORED);
      case "v" -> generated(text, ColumnValue.GeneratedStorage.VIRTUAL);
      default ->
          serialOf(relation, it)
              .<ColumnValue>map(found -> new ColumnValue.Serial(found.name(), found.options()))
              .orElseGet(() -> literalOr(text, type(it)));
    };
  }

  private static ColumnValue literalOr(String text, ColumnType type) {
    return new ColumnValue.Default(new SqlExpression(LiteralDefault.written(text, type)));
  }

  private static ColumnValue generated(String text, ColumnValue.GeneratedStorage storage) {
    return new ColumnValue.Generated(new SqlExpression(ExpressionText.unwrapped(text)), storage);
  }

  private static ColumnValue.IdentityMode mode(String letter) {
    return letter.equals("a")
        ? ColumnValue.IdentityMode.ALWAYS
        : ColumnValue.IdentityMode.BY_DEFAULT;
  }
}

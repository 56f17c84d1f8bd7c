package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lockstep.engine.postgres.Row;
import lockstep.schema.GeneratedName;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.QualifiedName;
import lockstep.schema.SqlExpression;

/// The indexes, as `indexes.sql` lists them.
final class Indexes implements Consumer<Row> {
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  /// An index as the catalog has it. The vectors are aligned: one entry for each key.
  ///
  /// @param columns numbers of columns, 0 for an expression, those that are only included at the
  ///   end
  /// @param definition the whole statement, where there are expressions
  /// @param expressions the keys as PostgreSQL prints them, where there are expressions
  /// @param constraint the kind of the one that owns it; empty for none
  /// @param parentColumns what the columns of its counterpart in a parent table are called, where
  ///   it has one
  record Found(
      long oid,
      Identifier name,
      long table,
      Identifier method,
      Index.Uniqueness uniqueness,
      int keyCount,
      List<Long> columns,
      List<Long> operatorClasses,
      List<Long> collations,
      List<Long> flags,
      Optional<String> predicate,
      List<Index.Parameter> parameters,
      Optional<String> definition,
      List<String> expressions,
      String constraint,
      boolean isClustered,
      boolean identifiesReplicas,
      Optional<Identifier> tablespace,
      Index.Reach reach,
      Optional<List<String>> parentColumns) {}

  private final Map<Long, List<Found>> byTable = new HashMap<>();
  private final Map<Long, Found> byOid = new HashMap<>();
  private final Map<Long, List<Index.KeyStatistics>> statistics = new HashMap<>();
  private final Columns columns;
  private final Collations collations;
  private final OperatorClasses operatorClasses;
  private final Comments comments;

  Indexes(
      Columns columns, Collations collations, OperatorClasses operatorClasses, Comments comments) {
    this.columns = columns;
    this.collations = collations;
    this.operatorClasses = operatorClasses;
    this.comments = comments;
  }

  @Override
  public void accept(Row row) {
    var found = found(row);
    byOid.put(found.oid(), found);
    byTable.computeIfAbsent(found.table(), _ -> new ArrayList<>()).add(found);
  }

  /// Takes how closely the expressions of some indexes are looked at, as `key-options.sql` lists
  /// it.
  void acceptStatistics(Row row) {
    if (row.optionalText(4).isPresent()) {
      statistics
          .computeIfAbsent(row.number(1), _ -> new ArrayList<>())
          .add(new Index.KeyStatistics(row.integer(2), row.integer(4)));
    }
  }

  /// Returns the indexes of a table that no constraint owns.
  List<Index> of(long table) {
    return free(table).map(this::index).toList();
  }

  /// Returns those of them that belong to one of a parent table.
  List<Identifier> inherited(long table) {
    return free(table).filter(it -> it.parentColumns().isPresent()).map(Found::name).toList();
  }

  /// Returns the index by which the rows of a table are sorted.
  Optional<Identifier> clusteredBy(long table) {
    return all(table).filter(Found::isClustered).map(Found::name).findFirst();
  }

  Optional<Identifier> replicaIdentity(long table) {
    return all(table).filter(Found::identifiesReplicas).map(Found::name).findFirst();
  }

  /// Returns whether those of a partition that belong to its parent's have the names that
  /// PostgreSQL gives them when it makes them.
  boolean areNamedAsIfCloned(long table, QualifiedName partition) {
    return all(table)
        .filter(it -> it.parentColumns().isPresent())
        .allMatch(it -> it.name().equals(cloned(it, partition.name())));
  }

  private Identifier cloned(Found it, Identifier table) {
    var columns = it.parentColumns().orElseThrow();
    return switch (it.constraint()) {
      case "p" -> GeneratedName.of(table, "pkey");
      case "u" -> GeneratedName.of(table, columns, "key");
      case "x" -> GeneratedName.of(table, columns, "excl");
      default -> GeneratedName.of(table, columns, "idx");
    };
  }

  /// Returns those whose building failed, which no query uses.
  List<Identifier> invalid(long table) {
    return free(table).filter(it -> it.reach() == Index.Reach.NOWHERE).map(Found::name).toList();
  }

  Found get(long oid) {
    return byOid.get(oid);
  }

  List<Index.Key> keys(Found it) {
    var keys = new ArrayList<Index.Key>();
    var collated = it.definition().map(text -> new CollatedKeys(text, it.expressions()));
    for (var i = 0; i < it.keyCount(); i++) {
      keys.add(it.columns().get(i) == 0 ? expressionKey(it, i, collated.get()) : key(it, i));
    }
    return keys;
  }

  List<Identifier> included(Found it) {
    return it.columns().stream()
        .skip(it.keyCount())
        .map(number -> columns.name(it.table(), number.intValue()))
        .toList();
  }

  Optional<SqlExpression> where(Found it) {
    return it.predicate().map(ExpressionText::unwrapped).map(SqlExpression::new);
  }

  private Stream<Found> free(long table) {
    return all(table).filter(it -> it.constraint().isEmpty());
  }

  private Stream<Found> all(long table) {
    return byTable.getOrDefault(table, List.of()).stream();
  }

  private Index index(Found it) {
    return new Index(
        it.name(),
        it.uniqueness(),
        it.method(),
        keys(it),
        included(it),
        where(it),
        it.parameters(),
        new Index.Placement(
            it.tablespace(), statistics.getOrDefault(it.oid(), List.of()), it.reach()),
        comments.onRelation(it.oid()));
  }

  private Index.Key key(Found it, int i) {
    var column = columns.get(it.table(), it.columns().get(i).intValue());
    var collation = it.collations().get(i);
    return key(
        it,
        i,
        new Index.Target.OfColumn(column.name()),
        operatorClasses.named(it.operatorClasses().get(i), column.type(), it.oid(), i + 1),
        collation == 0 || collation == column.collation()
            ? Optional.empty()
            : Optional.of(collations.get(collation)));
  }

  /// Whether an expression's collation and operator class are its type's is known to the server
  /// alone, so its text is asked.
  private Index.Key expressionKey(Found it, int i, CollatedKeys collated) {
    var operatorClass = operatorClasses.get(it.operatorClasses().get(i), it.oid(), i + 1);
    return key(
        it,
        i,
        new Index.Target.OfExpression(
            new SqlExpression(ExpressionText.unwrapped(it.expressions().get(i)))),
        collated.names(i, operatorClass.name()) ? Optional.of(operatorClass) : Optional.empty(),
        collated.hasCollation(i)
            ? Optional.of(collations.get(it.collations().get(i)))
            : Optional.empty());
  }

  private Index.Key key(
      Found it,
      int i,
      Index.Target target,
      Optional<Index.OperatorClass> operatorClass,
      Optional<QualifiedName> collation) {
    var flags = it.flags().get(i).intValue();
    var order = (flags & DESCENDING) == 0 ? Index.Order.ASCENDING : Index.Order.DESCENDING;
    var nulls =
        it.method().equals(Index.BTREE)
            ? (flags & NULLS_FIRST) == 0 ? Index.Nulls.LAST : Index.Nulls.FIRST
            : order.defaultNulls();
    return new Index.Key(target, operatorClass, collation, order, nulls);
  }

  private static Found found(Row row) {
    return new Found(
        row.number(1),
        Identifier.of(row.text(2)),
        row.number(3),
        row.optionalText(4).map(Identifier::of).orElse(Index.BTREE),
        uniqueness(row),
        row.integer(8),
        Vector.of(row.text(9)),
        Vector.of(row.text(10)),
        Vector.of(row.text(11)),
        Vector.of(row.text(12)),
        row.optionalText(13),
        Vector.parameters(row.optionalText(14)),
        row.optionalText(15),
        Vector.texts(row.optionalText(16)),
        row.optionalText(17).orElse(""),
        row.isTrue(18),
        row.isTrue(19),
        row.optionalText(20).map(Identifier::of),
        reach(row),
        row.optionalText(22).map(Optional::of).map(Vector::texts));
  }

  private static Index.Reach reach(Row row) {
    if (!row.isTrue(7)) {
      return Index.Reach.PARTITIONS;
    }
    return row.isTrue(21) ? Index.Reach.PARENT_ONLY : Index.Reach.NOWHERE;
  }

  private static Index.Uniqueness uniqueness(Row row) {
    if (!row.isTrue(5)) {
      return Index.Uniqueness.NOT_UNIQUE;
    }
    return row.isTrue(6) ? Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT : Index.Uniqueness.UNIQUE;
  }
}

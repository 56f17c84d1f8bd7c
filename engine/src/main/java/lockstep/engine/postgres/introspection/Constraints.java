package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import lockstep.engine.postgres.Row;
import lockstep.schema.Constraint;
import lockstep.schema.Constraint.Deferrability;
import lockstep.schema.Constraint.NullsDistinct;
import lockstep.schema.Constraint.ReferentialAction;
import lockstep.schema.Constraint.Validity;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.QualifiedName;
import lockstep.schema.SqlExpression;
import lockstep.text.Order;

/// The constraints of tables and domains, as `constraints.sql` lists them.
final class Constraints implements Consumer<Row> {
  /// A constraint as the catalog has it.
  ///
  /// @param kind p, u, f, c or x (PostgreSQL 18, pg_constraint.contype)
  /// @param columns numbers of columns
  /// @param operators of an exclusion constraint, one for each key
  /// @param isInherited whether a parent has it
  /// @param isLocal whether it would stay without its parents
  /// @param parent the name of its counterpart in a partitioned table
  private record Found(
      long oid,
      Identifier name,
      String kind,
      long table,
      long domain,
      long index,
      long referencedTable,
      String columns,
      String referencedColumns,
      String onUpdate,
      String onDelete,
      String match,
      Deferrability deferrability,
      Validity validity,
      Constraint.Inheritance inheritance,
      String expression,
      String clearedColumns,
      List<String> operators,
      boolean isInherited,
      boolean isLocal,
      Optional<String> parent,
      Constraint.Period period) {
    boolean isNotNull() {
      return kind.equals("n");
    }
  }

  private final Map<Long, List<Found>> byOwner = new HashMap<>();
  private final Columns columns;
  private final Indexes indexes;
  private final Comments comments;

  Constraints(Columns columns, Indexes indexes, Comments comments) {
    this.columns = columns;
    this.indexes = indexes;
    this.comments = comments;
  }

  @Override
  public void accept(Row row) {
    var found = found(row);
    var owner = found.table() == 0 ? found.domain() : found.table();
    byOwner.computeIfAbsent(owner, _ -> new ArrayList<>()).add(found);
  }

  /// Returns a table's constraints: the primary key first, all others by name.
  List<Constraint> of(long table, LongFunction<QualifiedName> tableNames) {
    return byOwner.getOrDefault(table, List.of()).stream()
        .sorted(Order.by((Found it) -> !it.kind().equals("p")).then(Order.by(Found::name)))
        .filter(it -> !it.isNotNull() || isUnusual(it, tableNames))
        .map(it -> constraint(it, tableNames))
        .toList();
  }

  /// Whether it is more than what stands at every column that is NOT NULL; the name that a child's
  /// column has from its parent's is not.
  private boolean isUnusual(Found found, LongFunction<QualifiedName> tableNames) {
    var it = notNull(found);
    return !it.equals(Constraint.NotNull.usual(tableNames.apply(found.table()).name(), it.column()))
        && !(found.isInherited() && it.isUsual());
  }

  /// Returns those of a partition that belong to one of its parent's.
  List<Identifier> inheritedByPartition(long table) {
    return byOwner.getOrDefault(table, List.of()).stream()
        .filter(it -> it.isInherited() && !it.isNotNull())
        .map(Found::name)
        .toList();
  }

  /// Returns those of a child that it has from its parents alone.
  List<Identifier> inheritedByChild(long table) {
    return byOwner.getOrDefault(table, List.of()).stream()
        .filter(it -> it.isInherited() && !it.isLocal() && !it.isNotNull())
        .map(Found::name)
        .toList();
  }

  /// Returns whether the foreign keys of a partition that belong to its parent's are called as
  /// those.
  boolean areNamedAsInParent(long table) {
    return byOwner.getOrDefault(table, List.of()).stream()
        .filter(it -> it.kind().equals("f"))
        .allMatch(it -> it.parent().filter(name -> !name.equals(it.name().text())).isEmpty());
  }

  /// Returns a domain's checks in the order in which they were made.
  List<Constraint.Check> ofDomain(long domain) {
    return byOwner.getOrDefault(domain, List.of()).stream()
        .sorted(Order.by(Found::oid))
        .map(this::check)
        .toList();
  }

  private Constraint constraint(Found it, LongFunction<QualifiedName> tableNames) {
    return switch (it.kind()) {
      case "p" ->
          new Constraint.PrimaryKey(
              it.name(), columns(it), included(it), it.deferrability(), index(it), comment(it));
      case "u" ->
          new Constraint.Unique(
              it.name(),
              columns(it),
              included(it),
              nulls(it),
              it.deferrability(),
              index(it),
              comment(it));
      case "f" -> foreignKey(it, tableNames.apply(it.referencedTable()));
      case "c" -> check(it);
      case "x" -> exclusion(it);
      case "n" -> notNull(it);
      default -> throw new IllegalStateException("constraint of kind " + it.kind());
    };
  }

  private Constraint.ForeignKey foreignKey(Found it, QualifiedName referencedTable) {
    return new Constraint.ForeignKey(
        it.name(),
        columns(it),
        referencedTable,
        columns.names(it.referencedTable(), it.referencedColumns()),
        action(it.onDelete()),
        columns.names(it.table(), it.clearedColumns()),
        action(it.onUpdate()),
        it.match().equals("f") ? Constraint.Match.FULL : Constraint.Match.SIMPLE,
        it.deferrability(),
        it.validity(),
        it.period(),
        comment(it));
  }

  private Constraint.KeyIndex index(Found it) {
    var index = indexes.get(it.index());
    return new Constraint.KeyIndex(index.parameters(), index.tablespace(), it.period());
  }

  private Constraint.Check check(Found it) {
    return new Constraint.Check(
        it.name(),
        new SqlExpression(ExpressionText.unwrapped(it.expression())),
        it.inheritance(),
        it.validity(),
        comment(it));
  }

  private Constraint.NotNull notNull(Found it) {
    return new Constraint.NotNull(
        it.name(), columns(it).getFirst(), it.inheritance(), it.validity(), comment(it));
  }

  private Constraint.Exclusion exclusion(Found it) {
    var index = indexes.get(it.index());
    var keys = indexes.keys(index);
    var elements = new ArrayList<Constraint.Exclusion.Element>();
    for (var i = 0; i < keys.size(); i++) {
      elements.add(new Constraint.Exclusion.Element(keys.get(i), it.operators().get(i)));
    }
    return new Constraint.Exclusion(
        it.name(),
        index.method(),
        elements,
        indexes.included(index),
        indexes.where(index),
        it.deferrability(),
        index(it),
        comment(it));
  }

  private List<Identifier> columns(Found it) {
    return columns.names(it.table(), it.columns());
  }

  private List<Identifier> included(Found it) {
    return indexes.included(indexes.get(it.index()));
  }

  private NullsDistinct nulls(Found it) {
    var uniqueness = indexes.get(it.index()).uniqueness();
    return uniqueness == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT
        ? NullsDistinct.NOT_DISTINCT
        : NullsDistinct.DISTINCT;
  }

  private Optional<String> comment(Found it) {
    return comments.onConstraint(it.oid());
  }

  private static ReferentialAction action(String letter) {
    return switch (letter) {
      case "a" -> ReferentialAction.NO_ACTION;
      case "r" -> ReferentialAction.RESTRICT;
      case "c" -> ReferentialAction.CASCADE;
      case "n" -> ReferentialAction.SET_NULL;
      case "d" -> ReferentialAction.SET_DEFAULT;
      default -> throw new IllegalStateException("referential action " + letter);
    };
  }

  private static Found found(Row row) {
    return new Found(
        row.number(1),
        Identifier.of(row.text(2)),
        row.text(3),
        row.number(4),
        row.numberOr(5, 0),
        row.numberOr(6, 0),
        row.numberOr(7, 0),
        row.optionalText(8).orElse(""),
        row.optionalText(9).orElse(""),
        row.optionalText(10).orElse(""),
        row.optionalText(11).orElse(""),
        row.optionalText(12).orElse(""),
        deferrability(row),
        validity(row),
        row.isTrue(16) ? Constraint.Inheritance.NOT_INHERITED : Constraint.Inheritance.INHERITED,
        row.optionalText(17).orElse(""),
        row.optionalText(18).orElse(""),
        Vector.texts(row.optionalText(20)),
        row.isTrue(21),
        !row.isTrue(22),
        row.optionalText(23),
        row.isTrue(24) ? Constraint.Period.OF_LAST_COLUMN : Constraint.Period.NONE);
  }

  private static Deferrability deferrability(Row row) {
    if (!row.isTrue(13)) {
      return Deferrability.NOT_DEFERRABLE;
    }
    return row.isTrue(14) ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
  }

  private static Validity validity(Row row) {
    if (row.isTrue(19)) {
      return Validity.NOT_ENFORCED;
    }
    return row.isTrue(15) ? Validity.NOT_VALID : Validity.VALID;
  }
}

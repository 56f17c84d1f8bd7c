package lockstep.engine.postgres.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.Constraint;
import lockstep.schema.Constraint.Deferrability;
import lockstep.schema.Constraint.ReferentialAction;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Nullability;
import lockstep.schema.QualifiedName;
import lockstep.schema.ScalarType;
import lockstep.schema.Schema;
import lockstep.schema.SequenceOptions;
import lockstep.schema.SqlExpression;
import lockstep.schema.Table;

/// A table of a [GeneratedSchema].
final class GeneratedTable {
  private static final List<ColumnType> TYPES =
      List.of(
          ColumnType.of(ScalarType.SMALLINT),
          ColumnType.of(ScalarType.NUMERIC, 10, 2),
          ColumnType.of(ScalarType.VARCHAR, 20),
          ColumnType.of(ScalarType.CHAR, 3),
          ColumnType.of(ScalarType.TIMESTAMP, 3),
          ColumnType.of(ScalarType.TIMESTAMPTZ),
          ColumnType.of(ScalarType.UUID),
          ColumnType.of(ScalarType.BOOLEAN),
          ColumnType.of(ScalarType.DATE),
          ColumnType.of(ScalarType.BYTEA),
          ColumnType.of(ScalarType.INTERVAL, 3),
          ColumnType.of(ScalarType.INET),
          ColumnType.of(ScalarType.BIT, 4),
          ColumnType.arrayOf(ColumnType.of(ScalarType.TEXT)),
          ColumnType.arrayOf(ColumnType.of(ScalarType.NUMERIC, 5, 1)));

  private final Dice dice;
  private final QualifiedName name;
  private final List<QualifiedName> enums;
  private final List<QualifiedName> domains;
  private final List<Schema.Named<Table>> others;
  private final List<Column> columns = new ArrayList<>();

  GeneratedTable(
      Dice dice,
      QualifiedName name,
      List<QualifiedName> enums,
      List<QualifiedName> domains,
      List<Schema.Named<Table>> others) {
    this.dice = dice;
    this.name = name;
    this.enums = enums;
    this.domains = domains;
    this.others = others;
  }

  Table table() {
    columns.add(number(ColumnValue.Serial.of(name, Identifier.of("id"), ScalarType.INTEGER)));
    columns.addAll(dice.upTo(6, this::column));
    return new Table(
        name.name(),
        columns,
        constraints(),
        dice.upTo(3, this::index),
        new Table.Storage(
            Table.Persistence.PERMANENT,
            dice.upTo(1, () -> new Index.Parameter("fillfactor", "70"))),
        dice.comment());
  }

  /// Every table has the serial column `id`, to which foreign keys may lead.
  private static Column number(ColumnValue value) {
    return new Column(
        Identifier.of("id"),
        ColumnType.of(ScalarType.INTEGER),
        Nullability.NOT_NULL,
        value,
        Optional.empty(),
        Optional.empty());
  }

  private Column column() {
    var column = dice.name();
    return switch (dice.below(6)) {
      case 0 -> text(column);
      case 1 -> identity(column);
      case 2 -> generated(column);
      case 3 -> whole(column);
      default -> plain(column, type());
    };
  }

  private ColumnType type() {
    if (!enums.isEmpty() && dice.oneIn(4)) {
      return new ColumnType.Enumerated(dice.oneOf(enums));
    }
    if (!domains.isEmpty() && dice.oneIn(4)) {
      return new ColumnType.OfDomain(dice.oneOf(domains));
    }
    return dice.oneOf(TYPES);
  }

  private Column plain(Identifier column, ColumnType type) {
    return column(column, type, nullability(), new ColumnValue.None());
  }

  private Column text(Identifier column) {
    var value = dice.oneOf(List.of("''", "'it''s'", "'\\ 表'", "upper('x'::text)"));
    var text =
        column(
            column,
            ColumnType.of(ScalarType.TEXT),
            nullability(),
            new ColumnValue.Default(new SqlExpression(value)));
    return new Column(
        text.name(),
        text.type(),
        text.nullability(),
        text.value(),
        dice.maybe(3, () -> QualifiedName.of("pg_catalog", "C")),
        text.comment());
  }

  private Column whole(Identifier column) {
    var value = dice.oneOf(List.of("0", "-7", "(1 + 2)"));
    return column(
        column,
        ColumnType.of(ScalarType.INTEGER),
        nullability(),
        new ColumnValue.Default(new SqlExpression(value)));
  }

  private Column identity(Identifier column) {
    return column(
        column,
        ColumnType.of(ScalarType.BIGINT),
        Nullability.NOT_NULL,
        new ColumnValue.Identity(
            dice.oneOf(List.of(ColumnValue.IdentityMode.values())),
            ColumnValue.Serial.sequenceOf(name, column),
            SequenceOptions.ascending(ScalarType.BIGINT)));
  }

  private Column generated(Identifier column) {
    return column(
        column,
        ColumnType.of(ScalarType.INTEGER),
        Nullability.NULLABLE,
        new ColumnValue.Generated(
            new SqlExpression("id * 2"), ColumnValue.GeneratedStorage.STORED));
  }

  private Column column(
      Identifier column, ColumnType type, Nullability nullability, ColumnValue value) {
    return new Column(column, type, nullability, value, Optional.empty(), dice.comment());
  }

  private Nullability nullability() {
    return dice.oneOf(List.of(Nullability.values()));
  }

  private List<Constraint> constraints() {
    var constraints = new ArrayList<Constraint>();
    constraints.add(
        new Constraint.PrimaryKey(
            dice.name(), List.of(Identifier.of("id")), List.of(), deferrability(), dice.comment()));
    constraints.addAll(dice.upTo(2, this::unique));
    constraints.addAll(dice.upTo(2, this::check));
    if (!others.isEmpty()) {
      constraints.addAll(dice.upTo(2, this::foreignKey));
    }
    return constraints;
  }

  private Constraint unique() {
    var parts = someColumns();
    return new Constraint.Unique(
        dice.name(),
        parts.keys(),
        parts.included(),
        dice.from(
            15,
            dice.oneOf(List.of(Constraint.NullsDistinct.values())),
            Constraint.NullsDistinct.DISTINCT),
        deferrability(),
        dice.comment());
  }

  private Constraint check() {
    return new Constraint.Check(
        dice.name(),
        new SqlExpression(dice.oneOf(List.of("id > 0", "(id > 0) OR (id < '-5'::integer)"))),
        dice.oneOf(List.of(Constraint.Inheritance.values())),
        dice.oneOf(List.of(Constraint.Validity.VALID, Constraint.Validity.NOT_VALID)),
        dice.comment());
  }

  /// Refers to a table of which the key can be referred to: one that is not deferrable.
  private Constraint foreignKey() {
    var targets =
        others.stream()
            .filter(
                it ->
                    it.value().primaryKey().orElseThrow().deferrability()
                        == Deferrability.NOT_DEFERRABLE)
            .toList();
    return targets.isEmpty() ? check() : foreignKey(dice.oneOf(targets).name());
  }

  private Constraint foreignKey(QualifiedName target) {
    var actions = List.of(ReferentialAction.values());
    return new Constraint.ForeignKey(
        dice.name(),
        List.of(Identifier.of("id")),
        target,
        List.of(Identifier.of("id")),
        dice.oneOf(actions),
        dice.oneOf(actions),
        dice.oneOf(List.of(Constraint.Match.values())),
        deferrability(),
        dice.oneOf(List.of(Constraint.Validity.VALID, Constraint.Validity.NOT_VALID)),
        dice.comment());
  }

  private Deferrability deferrability() {
    return dice.oneIn(3)
        ? dice.oneOf(List.of(Deferrability.values()))
        : Deferrability.NOT_DEFERRABLE;
  }

  private Index index() {
    var parts = someColumns();
    return new Index(
        dice.name(),
        dice.from(15, dice.oneOf(List.of(Index.Uniqueness.values())), Index.Uniqueness.NOT_UNIQUE),
        Index.BTREE,
        parts.keys().stream().map(this::key).toList(),
        parts.included(),
        dice.maybe(3, () -> new SqlExpression("id > 5")),
        dice.upTo(1, () -> new Index.Parameter("fillfactor", "80")),
        dice.comment());
  }

  private Index.Key key(Identifier column) {
    Index.Target target =
        dice.oneIn(4)
            ? new Index.Target.OfExpression(new SqlExpression("id + 1"))
            : new Index.Target.OfColumn(column);
    return new Index.Key(
        target,
        Optional.empty(),
        Optional.empty(),
        dice.oneOf(List.of(Index.Order.values())),
        dice.oneOf(List.of(Index.Nulls.values())));
  }

  private record SomeColumns(List<Identifier> keys, List<Identifier> included) {}

  private SomeColumns someColumns() {
    var chosen = dice.someOf(columns, 4).stream().map(Column::name).toList();
    var keys = 1 + dice.below(chosen.size());
    return new SomeColumns(chosen.subList(0, keys), chosen.subList(keys, chosen.size()));
  }
}

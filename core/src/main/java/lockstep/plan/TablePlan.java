package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diff.Change;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.Constraint;
import lockstep.schema.Constraint.Validity;
import lockstep.schema.Index;
import lockstep.schema.Lineage;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.StorageParameters;

/// The statements about tables.
final class TablePlan {
  private static final String INDENTATION = "    ";

  private TablePlan() {}

  /// Foreign keys and indexes come in statements of their own, so that tables may refer to each
  /// other. So do checks that existing rows need not hold, which `CREATE TABLE` would take for
  /// valid, and constraints that repeat another one, which it would leave out.
  static List<Step> create(QualifiedName name, Table table, Names names) {
    var steps = new ArrayList<Step>();
    table.columns().forEach(it -> steps.addAll(sequence(name, it, names)));
    steps.add(
        new Step(
            Step.Kind.CREATE_TABLE,
            ObjectPath.table(name),
            statement(name, table, names),
            new Step.Reverse.Statement("DROP TABLE " + names.of(name))));
    table.constraints().stream()
        .filter(it -> !isFromParent(it, table) && !isInline(it, table))
        .forEach(it -> steps.add(add(name, it, kind(it, table), names)));
    table.indexes().stream()
        .filter(it -> !isFromParent(it, table))
        .forEach(
            it -> {
              steps.add(IndexPlan.create(name, it, names));
              steps.addAll(IndexPlan.facets(name, it, names));
            });
    steps.addAll(TableFacetPlan.create(name, table, names));
    return steps;
  }

  /// Returns what makes an object. Checks that need a table to be there come after it.
  static List<Step> inParts(Change.CreateObject change, Needs to, Situation situation) {
    if (!(change.created() instanceof Table table)) {
      return Planner.create(change, situation.names());
    }
    var late =
        table.constraints().stream().filter(it -> to.isOfWholeRow(change.name(), it)).toList();
    var others = new ArrayList<>(table.constraints());
    others.removeAll(late);
    var names = situation.names();
    var steps =
        new ArrayList<>(
            create(change.name(), table.with(table.columns(), others, table.indexes()), names));
    late.forEach(it -> steps.add(add(change.name(), it, kind(it, table), names)));
    return steps;
  }

  static Step drop(QualifiedName name, Situation situation) {
    var path = ObjectPath.table(name);
    return new Step(
        Step.Kind.DROP_TABLE,
        path,
        "DROP TABLE " + situation.names().of(name),
        new Step.Reverse.None("The rows are gone with the table."),
        Conduct.BRIEF,
        List.of(Loss.of(Loss.Kind.TABLE, path)));
  }

  /// Returns what changes a table but for its parts and what `PersistencePlan` and `BoundPlan` see
  /// to. By which key its rows go to partitions cannot be changed.
  static List<Step> alter(QualifiedName name, Table from, Table to, Situation situation) {
    var alter = situation.alterTable(name);
    var path = ObjectPath.table(name);
    var steps = new ArrayList<Step>();
    steps.addAll(
        StorageChange.of(
            Step.Kind.ALTER_TABLE,
            path,
            alter,
            from.storage().parameters(),
            to.storage().parameters()));
    steps.addAll(TableFacetChange.of(name, from, to, situation));
    return steps;
  }

  private static boolean isFromParent(Constraint it, Table table) {
    return table.lineage().making() == Lineage.Making.FROM_PARENT
        && table.lineage().inherited().constraints().contains(it.name());
  }

  private static boolean isFromParent(Index it, Table table) {
    return table.lineage().making() == Lineage.Making.FROM_PARENT
        && table.lineage().inherited().indexes().contains(it.name());
  }

  private static String statement(QualifiedName name, Table table, Names names) {
    var storage = table.storage();
    var unlogged = storage.persistence() == Table.Persistence.UNLOGGED ? "UNLOGGED " : "";
    var isFromParent = table.lineage().making() == Lineage.Making.FROM_PARENT;
    return "CREATE "
        + unlogged
        + "TABLE "
        + names.of(name)
        + (isFromParent ? LineageSql.before(table.lineage(), names) : "")
        + parenthesised(body(name, table, names), table)
        + (isFromParent ? LineageSql.after(table.lineage(), names) : "")
        + table.partitionKey().map(it -> " PARTITION BY " + it).orElse("")
        + storage.method().map(it -> " USING " + Quote.name(it)).orElse("")
        + StorageParameters.sql(" WITH ", storage.parameters())
        + storage.tablespace().map(it -> " TABLESPACE " + Quote.name(it)).orElse("");
  }

  /// A partition and a table of a type need name no column, all others may have none.
  private static String parenthesised(String body, Table table) {
    var mayBeWithout =
        table.lineage().making() == Lineage.Making.FROM_PARENT
            && !(table.lineage() instanceof Lineage.Inherits);
    return body.isEmpty() && mayBeWithout ? "" : " (\n" + body + "\n)";
  }

  private static String body(QualifiedName name, Table table, Names names) {
    var columns =
        table.columns().stream()
            .flatMap(it -> column(name, it, table, names).stream())
            .map(it -> INDENTATION + it)
            .collect(Collectors.joining(",\n"));
    var constraints =
        table.constraints().stream()
            .filter(it -> !isFromParent(it, table) && isInline(it, table))
            .filter(it -> !isSaidOfColumn(it, table))
            .map(it -> INDENTATION + ConstraintSql.of(it, names))
            .collect(Collectors.joining(",\n"));
    return constraints.isEmpty() || columns.isEmpty()
        ? columns + constraints
        : columns + ",\n\n" + constraints;
  }

  /// Returns what a statement says of a column; empty where parents or a type say it.
  private static Optional<String> column(
      QualifiedName name, Column column, Table table, Names names) {
    var lineage = table.lineage();
    if (lineage.making() == Lineage.Making.ALONE) {
      return Optional.of(ColumnSql.of(name, column, table, names));
    }
    return switch (lineage) {
      case Lineage.Inherits it when it.own().contains(column.name()) ->
          Optional.of(ColumnSql.of(name, column, table, names));
      case Lineage.PartitionOf it when it.altered().contains(column.name()) ->
          Optional.of(ColumnSql.altered(name, column, names));
      case Lineage.OfType it when it.altered().contains(column.name()) ->
          Optional.of(ColumnSql.special(name, column, names));
      case Lineage.None _, Lineage.Inherits _, Lineage.PartitionOf _, Lineage.OfType _ ->
          Optional.empty();
    };
  }

  /// Where parents or a type say what a column is, its name stands beside.
  private static boolean isSaidOfColumn(Constraint constraint, Table table) {
    return constraint instanceof Constraint.NotNull it
        && (table.lineage().making() == Lineage.Making.ALONE
            || table.lineage() instanceof Lineage.Inherits parents
                && parents.own().contains(it.column()));
  }

  private static boolean isInline(Constraint constraint, Table table) {
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> true;
      case Constraint.Unique it -> !repeatsAnother(it, table);
      case Constraint.Exclusion it -> !repeatsAnother(it, table);
      case Constraint.ForeignKey _ -> false;
      case Constraint.Check it -> it.validity() != Validity.NOT_VALID;
      case Constraint.NotNull it -> it.validity() != Validity.NOT_VALID;
    };
  }

  /// Whether the primary key or an earlier constraint has the same index (PostgreSQL 18,
  /// transformIndexConstraints).
  private static boolean repeatsAnother(Constraint constraint, Table table) {
    var all = table.constraints();
    return all.stream()
        .filter(
            it -> it instanceof Constraint.PrimaryKey || all.indexOf(it) < all.indexOf(constraint))
        .map(ConstraintSql::index)
        .anyMatch(it -> it.isPresent() && it.equals(ConstraintSql.index(constraint)));
  }

  private static Step.Kind kind(Constraint constraint, Table table) {
    if (!(constraint instanceof Constraint.ForeignKey)) {
      return Step.Kind.ADD_CONSTRAINT;
    }
    return table.lineage().inherited().constraints().contains(constraint.name())
        ? Step.Kind.ADD_KEY_OF_PARTITION
        : Step.Kind.ADD_FOREIGN_KEY;
  }

  private static Step add(QualifiedName table, Constraint constraint, Step.Kind kind, Names names) {
    return new Step(
        kind,
        ObjectPath.of(ObjectPath.Kind.CONSTRAINT, table, constraint.name()),
        "ALTER TABLE "
            + names.of(table)
            + " ADD "
            + ConstraintSql.of(constraint, names)
            + ConstraintSql.validity(constraint),
        new Step.Reverse.Statement(
            "ALTER TABLE "
                + names.of(table)
                + " DROP CONSTRAINT "
                + Quote.name(constraint.name())));
  }

  /// What `SERIAL` does, by hand, where the sequence is not the one that `SERIAL` would make.
  static List<Step> sequence(QualifiedName table, Column column, Names names) {
    if (!(column.value() instanceof ColumnValue.Serial(var sequence, var options))
        || ColumnSql.isPlainSerial(table, column)) {
      return List.of();
    }
    var owner = new Sequence.ColumnPath(table, column.name());
    return List.of(
        SequencePlan.create(sequence, options, names), SequencePlan.own(sequence, owner, names));
  }
}

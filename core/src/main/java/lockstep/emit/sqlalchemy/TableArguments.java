package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.dict;
import static lockstep.emit.python.Expression.list;
import static lockstep.emit.python.Expression.text;
import static lockstep.emit.python.Expression.tuple;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Arguments;
import lockstep.emit.python.Expression.Item;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;
import lockstep.schema.Constraint;
import lockstep.schema.Constraint.Check;
import lockstep.schema.Constraint.Exclusion;
import lockstep.schema.Constraint.ForeignKey;
import lockstep.schema.Constraint.Inheritance;
import lockstep.schema.Constraint.NotNull;
import lockstep.schema.Constraint.NullsDistinct;
import lockstep.schema.Constraint.PrimaryKey;
import lockstep.schema.Constraint.Unique;
import lockstep.schema.Constraint.Validity;
import lockstep.schema.Identifier;
import lockstep.schema.Lineage;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;

/// Writes what belongs to a table as a whole: keys, constraints and indexes that no column can
/// carry, its schema and its options.
final class TableArguments {
  private final Blueprint blueprint;
  private final Findings findings;
  private final ForeignKeys foreignKeys;
  private final Indexes indexes;

  TableArguments(Blueprint blueprint, Findings findings) {
    this.blueprint = blueprint;
    this.findings = findings;
    this.foreignKeys = new ForeignKeys(blueprint, findings);
    this.indexes = new Indexes(findings);
  }

  ForeignKeys foreignKeys() {
    return foreignKeys;
  }

  /// Returns the columns that `primary_key=True` marks; none where the key has to be spelled out.
  static Set<Identifier> keyColumns(QualifiedName name, Table table) {
    return table
        .primaryKey()
        .filter(it -> isOnColumns(name, table, it))
        .<Set<Identifier>>map(it -> new HashSet<>(it.columns()))
        .orElse(Set.of());
  }

  /// On columns a key has their order, a conventional name and no options.
  private static boolean isOnColumns(QualifiedName name, Table table, PrimaryKey key) {
    var inOrder =
        table.columns().stream().map(it -> it.name()).filter(key.columns()::contains).toList();
    return inOrder.equals(key.columns())
        && Conventions.isPrimaryKey(name, key.name())
        && key.include().isEmpty()
        && key.deferrability() == Constraint.Deferrability.NOT_DEFERRABLE
        && key.comment().isEmpty();
  }

  /// Returns constraints and indexes that stand among the table's arguments.
  List<Expression> of(QualifiedName name, Table table) {
    var arguments = new ArrayList<Expression>();
    for (var constraint : table.constraints()) {
      switch (constraint) {
        case PrimaryKey key -> {
          if (!isOnColumns(name, table, key)) {
            arguments.add(primaryKey(name, key));
          }
        }
        case ForeignKey key -> {
          if (!ForeignKeys.isOnColumn(key)) {
            arguments.add(foreignKeys.onTable(name, key));
          }
        }
        case Unique unique -> arguments.add(unique(name, unique));
        case Check check -> arguments.add(check(name, check));
        // It has no argument; the column says it.
        case NotNull _ -> {}
        case Exclusion exclusion -> arguments.add(exclusion(name, exclusion));
      }
    }
    for (var index : table.indexes()) {
      if (!Indexes.isOnColumn(name, index)) {
        arguments.add(indexes.of(name, index));
      }
    }
    return arguments;
  }

  /// A keyword of `sa.Table`, which `__table_args__` takes as an entry of a dict.
  record Option(String name, Expression value) {
    private Item entry() {
      return Expression.entry(text(name), value);
    }
  }

  List<Option> options(QualifiedName name, Table table) {
    var options = new ArrayList<Option>();
    Blueprint.schemaName(name.namespace())
        .ifPresent(it -> options.add(new Option("schema", text(it))));
    table.comment().ifPresent(it -> options.add(new Option("comment", text(it))));
    if (table.storage().persistence() == Table.Persistence.UNLOGGED) {
      options.add(new Option("prefixes", list(List.of(text("UNLOGGED")))));
    }
    if (table.lineage() instanceof Lineage.Inherits it) {
      options.add(
          new Option(
              "postgresql_inherits",
              tuple(it.parents().stream().map(one -> text(one.name().text())).toList())));
    }
    table
        .partitionKey()
        .ifPresent(it -> options.add(new Option("postgresql_partition_by", text(it.text()))));
    table
        .storage()
        .method()
        .ifPresent(it -> options.add(new Option("postgresql_using", text(it.text()))));
    table
        .storage()
        .tablespace()
        .ifPresent(it -> options.add(new Option("postgresql_tablespace", text(it.text()))));
    var parameters = table.storage().parameters();
    if (!parameters.isEmpty()) {
      if (blueprint.options().version() == Version.V2_0) {
        findings.add(
            SqlAlchemyCode.TABLE_OPTION,
            ObjectPath.table(name),
            "has storage parameters, which SQLAlchemy 2.0 cannot say",
            "Set the target version to 2.1, or set them by SQL.");
      } else {
        options.add(new Option("postgresql_with", Indexes.parameters(parameters)));
      }
    }
    return options;
  }

  /// Returns the value of `__table_args__`; empty where nothing is to be said.
  Optional<Expression> tableArgs(QualifiedName name, Table table) {
    var arguments = of(name, table);
    var options = options(name, table);
    if (!options.isEmpty()) {
      arguments.add(dict(options.stream().map(Option::entry).toList()));
    }
    return arguments.isEmpty() ? Optional.empty() : Optional.of(tuple(arguments));
  }

  private Expression primaryKey(QualifiedName table, PrimaryKey key) {
    var arguments = columns(key.columns());
    if (!Conventions.isPrimaryKey(table, key.name())) {
      arguments.add("name", text(key.name().text()));
    }
    ForeignKeys.deferrability(key.deferrability(), arguments);
    include(table, key.name(), key.include(), arguments);
    key.comment().ifPresent(it -> arguments.add("comment", text(it)));
    return arguments.of("sa.PrimaryKeyConstraint");
  }

  private Expression unique(QualifiedName table, Unique unique) {
    var arguments = columns(unique.columns());
    if (!Conventions.isUnique(table, unique.columns(), unique.name())) {
      arguments.add("name", text(unique.name().text()));
    }
    ForeignKeys.deferrability(unique.deferrability(), arguments);
    include(table, unique.name(), unique.include(), arguments);
    if (unique.nulls() == NullsDistinct.NOT_DISTINCT) {
      arguments.add("postgresql_nulls_not_distinct", "True");
    }
    unique.comment().ifPresent(it -> arguments.add("comment", text(it)));
    return arguments.of("sa.UniqueConstraint");
  }

  private static Arguments columns(List<Identifier> columns) {
    var arguments = new Arguments();
    columns.forEach(it -> arguments.add(text(it.text())));
    return arguments;
  }

  private void include(
      QualifiedName table, Identifier name, List<Identifier> columns, Arguments arguments) {
    if (columns.isEmpty()) {
      return;
    }
    if (blueprint.options().version() == Version.V2_0) {
      findings.add(
          SqlAlchemyCode.CONSTRAINT_OPTION,
          ForeignKeys.path(table, name),
          "includes further columns, which SQLAlchemy 2.0.25 cannot say",
          "Set the target version to 2.1, or add the constraint by SQL.");
      return;
    }
    arguments.add("postgresql_include", list(columns.stream().map(it -> text(it.text())).toList()));
  }

  private Expression check(QualifiedName table, Check check) {
    var arguments = new Arguments();
    arguments.add(SqlText.escaped(check.condition().text()));
    arguments.add("name", text(check.name().text()));
    if (check.validity() == Validity.NOT_VALID) {
      arguments.add("postgresql_not_valid", "True");
      foreignKeys.notValid(table, check.name());
    }
    check.comment().ifPresent(it -> arguments.add("comment", text(it)));
    if (check.inheritance() == Inheritance.NOT_INHERITED
        || check.validity() == Validity.NOT_ENFORCED) {
      findings.add(
          SqlAlchemyCode.CONSTRAINT_OPTION,
          ForeignKeys.path(table, check.name()),
          "is NO INHERIT or NOT ENFORCED, which SQLAlchemy cannot say",
          "Add it by SQL.");
    }
    return arguments.of("sa.CheckConstraint");
  }

  private Expression exclusion(QualifiedName table, Exclusion exclusion) {
    var arguments = new Arguments();
    for (var element : exclusion.elements()) {
      var key = Indexes.key(element.key(), Indexes::isBare);
      arguments.add(tuple(List.of(key, text(element.operator()))));
    }
    arguments.add("name", text(exclusion.name().text()));
    if (!exclusion.method().text().equals("gist")) { // what SQLAlchemy assumes
      arguments.add("using", text(exclusion.method().text()));
    }
    exclusion.where().ifPresent(it -> arguments.add("where", SqlText.sql(it.text())));
    ForeignKeys.deferrability(exclusion.deferrability(), arguments);
    if (!exclusion.include().isEmpty() || exclusion.comment().isPresent()) {
      findings.add(
          SqlAlchemyCode.CONSTRAINT_OPTION,
          ForeignKeys.path(table, exclusion.name()),
          "includes further columns or has a comment, which SQLAlchemy cannot say",
          "Add it by SQL.");
    }
    return arguments.of("pg.ExcludeConstraint");
  }
}

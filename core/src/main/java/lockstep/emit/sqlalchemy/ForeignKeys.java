package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.list;
import static lockstep.emit.python.Expression.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Arguments;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Constraint.Check;
import lockstep.schema.Constraint.Deferrability;
import lockstep.schema.Constraint.Exclusion;
import lockstep.schema.Constraint.ForeignKey;
import lockstep.schema.Constraint.Match;
import lockstep.schema.Constraint.NotNull;
import lockstep.schema.Constraint.PrimaryKey;
import lockstep.schema.Constraint.ReferentialAction;
import lockstep.schema.Constraint.Unique;
import lockstep.schema.Constraint.Validity;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;
import lockstep.sql.Quote;

/// Writes foreign keys: on their column where there is one, else among the table's arguments.
final class ForeignKeys {
  private final Blueprint blueprint;
  private final Findings findings;

  ForeignKeys(Blueprint blueprint, Findings findings) {
    this.blueprint = blueprint;
    this.findings = findings;
  }

  /// Returns whether the key can stand on its column.
  static boolean isOnColumn(ForeignKey key) {
    return key.columns().size() == 1 && key.validity() == Validity.VALID;
  }

  /// Returns whether a column has its type by the columns that it refers to, or refers to none.
  /// From an annotation SQLAlchemy takes no type where there is a reference (2.1), so one that is
  /// another or that comes back to the column itself has to be written.
  boolean giveType(QualifiedName table, Column column) {
    for (var key : keysOn(table, column.name())) {
      var referenced = referenced(key);
      if (referenced.isEmpty()
          || !referenced.get().type().equals(column.type())
          || !referenced.get().collation().equals(column.collation())
          || leadsInCircle(key)) {
        return false;
      }
    }
    return true;
  }

  /// Follows the keys on single columns, which end at a column without one or come back.
  private boolean leadsInCircle(ForeignKey key) {
    var seen = new HashSet<ObjectPath>();
    var waiting = new ArrayDeque<>(List.of(key));
    while (!waiting.isEmpty()) {
      var next = waiting.remove();
      var column = next.referencedColumns().getFirst();
      if (!seen.add(ObjectPath.column(next.referencedTable(), column))) {
        return true;
      }
      waiting.addAll(keysOn(next.referencedTable(), column));
    }
    return false;
  }

  private List<ForeignKey> keysOn(QualifiedName table, Identifier column) {
    var found = new ArrayList<ForeignKey>();
    for (var constraint :
        blueprint.schema().table(table).map(Table::constraints).orElse(List.of())) {
      if (constraint instanceof ForeignKey key
          && isOnColumn(key)
          && key.columns().getFirst().equals(column)) {
        found.add(key);
      }
    }
    return found;
  }

  private Optional<Column> referenced(ForeignKey key) {
    return blueprint
        .schema()
        .table(key.referencedTable())
        .flatMap(it -> it.column(key.referencedColumns().getFirst()));
  }

  Expression onColumn(QualifiedName table, ForeignKey key) {
    var arguments = new Arguments();
    arguments.add(
        text(Blueprint.dotted(key.referencedTable(), key.referencedColumns().getFirst())));
    options(table, key, arguments);
    return arguments.of("sa.ForeignKey");
  }

  Expression onTable(QualifiedName table, ForeignKey key) {
    var arguments = new Arguments();
    arguments.add(list(key.columns().stream().map(it -> text(it.text())).toList()));
    arguments.add(
        list(
            key.referencedColumns().stream()
                .map(it -> text(Blueprint.dotted(key.referencedTable(), it)))
                .toList()));
    options(table, key, arguments);
    if (key.validity() == Validity.NOT_VALID) {
      arguments.add("postgresql_not_valid", "True");
      notValid(table, key.name());
    }
    return arguments.of("sa.ForeignKeyConstraint");
  }

  private void options(QualifiedName table, ForeignKey key, Arguments arguments) {
    if (key.referencedColumns().stream().anyMatch(it -> it.text().indexOf('.') >= 0)) {
      findings.add(
          SqlAlchemyCode.REFERENCE,
          path(table, key.name()),
          "refers to a column with a dot in its name, which SQLAlchemy takes for a table's",
          "Rename the column.");
    }
    if (!Conventions.isForeignKey(table, key.columns(), key.name())) {
      arguments.add("name", text(key.name().text()));
    }
    if (key.onDelete() != ReferentialAction.NO_ACTION) {
      arguments.add("ondelete", text(key.onDelete().sql() + cleared(table, key)));
    }
    if (key.onUpdate() != ReferentialAction.NO_ACTION) {
      arguments.add("onupdate", text(key.onUpdate().sql()));
    }
    if (key.match() == Match.FULL) {
      arguments.add("match", text("FULL"));
    }
    deferrability(key.deferrability(), arguments);
    if (blueprint.links().isCircular(table, key.columns(), key.referencedTable())
        || waitsForIndex(table, key)) {
      arguments.add("use_alter", "True");
    }
    key.comment().ifPresent(it -> arguments.add("comment", text(it)));
    if (key.validity() == Validity.NOT_ENFORCED) {
      findings.add(
          SqlAlchemyCode.CONSTRAINT_OPTION,
          path(table, key.name()),
          "is NOT ENFORCED, and `create_all` makes it enforced",
          "Add it by SQL.");
    }
  }

  /// PostgreSQL takes the rows of a new table for checked (PostgreSQL 18, CREATE TABLE).
  void notValid(QualifiedName table, Identifier constraint) {
    findings.add(
        SqlAlchemyCode.CONSTRAINT_OPTION,
        path(table, constraint),
        "is NOT VALID, and `create_all` makes it valid together with its table",
        "Validate it, or add it by SQL.");
  }

  /// A table is created before its unique indexes, so a reference to itself by one of those comes
  /// later than both.
  private boolean waitsForIndex(QualifiedName table, ForeignKey key) {
    return table.equals(key.referencedTable())
        && blueprint.schema().table(table).stream()
            .flatMap(it -> it.constraints().stream())
            .noneMatch(it -> isUniqueBy(it, key.referencedColumns()));
  }

  private static boolean isUniqueBy(Constraint constraint, List<Identifier> columns) {
    return switch (constraint) {
      case PrimaryKey it -> Set.copyOf(it.columns()).equals(Set.copyOf(columns));
      case Unique it -> Set.copyOf(it.columns()).equals(Set.copyOf(columns));
      case ForeignKey _, Check _, NotNull _, Exclusion _ -> false;
    };
  }

  static void deferrability(Deferrability deferrability, Arguments arguments) {
    switch (deferrability) {
      case NOT_DEFERRABLE -> {}
      case INITIALLY_IMMEDIATE -> arguments.add("deferrable", "True");
      case INITIALLY_DEFERRED -> {
        arguments.add("deferrable", "True");
        arguments.add("initially", text("DEFERRED"));
      }
    }
  }

  private String cleared(QualifiedName table, ForeignKey key) {
    if (key.clearedColumns().isEmpty()) {
      return "";
    }
    if (blueprint.options().version() == Version.V2_0) {
      findings.add(
          SqlAlchemyCode.CONSTRAINT_OPTION,
          path(table, key.name()),
          "clears only some of its columns, which SQLAlchemy 2.0.25 cannot say",
          "Set the target version to 2.1, or add the constraint by SQL.");
      return "";
    }
    return " (" + String.join(", ", quoted(key.clearedColumns())) + ")";
  }

  private static List<String> quoted(List<Identifier> columns) {
    return columns.stream().map(Quote::name).toList();
  }

  static ObjectPath path(QualifiedName table, Identifier constraint) {
    return ObjectPath.of(Kind.CONSTRAINT, table, constraint);
  }
}

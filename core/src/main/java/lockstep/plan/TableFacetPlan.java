package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.Lineage;
import lockstep.schema.Nullability;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;
import lockstep.schema.View;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.StorageParameters;

/// The statements about what `CREATE TABLE` cannot say of a table.
final class TableFacetPlan {
  private final QualifiedName name;
  private final Names names;
  private final List<Step> steps = new ArrayList<>();

  private TableFacetPlan(QualifiedName name, Names names) {
    this.name = name;
    this.names = names;
  }

  static List<Step> create(QualifiedName name, Table table, Names names) {
    var plan = new TableFacetPlan(name, names);
    plan.join(table.lineage());
    if (table.lineage().making() == Lineage.Making.FROM_PARENT
        && table.lineage() instanceof Lineage.Inherits it) {
      it.altered().forEach(column -> plan.altered(table.column(column).orElseThrow()));
    }
    table.columns().forEach(plan::storage);
    plan.rowSecurity(table.rowSecurity());
    plan.identity(table.storage().replicaIdentity());
    table
        .storage()
        .clusteredBy()
        .ifPresent(
            it ->
                plan.alter(
                    Step.Kind.USE_INDEX, "CLUSTER ON " + Quote.name(it), "SET WITHOUT CLUSTER"));
    return plan.steps;
  }

  /// Returns how a materialized view keeps the values of its columns.
  static List<Step> create(QualifiedName name, View view, Names names) {
    var plan = new TableFacetPlan(name, names);
    view.columns().forEach(plan::storage);
    return plan.steps;
  }

  private void join(Lineage lineage) {
    if (lineage.making() != Lineage.Making.ALONE) {
      return;
    }
    switch (lineage) {
      case Lineage.None _, Lineage.OfType _ -> {}
      case Lineage.Inherits it ->
          it.parents()
              .forEach(
                  parent ->
                      alter(
                          Step.Kind.ALTER_TABLE,
                          "INHERIT " + names.of(parent),
                          "NO INHERIT " + names.of(parent)));
      case Lineage.PartitionOf it ->
          steps.add(
              new Step(
                  Step.Kind.ATTACH_PARTITION,
                  ObjectPath.table(name),
                  "ALTER TABLE %s ATTACH PARTITION %s %s"
                      .formatted(names.of(it.parent()), names.of(name), it.bound()),
                  new Step.Reverse.Statement(
                      "ALTER TABLE %s DETACH PARTITION %s"
                          .formatted(names.of(it.parent()), names.of(name)))));
    }
  }

  /// What a child says otherwise than its parents, about a column that it has from them.
  private void altered(Column column) {
    if (column.nullability() == Nullability.NOT_NULL) {
      alter(column, "SET NOT NULL", "DROP NOT NULL");
    }
    switch (column.value()) {
      case ColumnValue.None _ -> alter(column, "DROP DEFAULT", "DROP DEFAULT");
      case ColumnValue.Default it ->
          alter(column, "SET DEFAULT " + it.expression(), "DROP DEFAULT");
      case ColumnValue.Serial _, ColumnValue.Identity _, ColumnValue.Generated _ -> {}
    }
  }

  private void storage(Column column) {
    var storage = column.storage();
    storage.place().ifPresent(it -> alter(column, "SET STORAGE " + it, "SET STORAGE DEFAULT"));
    storage
        .compression()
        .ifPresent(it -> alter(column, "SET COMPRESSION " + it, "SET COMPRESSION default"));
    storage
        .statistics()
        .ifPresent(it -> alter(column, "SET STATISTICS " + it, "SET STATISTICS -1"));
    if (!storage.options().isEmpty()) {
      var options = storage.options().stream().map(it -> it.name()).toList();
      alter(
          column,
          "SET" + StorageParameters.sql(" ", storage.options()),
          "RESET (" + String.join(", ", options) + ")");
    }
  }

  private void rowSecurity(Table.RowSecurity security) {
    if (security.isOn()) {
      alter(Step.Kind.ALTER_TABLE, "ENABLE ROW LEVEL SECURITY", "DISABLE ROW LEVEL SECURITY");
    }
    if (security.isForced()) {
      alter(Step.Kind.ALTER_TABLE, "FORCE ROW LEVEL SECURITY", "NO FORCE ROW LEVEL SECURITY");
    }
  }

  private void identity(Table.ReplicaIdentity identity) {
    var usual = "REPLICA IDENTITY DEFAULT";
    switch (identity) {
      case Table.ReplicaIdentity.Key _ -> {}
      case Table.ReplicaIdentity.Full _ ->
          alter(Step.Kind.ALTER_TABLE, "REPLICA IDENTITY FULL", usual);
      case Table.ReplicaIdentity.Nothing _ ->
          alter(Step.Kind.ALTER_TABLE, "REPLICA IDENTITY NOTHING", usual);
      case Table.ReplicaIdentity.OfIndex(var index) ->
          alter(Step.Kind.USE_INDEX, "REPLICA IDENTITY USING INDEX " + Quote.name(index), usual);
    }
  }

  private void alter(Column column, String words, String back) {
    var start = "ALTER COLUMN " + Quote.name(column.name()) + " ";
    alter(Step.Kind.ALTER_TABLE, start + words, start + back);
  }

  private void alter(Step.Kind kind, String words, String back) {
    var start = "ALTER TABLE ONLY " + names.of(name) + " ";
    steps.add(
        new Step(
            kind, ObjectPath.table(name), start + words, new Step.Reverse.Statement(start + back)));
  }
}

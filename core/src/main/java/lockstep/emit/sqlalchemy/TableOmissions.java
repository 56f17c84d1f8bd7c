package lockstep.emit.sqlalchemy;

import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Table;

/// What models cannot say of tables: partitions, and how rows and values are kept.
final class TableOmissions {
  private final Findings findings;

  private TableOmissions(Findings findings) {
    this.findings = findings;
  }

  /// Returns a schema without what models cannot say of its tables, where saying it in part would
  /// be wrong.
  static Schema leaveOut(Schema schema, Findings findings) {
    var omissions = new TableOmissions(findings);
    schema.tables().forEach(it -> omissions.find(it.name(), it.value()));
    return schema.tables().noneMatch(it -> it.value().isPartition())
        ? schema
        : schema.withNamespaces(
            schema.withoutPartitions().namespaces().stream()
                .map(it -> omissions.withoutReferences(it, schema))
                .toList());
  }

  private void find(QualifiedName name, Table table) {
    var path = ObjectPath.table(name);
    if (table.isPartition()) {
      option(path, "is a partition, which models cannot say");
      return;
    }
    if (table.rowSecurity() != Table.RowSecurity.OFF) {
      option(path, "has row level security, which models cannot say");
    }
    if (!(table.storage().replicaIdentity() instanceof Table.ReplicaIdentity.Key)) {
      option(path, "has a replica identity, which models cannot say");
    }
    if (table.storage().clusteredBy().isPresent()) {
      option(path, "is clustered by an index, which models cannot say");
    }
    for (var index : table.indexes()) {
      if (!index.built().placement().equals(Index.Placement.STANDARD)) {
        option(
            ObjectPath.of(ObjectPath.Kind.INDEX, name, index.name()),
            "says where it lies or how it is looked at, which models cannot say");
      }
    }
    table.constraints().forEach(it -> find(name, it));
    for (var column : table.columns()) {
      if (!column.storage().equals(Column.Storage.STANDARD)) {
        option(
            ObjectPath.column(name, column.name()),
            "says how its values are kept, which models cannot say");
      }
    }
  }

  private void find(QualifiedName table, Constraint constraint) {
    var isPlain =
        switch (constraint) {
          case Constraint.PrimaryKey it -> it.index().equals(Constraint.KeyIndex.STANDARD);
          case Constraint.Unique it -> it.index().equals(Constraint.KeyIndex.STANDARD);
          case Constraint.Exclusion it -> it.index().equals(Constraint.KeyIndex.STANDARD);
          case Constraint.ForeignKey it -> it.period() == Constraint.Period.NONE;
          case Constraint.Check _ -> true;
          case Constraint.NotNull it -> it.isUsual();
        };
    if (!isPlain) {
      findings.add(
          SqlAlchemyCode.CONSTRAINT_OPTION,
          ObjectPath.of(ObjectPath.Kind.CONSTRAINT, table, constraint.name()),
          "holds for a time or says how its index is kept, which models cannot say",
          "Add it by SQL.");
    }
  }

  private Namespace withoutReferences(Namespace namespace, Schema schema) {
    return namespace.withObjects(
        namespace.objects().stream().map(it -> withoutReferences(namespace, it, schema)).toList());
  }

  private SchemaObject withoutReferences(Namespace in, SchemaObject object, Schema schema) {
    return object instanceof Table table
        ? table.with(
            table.columns(),
            table.constraints().stream().filter(it -> !isLost(in, table, it, schema)).toList(),
            table.indexes())
        : object;
  }

  private boolean isLost(Namespace in, Table table, Constraint constraint, Schema schema) {
    var isLost =
        constraint instanceof Constraint.ForeignKey key
            && schema.table(key.referencedTable()).filter(Table::isPartition).isPresent();
    if (isLost) {
      findings.add(
          SqlAlchemyCode.CONSTRAINT_OPTION,
          ObjectPath.of(
              ObjectPath.Kind.CONSTRAINT,
              QualifiedName.of(in.name(), table.name()),
              constraint.name()),
          "refers to a partition, which models cannot say",
          "Add it by SQL.");
    }
    return isLost;
  }

  private void option(ObjectPath path, String fact) {
    findings.add(SqlAlchemyCode.TABLE_OPTION, path, fact, "Say it by SQL.");
  }
}

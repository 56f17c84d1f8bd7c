package lockstep.check.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.plan.NotNullCheck;
import lockstep.schema.Constraint;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Table;

/// What stands in a database and people who write a schema mostly do not mention: views, sequences,
/// domains, and, where they write none of the kind at all, checks and indexes on expressions. A
/// comparison names them; a plan does not drop them.
public final class UnsaidObjects {
  private final Schema written;
  private final Schema recorded;
  private final boolean saysChecks;
  private final boolean saysExpressions;

  private UnsaidObjects(Schema written, Schema recorded) {
    this.written = written;
    this.recorded = recorded;
    saysChecks =
        written.tables().anyMatch(it -> it.value().constraints().stream().anyMatch(this::isCheck));
    saysExpressions =
        written
            .tables()
            .anyMatch(it -> it.value().indexes().stream().anyMatch(UnsaidObjects::isOnExpression));
  }

  /// Returns what was written together with what is there and that nobody wrote.
  public static Schema keep(Schema written, Schema recorded) {
    var unsaid = new UnsaidObjects(written, recorded);
    return new Schema(
            written.extensions(),
            written.namespaces().stream().map(unsaid::namespace).toList(),
            written.dependencies().and(recorded.dependencies()))
        .with(written.access());
  }

  private Namespace namespace(Namespace namespace) {
    var before = recorded.namespace(namespace.name());
    if (before.isEmpty()) {
      return namespace;
    }
    var objects = new ArrayList<SchemaObject>();
    for (var object : namespace.objects()) {
      objects.add(
          object instanceof Table table
              ? before
                  .flatMap(it -> it.table(table.name()))
                  .map(it -> table(QualifiedName.of(namespace.name(), it.name()), table, it))
                  .orElse(table)
              : object);
    }
    before.get().objects().stream()
        .filter(it -> !(it instanceof Table || it instanceof EnumType))
        .filter(it -> namespace.object(it.path(namespace.name())).isEmpty())
        .filter(this::hasItsOwner)
        .forEach(objects::add);
    return namespace.withObjects(objects);
  }

  private Table table(QualifiedName name, Table table, Table before) {
    var constraints = new ArrayList<>(table.constraints());
    var indexes = new ArrayList<>(table.indexes());
    if (!saysChecks) {
      before.constraints().stream()
          .filter(this::isCheck)
          .filter(it -> !isLeftover(it, table))
          .filter(it -> canStay(ObjectPath.of(ObjectPath.Kind.CONSTRAINT, name, it.name())))
          .forEach(constraints::add);
    }
    if (!saysExpressions) {
      before.indexes().stream()
          .filter(UnsaidObjects::isOnExpression)
          .filter(Index::isBuilt)
          .filter(it -> canStay(ObjectPath.of(ObjectPath.Kind.INDEX, name, it.name())))
          .forEach(indexes::add);
    }
    return constraints.size() == table.constraints().size()
            && indexes.size() == table.indexes().size()
        ? table
        : table.with(table.columns(), constraints, indexes);
  }

  private boolean isCheck(Constraint it) {
    return it instanceof Constraint.Check || it instanceof Constraint.Exclusion;
  }

  private static boolean isLeftover(Constraint it, Table wanted) {
    return it instanceof Constraint.Check check && NotNullCheck.isLeftover(check, wanted);
  }

  private static boolean isOnExpression(Index it) {
    return it.columns().isEmpty();
  }

  /// What is on a column that nobody wrote goes with it.
  private boolean canStay(ObjectPath part) {
    return recorded.dependencies().of(part).stream()
        .filter(it -> it.kind() == ObjectPath.Kind.COLUMN)
        .allMatch(it -> hasColumn(it.names()));
  }

  private boolean hasColumn(List<Identifier> names) {
    return written
        .table(new QualifiedName(names.get(0), names.get(1)))
        .flatMap(it -> it.column(names.get(2)))
        .isPresent();
  }

  /// A sequence goes with the column that owns it.
  private boolean hasItsOwner(SchemaObject object) {
    return !(object instanceof Sequence it)
        || it.ownedBy()
            .map(by -> written.table(by.table()).flatMap(table -> table.column(by.column())))
            .map(Optional::isPresent)
            .orElse(true);
  }
}

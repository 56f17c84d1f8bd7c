package lockstep.psl.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.psl.analysis.ConstraintNames;
import lockstep.psl.analysis.PrimaryKey;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.analysis.RelationField;
import lockstep.psl.analysis.ScalarField;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.Nullability;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;
import lockstep.schema.View;

/// The tables and views of models. `@@ignore` and `@ignore` hide from clients, not from the
/// database.
final class TableLowering {
  private final TypeLowering types;
  private final DefaultLowering defaults;
  private final SequenceNames sequences = new SequenceNames();
  private final IndexLowering indexes;
  private final ForeignKeyLowering foreignKeys;

  TableLowering(PslSchema schema, ForeignKeyLowering foreignKeys) {
    this.types = new TypeLowering(schema);
    this.indexes = new IndexLowering(schema);
    this.defaults = new DefaultLowering(schema, sequences);
    this.foreignKeys = foreignKeys;
  }

  /// @param forward the fields of the model that hold references
  Table table(PslModel model, List<RelationField> forward) {
    var name = NamespaceNames.of(model);
    var columns = columns(model, name);
    sequences.take(name);
    var constraints = new ArrayList<Constraint>();
    model.primaryKey().ifPresent(it -> constraints.add(primaryKey(model, it)));
    constraints.forEach(it -> sequences.take(new QualifiedName(name.namespace(), it.name())));
    forward.stream()
        .filter(foreignKeys::isKept)
        .forEach(it -> constraints.add(foreignKeys.lower(it)));
    return new Table(
        name.name(),
        columns,
        constraints,
        model.indexes().stream().map(it -> indexes.lower(model, it)).toList(),
        Optional.empty());
  }

  View view(PslModel model) {
    var name = NamespaceNames.of(model);
    return new View(name.name(), columns(model, name), Optional.empty(), Optional.empty());
  }

  static Identifier primaryKeyName(PslModel model, PrimaryKey key) {
    return Identifier.of(ConstraintNames.primaryKey(model, key));
  }

  private static Constraint.PrimaryKey primaryKey(PslModel model, PrimaryKey key) {
    return new Constraint.PrimaryKey(
        primaryKeyName(model, key),
        ColumnNames.of(model, key.fieldNames()),
        List.of(),
        Constraint.Deferrability.NOT_DEFERRABLE,
        Optional.empty());
  }

  private List<Column> columns(PslModel model, QualifiedName table) {
    Set<String> key =
        model.primaryKey().map(it -> new HashSet<>(it.fieldNames())).orElseGet(HashSet::new);
    var columns = new ArrayList<Column>(model.scalars().size());
    for (var field : model.scalars().values()) {
      columns.add(column(field, table, key.contains(field.name())));
    }
    return columns;
  }

  private Column column(ScalarField field, QualifiedName table, boolean isInPrimaryKey) {
    var type = types.column(field);
    var value = defaults.column(table, field, type);
    return new Column(
        Identifier.of(field.databaseName()),
        type,
        takesNull(field, value) && !isInPrimaryKey ? Nullability.NULLABLE : Nullability.NOT_NULL,
        value,
        Optional.empty(),
        Optional.empty());
  }

  /// `SERIAL` is NOT NULL, whatever the field says (PostgreSQL 18, 8.1.4).
  private static boolean takesNull(ScalarField field, ColumnValue value) {
    return !field.isRequired() && !(value instanceof ColumnValue.Serial);
  }
}

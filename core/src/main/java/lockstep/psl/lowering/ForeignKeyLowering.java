package lockstep.psl.lowering;

import java.util.List;
import java.util.Optional;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping.RelationMode;
import lockstep.psl.analysis.ConstraintNames;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.analysis.RelationField;
import lockstep.schema.Constraint;
import lockstep.schema.Constraint.ReferentialAction;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;

/// Foreign keys, and the actions that nobody wrote down (Prisma 7): an update is handed on, a
/// deletion is refused where a referencing column takes no NULL, and clears it where it does.
final class ForeignKeyLowering {
  private final PslSchema schema;

  ForeignKeyLowering(PslSchema schema) {
    this.schema = schema;
  }

  /// Returns whether the database keeps the reference of a field.
  boolean isKept(RelationField forward) {
    return schema.configuration().relationMode() == RelationMode.FOREIGN_KEYS
        && !model(forward.model()).isView()
        && !model(forward.target()).isView();
  }

  Identifier name(RelationField forward) {
    return Identifier.of(ConstraintNames.foreignKey(model(forward.model()), forward));
  }

  Constraint.ForeignKey lower(RelationField forward) {
    var model = model(forward.model());
    var target = model(forward.target());
    return foreignKey(
        name(forward),
        ColumnNames.of(model, fields(forward)),
        NamespaceNames.of(target),
        ColumnNames.of(target, forward.references().orElse(List.of())),
        onDelete(forward),
        onUpdate(forward));
  }

  /// Returns what clients do where they, not the database, keep references.
  Optional<Field.ClientActions> clientActions(RelationField forward) {
    return switch (schema.configuration().relationMode()) {
      case FOREIGN_KEYS -> Optional.empty();
      case CLIENT -> Optional.of(new Field.ClientActions(onDelete(forward), onUpdate(forward)));
    };
  }

  private ReferentialAction onDelete(RelationField forward) {
    return forward.onDelete().map(it -> it.action()).orElseGet(() -> defaultOnDelete(forward));
  }

  private static ReferentialAction onUpdate(RelationField forward) {
    return forward.onUpdate().map(it -> it.action()).orElse(ReferentialAction.CASCADE);
  }

  static Constraint.ForeignKey foreignKey(
      Identifier name,
      List<Identifier> columns,
      QualifiedName table,
      List<Identifier> references,
      ReferentialAction onDelete,
      ReferentialAction onUpdate) {
    return new Constraint.ForeignKey(
        name,
        columns,
        table,
        references,
        onDelete,
        onUpdate,
        Constraint.Match.SIMPLE,
        Constraint.Deferrability.NOT_DEFERRABLE,
        Constraint.Validity.VALID,
        Optional.empty());
  }

  private ReferentialAction defaultOnDelete(RelationField forward) {
    var model = model(forward.model());
    var isRequired =
        forward.isRequired()
            || model.scalars(fields(forward)).stream().anyMatch(it -> it.isRequired());
    return isRequired ? ReferentialAction.RESTRICT : ReferentialAction.SET_NULL;
  }

  private static List<String> fields(RelationField forward) {
    return forward.fields().orElse(List.of());
  }

  private PslModel model(String name) {
    return schema.models().get(name);
  }
}

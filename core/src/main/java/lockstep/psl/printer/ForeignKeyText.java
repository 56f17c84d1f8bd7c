package lockstep.psl.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Mapping.RelationMode;
import lockstep.mapping.Model;
import lockstep.psl.analysis.ConstraintNames;
import lockstep.psl.syntax.FieldType.Arity;
import lockstep.schema.Constraint;
import lockstep.schema.Constraint.ReferentialAction;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;

/// The arguments of `@relation` that a foreign key asks for.
final class ForeignKeyText {
  private final Mapping mapping;
  private final FieldTypes types;
  private final Losses losses;

  ForeignKeyText(Mapping mapping, FieldTypes types, Losses losses) {
    this.mapping = mapping;
    this.types = types;
    this.losses = losses;
  }

  Stream<String> arguments(Backing in, Field.Relation field, Field.Side.Owning owning) {
    var key = owning.foreignKey().flatMap(in::foreignKey);
    if (key.isPresent()) {
      check(in, key.get());
      return arguments(in, field, key.get()).stream();
    }
    if (isMade(in, field)) {
      losses.changed(in.path(), "the relation `%s` gets a foreign key.".formatted(field.name()));
    }
    return owning.clientActions().stream()
        .flatMap(it -> actions(in, field, owning.columns(), it.onDelete(), it.onUpdate()).stream());
  }

  private boolean isMade(Backing in, Field.Relation field) {
    return mapping.relationMode() == RelationMode.FOREIGN_KEYS
        && in.model().kind() == Model.Kind.TABLE
        && mapping.model(field.target()).filter(it -> it.kind() == Model.Kind.TABLE).isPresent();
  }

  private List<String> arguments(Backing in, Field.Relation field, Constraint.ForeignKey key) {
    var arguments = actions(in, field, key.columns(), key.onDelete(), key.onUpdate());
    var columns = key.columns().stream().map(Identifier::text).toList();
    if (!key.name().text().equals(ConstraintNames.foreignKey(in.name().name().text(), columns))) {
      arguments.add("map: " + PslText.quoted(key.name().text()));
    }
    return arguments;
  }

  private List<String> actions(
      Backing in,
      Field.Relation field,
      List<Identifier> columns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate) {
    var arguments = new ArrayList<String>();
    if (onDelete != usualOnDelete(in, field, columns)) {
      arguments.add("onDelete: " + word(onDelete));
    }
    if (onUpdate != ReferentialAction.CASCADE) {
      arguments.add("onUpdate: " + word(onUpdate));
    }
    return arguments;
  }

  private ReferentialAction usualOnDelete(
      Backing in, Field.Relation field, List<Identifier> columns) {
    var isRequired =
        field.cardinality() == Field.Cardinality.ONE
            || columns.stream()
                .flatMap(it -> in.column(it).stream())
                .anyMatch(it -> types.of(it).arity() == Arity.REQUIRED);
    return isRequired ? ReferentialAction.RESTRICT : ReferentialAction.SET_NULL;
  }

  private static String word(ReferentialAction action) {
    return switch (action) {
      case NO_ACTION -> "NoAction";
      case RESTRICT -> "Restrict";
      case CASCADE -> "Cascade";
      case SET_NULL -> "SetNull";
      case SET_DEFAULT -> "SetDefault";
    };
  }

  private void check(Backing in, Constraint.ForeignKey key) {
    var path = ObjectPath.of(ObjectPath.Kind.CONSTRAINT, in.name(), key.name());
    losses.lostPart(!key.clearedColumns().isEmpty(), path, "an action on some of the columns");
    losses.lostPart(key.match() != Constraint.Match.SIMPLE, path, "`MATCH FULL`");
    losses.lostPart(
        key.deferrability() != Constraint.Deferrability.NOT_DEFERRABLE,
        path,
        "a deferrable constraint");
    losses.lostPart(
        key.validity() != Constraint.Validity.VALID, path, "a constraint that is not validated");
    losses.comment(path, key.comment(), Optional.empty());
  }
}

package lockstep.psl.printer;

import java.util.HashSet;
import java.util.Optional;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.schema.ObjectPath;

/// What comes back of a mapping from the text that was printed.
final class SecondMapping {
  private final Mapping again;
  private final Losses losses;

  SecondMapping(Mapping again, Losses losses) {
    this.again = again;
    this.losses = losses;
  }

  void check(Mapping given) {
    for (var type : given.enums()) {
      if (!again.enumOf(type.type()).equals(Optional.of(type))) {
        losses.notSaidToClients(ObjectPath.of(ObjectPath.Kind.ENUM, type.type()));
      }
    }
    var mode = given.relationMode();
    if (mode != again.relationMode()) {
      losses.notSaid("who keeps references whole");
    }
    given.models().forEach(this::model);
  }

  private void model(Model model) {
    var path = path(model);
    var found =
        again.models().stream().filter(it -> it.relation().equals(model.relation())).findFirst();
    if (found.isEmpty() || !isAlike(model, found.get())) {
      losses.notSaidToClients(path);
    }
    for (var field : model.fields()) {
      var other = found.flatMap(it -> it.field(field.name()));
      if (other.filter(it -> isAlike(field, it)).isEmpty()) {
        losses.notSaid(path, at(model, field), field.name());
      }
    }
  }

  private static boolean isAlike(Model model, Model other) {
    return model.name().equals(other.name())
        && model.kind() == other.kind()
        && model.visibility() == other.visibility()
        && model.documentation().equals(other.documentation())
        && new HashSet<>(model.keys()).equals(new HashSet<>(other.keys()));
  }

  /// A relation that had no name may have got one.
  private static boolean isAlike(Field field, Field other) {
    return field instanceof Field.Relation it
            && it.relation().isEmpty()
            && other instanceof Field.Relation named
        ? field.equals(unnamed(named))
        : field.equals(other);
  }

  private static Field unnamed(Field.Relation it) {
    return new Field.Relation(
        it.name(),
        Optional.empty(),
        it.target(),
        it.cardinality(),
        it.side(),
        it.opposite(),
        it.visibility(),
        it.documentation());
  }

  private static ObjectPath at(Model model, Field field) {
    return field instanceof Field.Scalar scalar
        ? ObjectPath.column(model.relation(), scalar.column())
        : path(model);
  }

  private static ObjectPath path(Model model) {
    return switch (model.kind()) {
      case TABLE -> ObjectPath.table(model.relation());
      case VIEW -> ObjectPath.of(ObjectPath.Kind.VIEW, model.relation());
    };
  }
}

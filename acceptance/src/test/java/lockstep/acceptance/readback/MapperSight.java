package lockstep.acceptance.readback;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.emit.Names;
import lockstep.mapping.EnumView;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;

/// A mapping as a mapper of the generated models can see it: under Python's names, and without what
/// is [Unsayable].
final class MapperSight {
  private final Mapping given;
  private final Names names;
  private final Set<Unsayable> lost = EnumSet.noneOf(Unsayable.class);

  private MapperSight(Mapping given, Names names) {
    this.given = given;
    this.names = names;
  }

  /// @param lost what of the mapping could not be said
  record Seen(Mapping mapping, Set<Unsayable> lost) {}

  static Seen of(Mapping given, Names names) {
    var sight = new MapperSight(given, names);
    return new Seen(sight.mapping(), sight.lost);
  }

  private Mapping mapping() {
    var models = given.models().stream().flatMap(it -> model(it).stream()).toList();
    var enums = given.enums().stream().map(this::enumView).toList();
    return new Mapping(models, enums, mode(models));
  }

  private Mapping.RelationMode mode(List<Model> models) {
    var isEnforceable =
        models.stream()
            .filter(it -> it.kind() == Model.Kind.TABLE)
            .flatMap(Model::relations)
            .anyMatch(it -> it.side() instanceof Field.Side.Owning);
    if (given.relationMode() == Mapping.RelationMode.CLIENT && !isEnforceable) {
      lost.add(Unsayable.RELATION_MODE);
      return Mapping.RelationMode.FOREIGN_KEYS;
    }
    return given.relationMode();
  }

  private Optional<Names.OfModel> classOf(String model) {
    return names.model(model).filter(it -> it.form() == Names.Form.CLASS);
  }

  private Optional<Model> model(Model model) {
    var found = classOf(model.name());
    if (found.isEmpty()) {
      lost.add(Unsayable.MODEL_WITHOUT_CLASS);
      return Optional.empty();
    }
    if (!isColumnsFirst(model)) {
      lost.add(Unsayable.FIELD_ORDER);
    }
    var fields = new ArrayList<Field>();
    for (var field : model.fields()) {
      field(model, field, found.get()).ifPresent(fields::add);
    }
    return Optional.of(
        new Model(
            found.get().symbol(),
            model.relation(),
            model.kind(),
            Model.Visibility.VISIBLE,
            fields,
            keys(model, found.get()),
            documentation(model.documentation())));
  }

  private static boolean isColumnsFirst(Model model) {
    var count = model.scalars().count();
    return model.fields().stream().limit(count).allMatch(Field.Scalar.class::isInstance);
  }

  private List<Model.Key> keys(Model model, Names.OfModel found) {
    if (model.kind() == Model.Kind.VIEW) {
      if (!model.keys().isEmpty()) {
        lost.add(Unsayable.VIEW_KEY);
      }
      return List.of();
    }
    return model.keys().stream().map(it -> key(it, found)).toList();
  }

  private Model.Key key(Model.Key key, Names.OfModel found) {
    if (!key.clientName().equals(String.join("_", key.fields()))) {
      lost.add(Unsayable.KEY_NAME);
    }
    var attributes = key.fields().stream().map(it -> found.attribute(it).orElse(it)).toList();
    return new Model.Key(key.kind(), String.join("_", attributes), attributes);
  }

  private Optional<Field> field(Model model, Field field, Names.OfModel found) {
    var name = found.attribute(field.name());
    return switch (field) {
      case Field.Scalar it -> name.map(attribute -> scalar(it, attribute));
      case Field.Relation it -> {
        if (classOf(it.target()).isEmpty()) {
          lost.add(Unsayable.MODEL_WITHOUT_CLASS);
          yield Optional.empty();
        }
        if (it.visibility() == Model.Visibility.IGNORED) {
          lost.add(Unsayable.IGNORED_FIELD);
          yield Optional.empty();
        }
        yield Optional.of(relation(model, it, name.orElse(it.name())));
      }
    };
  }

  private Field scalar(Field.Scalar it, String attribute) {
    if (it.visibility() == Model.Visibility.IGNORED) {
      lost.add(Unsayable.IGNORED_FIELD);
    }
    return new Field.Scalar(
        attribute,
        it.column(),
        it.onCreate(),
        it.onUpdate(),
        Model.Visibility.VISIBLE,
        documentation(it.documentation()));
  }

  private Field relation(Model model, Field.Relation it, String attribute) {
    if (it.relation().isPresent()) {
      lost.add(Unsayable.RELATION_NAME);
    }
    return new Field.Relation(
        attribute,
        Optional.empty(),
        classOf(it.target()).orElseThrow().symbol(),
        it.cardinality(),
        side(it.side()),
        opposite(model, it),
        Model.Visibility.VISIBLE,
        documentation(it.documentation()));
  }

  private Field.Side side(Field.Side side) {
    if (side instanceof Field.Side.Owning it && it.clientActions().isPresent()) {
      lost.add(Unsayable.CLIENT_ACTIONS);
      return new Field.Side.Owning(it.columns(), it.references(), it.foreignKey());
    }
    return side;
  }

  private Optional<String> opposite(Model model, Field.Relation it) {
    var target = given.model(it.target()).orElseThrow();
    if (model.kind() == Model.Kind.VIEW || target.kind() == Model.Kind.VIEW) {
      lost.add(Unsayable.VIEW_OPPOSITE);
      return Optional.empty();
    }
    return it.opposite()
        .filter(
            name ->
                target
                    .field(name)
                    .filter(field -> field.visibility() == Model.Visibility.VISIBLE)
                    .isPresent())
        .flatMap(name -> classOf(it.target()).orElseThrow().attribute(name));
  }

  private EnumView enumView(EnumView view) {
    var found =
        names.enums().stream()
            .filter(it -> it.type().equals(view.type()))
            .findFirst()
            .orElseThrow();
    var members =
        view.members().stream()
            .map(
                it ->
                    new EnumView.Member(
                        symbol(found, it), it.value(), documentation(it.documentation())))
            .toList();
    return new EnumView(found.symbol(), view.type(), members, documentation(view.documentation()));
  }

  private static String symbol(Names.OfEnum found, EnumView.Member member) {
    return found.members().stream()
        .filter(it -> it.member().equals(member.name()))
        .map(Names.OfMember::symbol)
        .findFirst()
        .orElse(member.name());
  }

  private Optional<String> documentation(Optional<String> given) {
    var words = given.map(Words::of);
    if (!words.equals(given)) {
      lost.add(Unsayable.WHITE_SPACE);
    }
    return words.filter(it -> !it.isEmpty());
  }
}

package lockstep.psl.printer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.mapping.Model.Visibility;
import lockstep.schema.Column;
import lockstep.schema.Identifier;

/// The lines of fields that reach other models.
final class RelationFields {
  private final Mapping mapping;
  private final PrintedNames names;
  private final RelationNames relations;
  private final JoinTableChecks joinTables;
  private final ForeignKeyText foreignKeys;
  private final Losses losses;
  private Optional<Map<String, List<OneSided>>> oneSided = Optional.empty();

  RelationFields(Mapping mapping, PrintedNames names, FieldTypes types, Losses losses) {
    this.mapping = mapping;
    this.names = names;
    this.relations = new RelationNames(mapping, names);
    this.joinTables = new JoinTableChecks(mapping, names);
    this.foreignKeys = new ForeignKeyText(mapping, types, losses);
    this.losses = losses;
  }

  /// Returns a field's line; nothing, and a report, where the language cannot say the relation.
  ///
  /// @param hidden models that clients do not see: then they do not see relations with them either
  Optional<String> line(Backing in, Field.Relation field, Collection<String> hidden) {
    if (!isSayable(in, field)) {
      losses.lost(in.path(), "the relation `%s` as it is".formatted(field.name()));
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    parts.add(names.field(in.model(), field.name()));
    parts.add(names.model(field.target()) + mark(in, field));
    attribute(in, field).ifPresent(parts::add);
    var reachesHidden = hidden.contains(field.target()) && !hidden.contains(in.model().name());
    if (field.visibility() == Visibility.IGNORED || reachesHidden) {
      parts.add("@ignore");
    }
    return Optional.of(String.join(" ", parts));
  }

  /// Returns the lines that a model needs for relations that only the other model knows.
  List<String> missingLines(Model target, Collection<Backing> all) {
    if (oneSided.isEmpty()) {
      oneSided = Optional.of(oneSided(all));
    }
    return oneSided.get().getOrDefault(target.name(), List.of()).stream()
        .filter(it -> isSayable(it.in(), it.field()))
        .map(it -> missingLine(it.in(), it.field(), target))
        .toList();
  }

  /// A relation that only one of its models knows.
  private record OneSided(Backing in, Field.Relation field) {}

  /// Returns all of them by their target, looked for once.
  private static Map<String, List<OneSided>> oneSided(Collection<Backing> all) {
    var byTarget = new HashMap<String, List<OneSided>>();
    for (var in : all) {
      in.model()
          .relations()
          .filter(it -> it.opposite().isEmpty())
          .forEach(
              it ->
                  byTarget
                      .computeIfAbsent(it.target(), _ -> new ArrayList<>())
                      .add(new OneSided(in, it)));
    }
    return byTarget;
  }

  private String missingLine(Backing in, Field.Relation field, Model target) {
    var model = names.model(in.model().name());
    var wish = model.substring(0, 1).toLowerCase(Locale.ROOT) + model.substring(1);
    var name = names.added(target, wish);
    losses.changed(
        in.path(),
        "the relation `%s` gets an opposite field `%s` in `%s`."
            .formatted(field.name(), name, names.model(target.name())));
    var attribute = relations.of(in.model(), field).map(RelationFields::attribute).orElse("");
    return name + " " + model + (reachesOne(in, field) ? "?" : "[]") + attribute;
  }

  private static String attribute(String name) {
    return " @relation(" + PslText.quoted(name) + ")";
  }

  private boolean isSayable(Backing in, Field.Relation field) {
    return mapping.model(field.target()).isPresent()
        && switch (field.side()) {
          case Field.Side.Owning(var columns, _, _, _) -> !columns.isEmpty();
          case Field.Side.Inverse _ -> RelationEnd.other(field).isPresent();
          case Field.Side.Joined joined -> joinTables.isUsual(in.model(), field, joined);
        };
  }

  private static String mark(Backing in, Field.Relation field) {
    return switch (field.side()) {
      case Field.Side.Owning(var columns, _, _, _) ->
          field.cardinality() == Field.Cardinality.ONE && !anyIsNullable(in, columns) ? "" : "?";
      case Field.Side.Inverse _ -> field.cardinality() == Field.Cardinality.MANY ? "[]" : "?";
      case Field.Side.Joined _ -> "[]";
    };
  }

  private static boolean anyIsNullable(Backing in, List<Identifier> columns) {
    return columns.stream().flatMap(it -> in.column(it).stream()).anyMatch(Column::isNullable);
  }

  private Optional<String> attribute(Backing in, Field.Relation field) {
    var name = relations.of(in.model(), field).map(PslText::quoted).stream();
    var arguments =
        field.side() instanceof Field.Side.Owning owning
            ? Stream.concat(name, owning(in, field, owning)).toList()
            : name.toList();
    return arguments.isEmpty()
        ? Optional.empty()
        : Optional.of("@relation(" + String.join(", ", arguments) + ")");
  }

  private Stream<String> owning(Backing in, Field.Relation field, Field.Side.Owning owning) {
    var target = mapping.model(field.target()).orElseThrow();
    return Stream.concat(
        Stream.of(
            "fields: " + fields(in.model(), owning.columns()),
            "references: " + fields(target, owning.references())),
        foreignKeys.arguments(in, field, owning));
  }

  private String fields(Model model, List<Identifier> columns) {
    return PslText.list(columns.stream().map(it -> names.column(model, it)).toList());
  }

  /// Returns whether the model on the other side is reached by at most one row of this one.
  private static boolean reachesOne(Backing in, Field.Relation field) {
    return field.side() instanceof Field.Side.Owning owning
        && in instanceof Backing.OfTable table
        && table.table().keyColumns().stream().anyMatch(owning.columns()::equals);
  }
}

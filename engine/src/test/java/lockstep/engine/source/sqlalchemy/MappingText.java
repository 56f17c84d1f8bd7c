package lockstep.engine.source.sqlalchemy;

import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.PlainRenderer;
import lockstep.mapping.ClientDefault;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.mapping.Reading;
import lockstep.schema.ObjectPath;

/// A mapping and its origins as text, for golden files.
final class MappingText {
  private final StringBuilder out = new StringBuilder();
  private final Reading reading;

  private MappingText(Reading reading) {
    this.reading = reading;
  }

  static String of(Reading reading) {
    var text = new MappingText(reading);
    text.mapping(reading.mapping());
    return text.out.toString();
  }

  private void mapping(Mapping mapping) {
    mapping.models().forEach(this::model);
    for (var it : mapping.enums()) {
      line("enum %s = %s%s", it.name(), it.type(), doc(it.documentation()));
      it.members().forEach(member -> line("  %s = '%s'", member.name(), member.value()));
    }
    if (mapping.relationMode() != Mapping.RelationMode.FOREIGN_KEYS) {
      line("relations are kept by the client");
    }
    reading
        .schema()
        .tables()
        .filter(it -> mapping.models().stream().noneMatch(m -> m.relation().equals(it.name())))
        .forEach(it -> line("table %s%s", it.name(), place(ObjectPath.table(it.name()))));
  }

  private void model(Model model) {
    var path =
        switch (model.kind()) {
          case TABLE -> ObjectPath.table(model.relation());
          case VIEW -> ObjectPath.of(ObjectPath.Kind.VIEW, model.relation());
        };
    line(
        "%s %s = %s%s%s",
        model.kind() == Model.Kind.VIEW ? "view" : "model",
        model.name(),
        model.relation(),
        place(path),
        doc(model.documentation()));
    model.fields().forEach(it -> field(model, it));
    model.keys().forEach(it -> line("  %s %s", it.kind(), it.fields()));
  }

  private void field(Model model, Field field) {
    switch (field) {
      case Field.Scalar it ->
          line(
              "  %s = %s%s%s%s%s",
              it.name(),
              it.column(),
              given(" on create ", it.onCreate()),
              given(" on update ", it.onUpdate()),
              place(
                  switch (model.kind()) {
                    case TABLE -> ObjectPath.column(model.relation(), it.column());
                    case VIEW -> ObjectPath.viewColumn(model.relation(), it.column());
                  }),
              doc(it.documentation()));
      case Field.Relation it ->
          line(
              "  %s -> %s %s %s%s%s",
              it.name(),
              it.target(),
              it.cardinality(),
              side(it.side()),
              it.opposite().map(" opposite "::concat).orElse(""),
              doc(it.documentation()));
    }
  }

  private static String side(Field.Side side) {
    return switch (side) {
      case Field.Side.Owning(var columns, var references, var key, var _) ->
          "%s to %s%s".formatted(columns, references, key.map(it -> " by " + it).orElse(""));
      case Field.Side.Inverse() -> "inverse";
      case Field.Side.Joined(var table, var near, var far) ->
          "through %s (%s, %s)".formatted(table, near, far);
    };
  }

  private static String given(String when, ClientDefault value) {
    return value instanceof ClientDefault.None ? "" : when + value;
  }

  private String place(ObjectPath path) {
    return reading.origins().find(path).map(it -> " @ " + PlainRenderer.place(it)).orElse("");
  }

  private static String doc(Optional<String> text) {
    return text.map(it -> " // " + it.lines().collect(Collectors.joining(" / "))).orElse("");
  }

  private void line(String format, Object... arguments) {
    out.append(format.formatted(arguments)).append('\n');
  }
}

package lockstep.acceptance.readback;

import java.util.Optional;
import java.util.TreeSet;
import lockstep.mapping.EnumView;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;

/// A mapping as a set of sentences, so that two can be compared and the difference be read.
final class MappingLines {
  private final TreeSet<String> lines = new TreeSet<>();

  private MappingLines() {}

  static TreeSet<String> of(Mapping mapping) {
    var all = new MappingLines();
    all.lines.add("relations are kept by " + mapping.relationMode());
    mapping.models().forEach(all::model);
    mapping.enums().forEach(all::enumView);
    return all.lines;
  }

  private void model(Model it) {
    var name = it.name();
    lines.add("%s %s is %s%s".formatted(it.kind(), name, it.relation(), doc(it.documentation())));
    it.fields().forEach(field -> lines.add(name + "." + field(field)));
    it.keys().forEach(key -> lines.add("%s %s %s".formatted(name, key.kind(), key.fields())));
  }

  private static String field(Field field) {
    return switch (field) {
      case Field.Scalar it ->
          "%s is %s, made %s, changed %s%s"
              .formatted(
                  it.name(), it.column(), it.onCreate(), it.onUpdate(), doc(it.documentation()));
      case Field.Relation it ->
          "%s reaches %s %s by %s, opposite %s%s"
              .formatted(
                  it.name(),
                  it.cardinality(),
                  it.target(),
                  it.side(),
                  it.opposite(),
                  doc(it.documentation()));
    };
  }

  private void enumView(EnumView it) {
    lines.add("enum %s is %s%s".formatted(it.name(), it.type(), doc(it.documentation())));
    for (var member : it.members()) {
      lines.add(
          "enum %s.%s is '%s'%s"
              .formatted(it.name(), member.name(), member.value(), doc(member.documentation())));
    }
  }

  private static String doc(Optional<String> text) {
    return text.map(it -> ": " + Words.of(it)).orElse("");
  }
}

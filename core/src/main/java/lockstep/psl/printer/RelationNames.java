package lockstep.psl.printer;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.psl.analysis.CodePoints;
import lockstep.schema.Identifier;

/// The names of relations: those that the mapping gives, and those that are needed because several
/// relations join the same two models, or because a join table is not called as Prisma would.
final class RelationNames {
  private final PrintedNames names;
  private final Map<Way, Set<RelationEnd>> ways = new HashMap<>();

  RelationNames(Mapping mapping, PrintedNames names) {
    this.names = names;
    for (var model : mapping.models()) {
      model
          .relations()
          .forEach(
              it ->
                  ways.computeIfAbsent(Way.of(model, it), _ -> new LinkedHashSet<>())
                      .add(RelationEnd.first(model, it)));
    }
  }

  /// Two models, the first in the alphabet first, and the name of a relation between them.
  private record Way(String one, String other, Optional<String> name) {
    static Way of(Model model, Field.Relation field) {
      var isFirst = CodePoints.compare(model.name(), field.target()) <= 0;
      return isFirst
          ? new Way(model.name(), field.target(), field.relation())
          : new Way(field.target(), model.name(), field.relation());
    }

    boolean isToItself() {
      return one.equals(other);
    }
  }

  /// Returns the name that the attributes of both ends have to give, if they have to give one.
  Optional<String> of(Model model, Field.Relation field) {
    if (field.relation().isPresent()) {
      return field.relation();
    }
    var way = Way.of(model, field);
    var isNeeded = way.isToItself() || ways.get(way).size() > 1;
    if (field.side() instanceof Field.Side.Joined joined) {
      var table = joined.table().name();
      return isNeeded || !table.equals(Identifier.of("_" + usual(way)))
          ? Optional.of(table.text().substring(1))
          : Optional.empty();
    }
    var end = RelationEnd.first(model, field);
    return isNeeded ? Optional.of(end.model() + "_" + end.field()) : Optional.empty();
  }

  /// What Prisma calls a relation that has no name.
  private String usual(Way way) {
    var one = names.model(way.one());
    var other = names.model(way.other());
    return CodePoints.compare(one, other) <= 0 ? one + "To" + other : other + "To" + one;
  }
}

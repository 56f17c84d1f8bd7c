package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.schema.EnumType;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements about enumerated types.
final class EnumPlan {
  private EnumPlan() {}

  /// Returns what adds values; empty where one goes or moves, for which the type is made anew.
  static Optional<List<Step>> alter(QualifiedName type, EnumType from, EnumType to, Names names) {
    var kept = to.values().stream().filter(from.values()::contains).toList();
    return kept.equals(from.values())
        ? Optional.of(added(type, from, to, names))
        : Optional.empty();
  }

  /// Each value is put beside one that is there by then.
  private static List<Step> added(QualifiedName type, EnumType from, EnumType to, Names names) {
    var steps = new ArrayList<Step>();
    for (var i = 0; i < to.values().size(); i++) {
      var value = to.values().get(i);
      if (!from.values().contains(value)) {
        var place =
            i > 0
                ? " AFTER " + Quote.literal(to.values().get(i - 1))
                : from.values().isEmpty()
                    ? ""
                    : " BEFORE " + Quote.literal(from.values().getFirst());
        steps.add(
            new Step(
                Step.Kind.ALTER_ENUM,
                ObjectPath.of(ObjectPath.Kind.ENUM, type),
                "ALTER TYPE " + names.of(type) + " ADD VALUE " + Quote.literal(value) + place,
                new Step.Reverse.None("PostgreSQL takes no value out of an enum."),
                new Conduct(Conduct.Lock.NONE, Conduct.Work.CATALOG, Conduct.Transaction.OWN)));
      }
    }
    return steps;
  }

  static Step create(QualifiedName type, EnumType definition, Names names) {
    var name = names.of(type);
    var values = definition.values().stream().map(Quote::literal).collect(Collectors.joining(", "));
    return new Step(
        Step.Kind.CREATE_ENUM,
        ObjectPath.of(ObjectPath.Kind.ENUM, type),
        "CREATE TYPE " + name + " AS ENUM (" + values + ")",
        new Step.Reverse.Statement("DROP TYPE " + name));
  }
}

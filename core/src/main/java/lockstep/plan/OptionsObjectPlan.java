package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.schema.ObjectPath;
import lockstep.schema.OptionsObject;
import lockstep.schema.QualifiedName;
import lockstep.sql.Masked;
import lockstep.sql.Names;

/// The statements about range types, collations, text search configurations and dictionaries, and
/// foreign tables.
final class OptionsObjectPlan {
  private OptionsObjectPlan() {}

  static List<Step> create(QualifiedName object, OptionsObject definition, Names names) {
    var path = ObjectPath.of(definition.kind(), object);
    var name = word(definition) + " " + names.of(object);
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(
            Step.Kind.CREATE_TYPE,
            path,
            "CREATE " + name + " " + definition.definition(),
            new Step.Reverse.Statement("DROP " + name)));
    definition
        .additions()
        .forEach(
            it ->
                steps.add(
                    new Step(
                        Step.Kind.ALTER_TYPE,
                        path,
                        "ALTER " + name + " " + it,
                        new Step.Reverse.None("It goes with the object itself."))));
    return steps;
  }

  /// Returns what changes it in place; empty where it is made anew.
  static Optional<List<Step>> alter(
      QualifiedName object, OptionsObject from, OptionsObject to, Names names) {
    if (!from.additions().equals(to.additions())) {
      return Optional.empty();
    }
    if (from.definition().equals(to.definition())) {
      return Optional.of(List.of());
    }
    return to.kind() == ObjectPath.Kind.FOREIGN_TABLE
        ? ForeignOptions.alter(
                Step.Kind.ALTER_TYPE,
                ObjectPath.of(to.kind(), object),
                "ALTER FOREIGN TABLE " + names.of(object) + " ",
                from.definition(),
                to.definition())
            .map(List::of)
        : Optional.empty();
  }

  static String word(OptionsObject it) {
    return switch (it.kind()) {
      case COLLATION -> "COLLATION";
      case FOREIGN_TABLE -> "FOREIGN TABLE";
      case TEXT_SEARCH_CONFIGURATION -> "TEXT SEARCH CONFIGURATION";
      case TEXT_SEARCH_DICTIONARY -> "TEXT SEARCH DICTIONARY";
      default -> "TYPE";
    };
  }

  /// Returns as in `AS RANGE (SUBTYPE = integer)`, for people.
  static String definition(OptionsObject it) {
    var text = new StringBuilder(it.definition().text());
    it.additions().forEach(one -> text.append(' ').append(one));
    return Masked.of(text.toString());
  }
}

package lockstep.psl.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.PslEnum;
import lockstep.psl.analysis.SchemaAttribute;

/// What must hold of enums.
final class EnumRules {
  private EnumRules() {}

  private record TypeName(Optional<String> schema, String name) {}

  static void check(RuleContext context) {
    typesHaveNamesOfTheirOwn(context);
    for (var enumeration : context.schema().enums().values()) {
      NamespaceRules.check(
          "enum",
          enumeration.name(),
          enumeration.file(),
          enumeration.declaration().span(),
          enumeration.schema(),
          context);
      valuesAreOnesOfTheirOwn(enumeration, context);
    }
  }

  /// Prisma 7 accepts it, and PostgreSQL then refuses the type.
  private static void valuesAreOnesOfTheirOwn(PslEnum enumeration, RuleContext context) {
    var taken = new HashMap<String, String>();
    for (var value : enumeration.values()) {
      var earlier = taken.putIfAbsent(value.databaseName(), value.name());
      if (earlier != null) {
        context
            .findings()
            .in(enumeration.file())
            .report(
                PslCode.DATABASE_VALUE_TAKEN,
                value.declaration().span(),
                "The value `%s` is stored as `%s`, as `%s` is; PostgreSQL takes each but once."
                    .formatted(value.name(), value.databaseName(), earlier),
                "Map one of them to another value.");
      }
    }
  }

  private static void typesHaveNamesOfTheirOwn(RuleContext context) {
    var taken = new HashSet<TypeName>();
    for (var enumeration : context.schema().enums().values()) {
      var name =
          new TypeName(enumeration.schema().map(SchemaAttribute::name), enumeration.databaseName());
      if (!taken.add(name)) {
        context
            .findings()
            .in(enumeration.file())
            .report(
                PslCode.TYPE_NAME_TAKEN,
                enumeration.declaration().span(),
                "The enum `%s` has the same name in the database as another enum: `%s`."
                    .formatted(enumeration.name(), enumeration.databaseName()),
                "Map one of them to another name.");
      }
    }
  }
}

package lockstep.engine.postgres.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.testing.Postgres;
import lockstep.mapping.EnumView;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

@Postgres
class DerivedMappingTest {
  @ParameterizedTest
  @GoldenCases("derived-mapping") // schema.sql; mapping.txt
  void relationsHaveTwoEndsAndNamesOfTheirOwn(GoldenCase it, ShadowDatabase database) {
    assertThat(database.run(it.text("schema.sql"))).isEmpty();
    var options = IntrospectionOptions.everything("database");
    var mapping = Introspector.read(database.session(), options).mapping();
    it.expect("mapping.txt", text(mapping));
    assertThat(mapping.models()).allSatisfy(model -> oppositesAgree(mapping, model));
  }

  private static void oppositesAgree(Mapping mapping, Model model) {
    assertThat(model.relations())
        .allSatisfy(
            end -> {
              var there = mapping.model(end.target()).orElseThrow();
              var back = there.field(end.opposite().orElseThrow()).orElseThrow();
              assertThat(back).isInstanceOf(Field.Relation.class);
              assertThat(((Field.Relation) back).opposite()).contains(end.name());
            });
  }

  private static String text(Mapping mapping) {
    return mapping.models().stream().map(DerivedMappingTest::text).collect(Collectors.joining())
        + mapping.enums().stream().map(DerivedMappingTest::text).collect(Collectors.joining());
  }

  private static String text(Model it) {
    var fields = it.fields().stream().map(DerivedMappingTest::text).collect(Collectors.joining());
    return "%s %s: %s%s%n%s%s%n"
        .formatted(
            it.kind(),
            it.name(),
            it.relation(),
            it.documentation().map(text -> " -- " + text).orElse(""),
            fields,
            it.keys().stream().map(key -> "  " + key + "\n").collect(Collectors.joining()));
  }

  private static String text(Field it) {
    return switch (it) {
      case Field.Scalar scalar ->
          "  %s: %s%s%n"
              .formatted(
                  scalar.name(),
                  scalar.column(),
                  scalar.documentation().map(text -> " -- " + text).orElse(""));
      case Field.Relation end ->
          "  %s: %s %s.%s %s %s%n"
              .formatted(
                  end.name(),
                  end.cardinality(),
                  end.target(),
                  end.opposite().orElseThrow(),
                  end.relation().map("as %s"::formatted).orElse("alone"),
                  end.side());
    };
  }

  private static String text(EnumView it) {
    return "ENUM %s: %s %s%n".formatted(it.name(), it.type(), it.members());
  }
}

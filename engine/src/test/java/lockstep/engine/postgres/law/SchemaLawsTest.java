package lockstep.engine.postgres.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import lockstep.diff.Differ;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.testing.Postgres;
import lockstep.plan.Plan;
import lockstep.plan.Planner;
import lockstep.plan.Step;
import lockstep.schema.Schema;
import lockstep.sql.Names;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every schema. `-Dlockstep.seed=N` tries one, `-Dlockstep.schemas=N` so many.
@Postgres
class SchemaLawsTest {
  static Stream<Long> seeds() {
    var only = Long.getLong("lockstep.seed");
    return only == null
        ? LongStream.range(0, Long.getLong("lockstep.schemas", 25)).boxed()
        : Stream.of(only);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSchemaThatWasMadeIsReadBackAndUnmade(long seed, Shadow shadow) {
    var schema = GeneratedSchema.of(seed, shadow.serverVersion());
    assertThat(Differ.diff(schema, schema)).isEmpty();
    var plan = Planner.create(schema, Names.of(schema));
    assertThat(plan.toSql())
        .isEqualTo(DdlEmitter.emit(GeneratedSchema.of(seed, shadow.serverVersion())));
    try (var database = shadow.create()) {
      assertThat(database.run(plan.toSql())).as("%s", plan.toSql()).isEmpty();
      var read = read(database);
      assertThat(Differ.diff(schema, read)).as("%s", plan.toSql()).isEmpty();
      assertThat(Differ.diff(read, schema)).isEmpty();
      unmake(plan, database);
      assertThat(Differ.diff(Schema.empty(), read(database))).isEmpty();
    }
  }

  private static void unmake(Plan plan, ShadowDatabase database) {
    for (var step : plan.steps().reversed()) {
      switch (step.reverse()) {
        case Step.Reverse.Statement(var sql) ->
            assertThat(database.run(sql)).as("%s", sql).isEmpty();
        case Step.Reverse.None(var reason) -> assertThat(reason).endsWith(".");
      }
    }
  }

  private static Schema read(ShadowDatabase database) {
    var options = IntrospectionOptions.everything("database");
    return Introspector.read(database.session(), options).schema();
  }
}

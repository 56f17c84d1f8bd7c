package lockstep.engine.postgres.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.check.drift.Drift;
import lockstep.check.drift.DriftCheck;
import lockstep.check.drift.Side;
import lockstep.diagnostic.PlainRenderer;
import lockstep.diff.Difference;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.testing.Postgres;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.schema.Index;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Table;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

@Postgres
class CommonSpellingTest {
  @ParameterizedTest
  @GoldenCases("spelling") // schema.prisma, database.sql; drift.txt
  void postgresqlSaysWhatIsTheSame(GoldenCase it, Shadow shadow) {
    var schema = PslReader.read(List.of(it.source("schema.prisma")));
    assertThat(schema.diagnostics()).isEmpty();
    var database = database(shadow, it.text("database.sql"));
    var agreed = CommonSpelling.of(schema.schema(), database.schema(), () -> shadow);
    var findings =
        DriftCheck.check(
            side("schema.prisma", agreed.from(), schema), side("database", agreed.to(), database));
    var diagnostics =
        Stream.concat(findings.stream().map(Drift::diagnostic), agreed.notes().stream());
    it.expect(
        "drift.txt", diagnostics.map(PlainRenderer::render).collect(Collectors.joining("\n")));
  }

  @Test
  void equalSchemasNeedNoServer(Shadow shadow) {
    var sql = "create table t (id int default 1, a text default lower('x'), check (id > 0))";
    var schema = database(shadow, sql).schema();
    var agreed =
        CommonSpelling.of(
            schema,
            schema,
            () -> {
              throw new AssertionError("asked for a server");
            });
    assertThat(agreed)
        .isEqualTo(new CommonSpelling.Agreed(Difference.between(schema, schema), List.of()));
  }

  @Test
  void anIndexWhoseBuildingFailedIsNotMadeGood(Shadow shadow) {
    var good = database(shadow, "create table t (a int); create index t_a on t (a)").schema();
    var failed = failed(good);
    var agreed = CommonSpelling.of(failed, good, () -> shadow);
    assertThat(agreed.from()).isEqualTo(failed);
    assertThat(agreed.difference().changes()).hasSize(1);
  }

  private static Schema failed(Schema schema) {
    return schema.withNamespaces(
        schema.namespaces().stream()
            .map(it -> it.withObjects(it.objects().stream().map(one -> failed(one)).toList()))
            .toList());
  }

  private static SchemaObject failed(SchemaObject object) {
    return object instanceof Table it
        ? it.with(
            it.columns(),
            it.constraints(),
            it.indexes().stream().map(one -> one.reaching(Index.Reach.NOWHERE)).toList())
        : object;
  }

  private static Side side(String name, Schema schema, Reading reading) {
    return new Side(
        name, new Reading(schema, reading.mapping(), reading.origins(), reading.diagnostics()));
  }

  private static Reading database(Shadow shadow, String sql) {
    try (var database = shadow.create()) {
      assertThat(database.run(sql)).isEmpty();
      return Introspector.read(database.session(), IntrospectionOptions.everything("database"));
    }
  }
}

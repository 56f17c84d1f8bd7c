package lockstep.engine.postgres.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.diagnostic.PlainRenderer;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.embedded.EmbeddedSettings;
import lockstep.engine.testing.Postgres;
import lockstep.mapping.Reading;
import lockstep.schema.Identifier;
import lockstep.schema.Statistics;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

@Postgres
class IntrospectorTest {
  @ParameterizedTest
  @GoldenCases("introspection") // schema.sql; ddl.sql, diagnostics.txt
  void whatIsReadMakesTheSameDatabase(GoldenCase it, Shadow shadow) {
    Assumptions.assumeTrue(suits(it, shadow), "a feature of a later server");
    try (var first = shadow.create();
        var second = shadow.create()) {
      run(first, it.text("schema.sql"));
      var reading = read(first);
      var ddl = DdlEmitter.emit(reading.schema());
      expect(it, "ddl.sql", ddl, shadow);
      expect(it, "diagnostics.txt", diagnostics(reading), shadow);
      run(second, ddl);
      assertThat(DdlEmitter.emit(read(second).schema())).isEqualTo(ddl);
      assertThat(read(second).schema().namespaces()).isEqualTo(reading.schema().namespaces());
    }
  }

  @Test
  void aNamespaceThatIsAskedForIsReadAsTheDefaultOne(Shadow shadow) {
    var sql =
        """
        create type period as range (subtype = timestamptz);
        create type mood as enum ('good', 'bad');
        create domain word as text check (value <> '');
        create table booking (id serial primary key, at period, mood mood default 'good', name word);
        create index on booking using gist (at);
        create view good as select id, at from booking where mood = 'good';
        """;
    try (var first = shadow.create();
        var second = shadow.create()) {
      run(first, sql);
      run(second, "create schema app; set search_path to app;" + sql);
      var options = IntrospectionOptions.only("app", Identifier.of("app"));
      assertThat(Introspector.read(second.session(), options).schema().namespaces())
          .isEqualTo(read(first).schema().namespaces());
    }
  }

  /// PostgreSQL prints the columns as they stand in the table, where nobody can move one.
  @Test
  void statisticsAreTheSameHoweverTheirTableHasItsColumns(Shadow shadow) {
    var statistics = "create statistics st (mcv) on a, b, (c || 'x') from t;";
    try (var first = shadow.create();
        var second = shadow.create()) {
      run(first, "create table t (a int, b int, c text);" + statistics);
      run(second, "create table t (c text, b int, a int);" + statistics);
      assertThat(statistics(second)).isEqualTo(statistics(first)).hasSize(1);
    }
  }

  private static List<Statistics> statistics(ShadowDatabase database) {
    return read(database).schema().namespaces().stream()
        .flatMap(it -> it.objects().stream())
        .filter(Statistics.class::isInstance)
        .map(Statistics.class::cast)
        .toList();
  }

  /// A case of a feature that came with a version is named so, as in `…-from-15`.
  private static boolean suits(GoldenCase it, Shadow shadow) {
    var version = it.name().replaceFirst(".*-from-(\\d+)$", "$1");
    var suits =
        version.equals(it.name()) || shadow.serverVersion() / 10_000 >= Integer.parseInt(version);
    if (!suits) {
      it.files().forEach(it::text);
    }
    return suits;
  }

  /// Each major version prints views and expressions in its own way; the files have the default's.
  private static void expect(GoldenCase it, String file, String actual, Shadow shadow) {
    if (shadow.serverVersion() / 10_000 == EmbeddedSettings.DEFAULT_MAJOR) {
      it.expect(file, actual);
    } else {
      it.text(file);
    }
  }

  private static void run(ShadowDatabase database, String sql) {
    assertThat(database.run(sql)).isEmpty();
  }

  private static Reading read(ShadowDatabase database) {
    return Introspector.read(database.session(), IntrospectionOptions.everything("database"));
  }

  private static String diagnostics(Reading reading) {
    return reading.diagnostics().stream()
        .map(PlainRenderer::render)
        .collect(Collectors.joining("\n"));
  }
}

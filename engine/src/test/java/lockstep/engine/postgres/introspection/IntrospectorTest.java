package lockstep.engine.postgres.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import lockstep.diagnostic.PlainRenderer;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.testing.Postgres;
import lockstep.mapping.Reading;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

@Postgres
class IntrospectorTest {
  @ParameterizedTest
  @GoldenCases("introspection") // schema.sql; ddl.sql, diagnostics.txt
  void whatIsReadMakesTheSameDatabase(GoldenCase it, Shadow shadow) {
    try (var first = shadow.create();
        var second = shadow.create()) {
      run(first, it.text("schema.sql"));
      var reading = read(first);
      var ddl = DdlEmitter.emit(reading.schema());
      it.expect("ddl.sql", ddl);
      it.expect("diagnostics.txt", diagnostics(reading));
      run(second, ddl);
      assertThat(DdlEmitter.emit(read(second).schema())).isEqualTo(ddl);
      assertThat(read(second).schema()).isEqualTo(reading.schema());
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

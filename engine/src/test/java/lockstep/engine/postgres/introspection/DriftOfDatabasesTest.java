package lockstep.engine.postgres.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import lockstep.check.drift.Drift;
import lockstep.check.drift.DriftCheck;
import lockstep.check.drift.Side;
import lockstep.diagnostic.PlainRenderer;
import lockstep.diff.Differ;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.testing.Postgres;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

@Postgres
class DriftOfDatabasesTest {
  @ParameterizedTest
  @GoldenCases("drift") // from.sql, to.sql; drift.txt
  void everyDifferenceIsFoundWithBothSides(GoldenCase it, Shadow shadow) {
    var here = side(shadow, "here", it.text("from.sql"));
    var there = side(shadow, "there", it.text("to.sql"));
    it.expect("drift.txt", text(here, there));

    assertThat(DriftCheck.check(here, here)).isEmpty();
    assertThat(DriftCheck.check(there, here)).hasSameSizeAs(DriftCheck.check(here, there));
    var changes = Differ.diff(here.reading().schema(), there.reading().schema());
    assertThat(DriftCheck.check(here, there).isEmpty()).isEqualTo(changes.isEmpty());
  }

  private static Side side(Shadow shadow, String name, String sql) {
    try (var database = shadow.create()) {
      assertThat(database.run(sql)).isEmpty();
      var options = IntrospectionOptions.everything(name);
      return new Side(name, Introspector.read(database.session(), options));
    }
  }

  private static String text(Side from, Side to) {
    return DriftCheck.check(from, to).stream()
        .map(Drift::diagnostic)
        .map(PlainRenderer::render)
        .collect(Collectors.joining("\n"));
  }
}

package lockstep.engine.postgres.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lockstep.diff.Change;
import lockstep.diff.Differ;
import lockstep.diff.Difference;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.embedded.EmbeddedSettings;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.testing.Postgres;
import lockstep.plan.Plan;
import lockstep.plan.Planner;
import lockstep.plan.Style;
import lockstep.schema.Schema;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

/// Plans between two databases, run on the first: afterwards it is like the second.
@Postgres
class PlanOnDatabasesTest {
  @ParameterizedTest
  @GoldenCases("change") // from.sql, to.sql; there.sql: the careful plan, back.sql: the plain one
  void aPlanTurnsTheOneIntoTheOther(GoldenCase it, Shadow shadow) {
    try (var from = shadow.create();
        var to = shadow.create()) {
      run(from, it.text("from.sql"));
      run(to, it.text("to.sql"));
      var there = plan(read(from), read(to), Style.ONLINE, shadow);
      var back = plan(read(to), read(from), Style.PLAIN, shadow);
      expect(it, "there.sql", there, shadow);
      expect(it, "back.sql", back, shadow);
      var wanted = read(to);
      apply(there, from);
      assertThat(differences(read(from), wanted)).isEmpty();
      var first = read(from);
      apply(back, to);
      try (var again = shadow.create()) {
        run(again, it.text("from.sql"));
        assertThat(differences(read(to), read(again))).isEmpty();
        apply(plan(read(again), first, Style.PLAIN, shadow), again);
        assertThat(differences(read(again), first)).isEmpty();
        apply(plan(first, read(to), Style.ONLINE, shadow), from);
        assertThat(differences(read(from), read(to))).isEmpty();
      }
    }
  }

  private static Plan plan(Schema from, Schema to, Style style, Shadow shadow) {
    return Planner.plan(Difference.between(from, to), style, shadow.serverVersion());
  }

  private static void expect(GoldenCase it, String file, Plan actual, Shadow shadow) {
    if (shadow.serverVersion() / 10_000 == EmbeddedSettings.DEFAULT_MAJOR) {
      it.expect(file, actual.toSql());
    } else {
      it.text(file);
    }
  }

  private static List<Change> differences(Schema from, Schema to) {
    var changes = new ArrayList<>(Differ.diff(from, to));
    changes.removeIf(it -> it instanceof Change.ReorderColumns);
    return changes;
  }

  private static void apply(Plan plan, ShadowDatabase database) {
    for (var step : plan.steps()) {
      assertThat(database.run(step.sql())).as("%s\nof\n%s", step.sql(), plan.toSql()).isEmpty();
    }
  }

  private static void run(ShadowDatabase database, String sql) {
    assertThat(database.run(sql)).isEmpty();
  }

  private static Schema read(ShadowDatabase database) {
    var options = IntrospectionOptions.everything("database");
    return Introspector.read(database.session(), options).schema();
  }
}

package lockstep.engine.postgres.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import lockstep.check.lint.Levels;
import lockstep.check.lint.Live;
import lockstep.check.lint.PlanLint;
import lockstep.diff.Change;
import lockstep.diff.Differ;
import lockstep.diff.Difference;
import lockstep.engine.EnvironmentException;
import lockstep.engine.migrate.KillingProgress;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.PlanRun;
import lockstep.engine.migrate.PlanRunTest;
import lockstep.engine.postgres.PostgresCode;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.embedded.EmbeddedSettings;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.testing.Postgres;
import lockstep.plan.Plan;
import lockstep.plan.PlanScript;
import lockstep.plan.Planner;
import lockstep.plan.Style;
import lockstep.schema.Schema;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

/// Plans between two databases, run on the first: afterwards it is like the second.
@Postgres
class PlanOnDatabasesTest {
  private static final boolean IS_SLOW = Boolean.getBoolean("lockstep.slow");

  /// In slow runs each way in the other style as well.
  @ParameterizedTest
  @GoldenCases("change") // from.sql, to.sql; there.sql: the careful plan, back.sql: the plain one
  void aPlanTurnsTheOneIntoTheOther(GoldenCase it, Shadow shadow) {
    assumeSuits(it, shadow);
    try (var from = shadow.create();
        var to = shadow.create()) {
      run(from, it.text("from.sql"));
      run(to, it.text("to.sql"));
      var before = read(from);
      var wanted = read(to);
      var there = plan(before, wanted, Style.ONLINE, shadow);
      var back = plan(wanted, before, Style.PLAIN, shadow);
      expect(it, "there.sql", there, before, shadow);
      expect(it, "back.sql", back, wanted, shadow);
      apply(there, from);
      assertThat(differences(read(from), wanted)).isEmpty();
      apply(back, to);
      assertThat(differences(read(to), before)).isEmpty();
      if (IS_SLOW) {
        inTheOtherStyle(from, to, shadow);
      }
    }
  }

  /// A case of a feature that came with a version is named so, as in `…-from-18`.
  private static void assumeSuits(GoldenCase it, Shadow shadow) {
    var version = it.name().replaceFirst(".*-from-(\\d+)$", "$1");
    if (!version.equals(it.name()) && shadow.serverVersion() / 10_000 < Integer.parseInt(version)) {
      it.files().forEach(it::text);
      assumeTrue(false, "for PostgreSQL " + version);
    }
  }

  /// By now each of the two is like the other was.
  private static void inTheOtherStyle(ShadowDatabase from, ShadowDatabase to, Shadow shadow) {
    var before = read(to);
    var wanted = read(from);
    apply(plan(before, wanted, Style.PLAIN, shadow), to);
    assertThat(differences(read(to), wanted)).isEmpty();
    apply(plan(wanted, before, Style.ONLINE, shadow), from);
    assertThat(differences(read(from), before)).isEmpty();
  }

  /// Each step in turn is the one before which a run dies; the next run plans from what it finds.
  /// What has all its steps in one transaction is tried in slow runs only.
  @ParameterizedTest
  @GoldenCases("change")
  void aRunThatIsKilledIsFinishedByTheNext(GoldenCase it, Shadow shadow) {
    assumeSuits(it, shadow);
    it.files().forEach(it::text);
    var plan = it.text("there.sql");
    if (IS_SLOW || plan.contains("CONCURRENTLY") || plan.contains("VALIDATE")) {
      interrupted(it, shadow, PlanOnDatabasesTest::killed);
    }
  }

  /// As psql runs a script: each statement stands by itself. For slow runs.
  @ParameterizedTest
  @GoldenCases("change")
  void aScriptOfWhichOnlyTheBeginningRanIsFinishedByTheNextPlan(GoldenCase it, Shadow shadow) {
    assumeSuits(it, shadow);
    it.files().forEach(it::text);
    if (IS_SLOW) {
      interrupted(it, shadow, PlanOnDatabasesTest::cutShort);
    }
  }

  /// Runs a plan up to a step, from 1; returns whether there was such a step.
  private interface Beginning {
    boolean run(Plan plan, ShadowDatabase database, int place);
  }

  private static void interrupted(GoldenCase it, Shadow shadow, Beginning beginning) {
    try (var to = shadow.create()) {
      run(to, it.text("to.sql"));
      var wanted = read(to);
      var wasInterrupted = true;
      for (var place = 1; wasInterrupted; place++) {
        try (var from = shadow.create()) {
          run(from, it.text("from.sql"));
          var plan = plan(read(from), wanted, Style.ONLINE, shadow);
          wasInterrupted = beginning.run(plan, from, place);
          var rest = plan(read(from), wanted, Style.ONLINE, shadow);
          assertThat(PlanRunTest.run(rest, from).failure()).as(rest.toSql()).isEmpty();
          assertThat(differences(read(from), wanted)).as("up to step %d", place).isEmpty();
        }
      }
    }
  }

  private static boolean killed(Plan plan, ShadowDatabase database, int place) {
    var killer = new KillingProgress(database, place);
    try (var run = PlanRun.open(database.url(), Patience.USUAL, killer)) {
      assertThat(run.run(plan).failure()).as(plan.toSql()).isEmpty();
      return false;
    } catch (EnvironmentException e) {
      assertThat(e.code()).isEqualTo(PostgresCode.CONNECTION_LOST);
      return true;
    }
  }

  private static boolean cutShort(Plan plan, ShadowDatabase database, int place) {
    var count = Math.min(place - 1, plan.steps().size());
    apply(new Plan(plan.steps().subList(0, count)), database);
    return place <= plan.steps().size();
  }

  private static Plan plan(Schema from, Schema to, Style style, Shadow shadow) {
    return Planner.plan(Difference.between(from, to), style, shadow.serverVersion());
  }

  private static void expect(GoldenCase it, String file, Plan plan, Schema from, Shadow shadow) {
    if (shadow.serverVersion() / 10_000 == EmbeddedSettings.DEFAULT_MAJOR) {
      var known = PlanLint.check(plan, from, Levels.DEFAULT, Live.NONE, "database").plan();
      it.expect(file, PlanScript.of(known).text());
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

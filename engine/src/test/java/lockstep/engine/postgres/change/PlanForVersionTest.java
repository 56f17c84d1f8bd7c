package lockstep.engine.postgres.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.diff.Difference;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.testing.Postgres;
import lockstep.plan.Planner;
import lockstep.plan.Step;
import lockstep.plan.Style;
import lockstep.schema.Schema;
import org.junit.jupiter.api.Test;

/// What a plan makes of what servers of different versions can do.
@Postgres
class PlanForVersionTest {
  private static final String TABLES =
      """
      CREATE TABLE users (id integer PRIMARY KEY, log_id bigint);
      CREATE TABLE log (id bigint PRIMARY KEY, user_id integer) PARTITION BY RANGE (id);
      CREATE TABLE log_rest PARTITION OF log DEFAULT;
      """;

  @Test
  void aForeignKeyToOrOnPartitionsIsAddedPlainlyBeforeVersion18(Shadow shadow) {
    var log = "ALTER TABLE log ADD CONSTRAINT log_fk FOREIGN KEY (user_id) REFERENCES users;";
    var users = "ALTER TABLE users ADD CONSTRAINT users_fk FOREIGN KEY (log_id) REFERENCES log;";
    assertThat(steps(log, 170_000, shadow)).singleElement().satisfies(PlanForVersionTest::isPlain);
    assertThat(steps(users, 170_000, shadow))
        .singleElement()
        .satisfies(PlanForVersionTest::isPlain);
    assertThat(steps(log, 180_000, shadow)).hasSize(2).first().asString().endsWith("NOT VALID");
    assertThat(steps(users, 180_000, shadow)).hasSize(2).first().asString().endsWith("NOT VALID");
  }

  private static void isPlain(String sql) {
    assertThat(sql).contains("ADD CONSTRAINT").doesNotContain("NOT VALID");
  }

  /// Returns the statements that do to a database what another statement does.
  private static List<String> steps(String change, int version, Shadow shadow) {
    try (var from = shadow.create();
        var to = shadow.create()) {
      assertThat(from.run(TABLES)).isEmpty();
      assertThat(to.run(TABLES + change)).isEmpty();
      var difference = Difference.between(read(from), read(to));
      return Planner.plan(difference, Style.ONLINE, version).steps().stream()
          .map(Step::sql)
          .toList();
    }
  }

  private static Schema read(ShadowDatabase database) {
    var options = IntrospectionOptions.everything("database");
    return Introspector.read(database.session(), options).schema();
  }
}

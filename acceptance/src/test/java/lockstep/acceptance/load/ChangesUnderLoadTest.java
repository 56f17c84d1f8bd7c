package lockstep.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.check.drift.Ignored;
import lockstep.engine.Progress;
import lockstep.engine.migrate.Patience;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Tools;
import lockstep.engine.testing.TestServer;
import lockstep.engine.workflow.Consent;
import lockstep.engine.workflow.PlanChanges.Trial;
import lockstep.engine.workflow.PushSchema;
import lockstep.engine.workflow.SourceReader;
import lockstep.plan.Plan;
import lockstep.plan.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes of a table that pgbench writes to: no query fails, none waits longer than the lock
/// timeout. Two million rows in a slow run, else some.
class ChangesUnderLoadTest {
  private static final int ROWS = Boolean.getBoolean("lockstep.slow") ? 2_000_000 : 50_000;
  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(2), 20);

  private static final String BEFORE =
      """
      CREATE TABLE customer (id int PRIMARY KEY, name text);
      CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, code text, note text,
        legacy text);
      """;

  private static final String FILL =
      """
      INSERT INTO customer SELECT i, 'n' || i FROM generate_series(1, 1000) i;
      INSERT INTO orders
      SELECT i, i %% 1000 + 1, i, 'c' || i, 'note', 'x' FROM generate_series(1, %d) i;
      CREATE SEQUENCE numbers START %d;
      """
          .formatted(ROWS, ROWS + 1);

  private static final List<String> LOAD =
      List.of(
          "UPDATE orders SET amount = amount + 1 WHERE id = :id",
          "SELECT id, customer_id, amount, code, note FROM orders WHERE id = :id",
          "INSERT INTO orders (id, customer_id, amount, code, note)"
              + " SELECT n, 1, 1, 'c' || n, 'new' FROM nextval('numbers') n");

  /// What is to be done, and what of it.
  private record Form(String name, String sql, Optional<String> rename) {
    static Form of(String name, String sql) {
      return new Form(name, sql, Optional.empty());
    }
  }

  private static final List<Form> FORMS =
      List.of(
          Form.of("index", "CREATE INDEX orders_customer ON orders (customer_id);"),
          Form.of(
              "foreign key",
              "ALTER TABLE orders ADD CONSTRAINT orders_customer_fkey"
                  + " FOREIGN KEY (customer_id) REFERENCES customer;"),
          Form.of("check", "ALTER TABLE orders ADD CONSTRAINT orders_amount CHECK (amount > 0);"),
          Form.of("not null", "ALTER TABLE orders ALTER COLUMN note SET NOT NULL;"),
          Form.of("unique", "ALTER TABLE orders ADD CONSTRAINT orders_code UNIQUE (code);"),
          Form.of(
              "column with default",
              "ALTER TABLE orders ADD COLUMN status text NOT NULL DEFAULT 'new';"),
          new Form(
              "rename of a column",
              "ALTER TABLE orders RENAME COLUMN legacy TO old_code;",
              Optional.of("orders.legacy=old_code")));

  @TempDir private Path folder;

  /// A form that was applied, and when.
  private record Applied(Form form, long startMicros, long endMicros, Plan plan) {}

  @Test
  void nobodyNoticesTheCarefulForms() throws IOException {
    assumeTrue(Pgbench.find().isPresent(), "needs pgbench");
    try (var database = ScratchServer.instance().plain()) {
      assertThat(database.run(BEFORE + FILL)).isEmpty();
      assertThat(database.run("ANALYZE")).isEmpty();
      var applied = new ArrayList<Applied>();
      List<Pgbench.Query> queries;
      try (var load = Pgbench.start(folder, database.url(), ROWS, LOAD)) {
        var schema =
            new StringBuilder(BEFORE + "CREATE SEQUENCE numbers START " + (ROWS + 1) + ";");
        for (var form : FORMS) {
          schema.append(form.sql()).append('\n');
          var start = micros();
          var plan = push(form, schema.toString(), database.url());
          applied.add(new Applied(form, start, micros(), plan));
          assertThat(load.isAtWork()).as(load.output()).isTrue();
        }
        queries = load.stop();
        assertThat(load.output()).doesNotContain("ERROR").doesNotContain("aborted");
      }
      applied.forEach(it -> judge(it, queries));
    }
  }

  private static long micros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  private Plan push(Form form, String schema, ConnectionUrl url) throws IOException {
    var file = Files.writeString(folder.resolve("schema.sql"), schema);
    var environment = new Environment(Map.of(), folder, folder);
    var tools =
        new Tools(
            new ShadowSettings.Embedded(TestServer.settings()),
            PythonSettings.DEFAULT,
            Ignored.NONE);
    try (var reader = new SourceReader(environment, folder, tools, Progress.SILENT)) {
      var outcome =
          PushSchema.run(
              new PushSchema.Request(
                  new SourceSpec.Sql(file, "schema.sql"),
                  url,
                  reader,
                  Style.ONLINE,
                  new Consent(List.of(), form.rename().stream().toList()),
                  Trial.WANTED,
                  Optional.of(PATIENCE)));
      assertThat(outcome.hasErrors()).as("%s: %s", form.name(), outcome.diagnostics()).isFalse();
      var plan = outcome.plan().orElseThrow();
      assertThat(plan.isEmpty()).as(form.name()).isFalse();
      return plan;
    }
  }

  private static void judge(Applied it, List<Pgbench.Query> queries) {
    var during =
        queries.stream()
            .filter(q -> q.endMicros() > it.startMicros() && q.startMicros() < it.endMicros())
            .toList();
    var longest = during.stream().mapToLong(Pgbench.Query::tookMicros).max().orElse(0);
    System.out.printf(
        "standing: under load: %s: %d statements in %d ms, meanwhile %d queries, the longest %d ms%n",
        it.form().name(),
        it.plan().steps().size(),
        (it.endMicros() - it.startMicros()) / 1000,
        during.size(),
        longest / 1000);
    assertThat(during).as(it.form().name()).isNotEmpty();
    assertThat(longest)
        .as("%s: the longest query, in microseconds", it.form().name())
        .isLessThan(PATIENCE.lockTimeout().toNanos() / 1000);
  }
}

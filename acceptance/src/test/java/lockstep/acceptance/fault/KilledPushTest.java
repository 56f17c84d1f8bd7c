package lockstep.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.acceptance.launcher.Launcher;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.engine.postgres.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledPushTest {
  private static final String BEFORE =
      """
      CREATE TABLE account (id int PRIMARY KEY, name text, email text);
      CREATE TABLE city (id int PRIMARY KEY, code text, country text);
      CREATE TABLE visit (id int PRIMARY KEY, account_id int, city_id int, stars int);
      CREATE TYPE mood AS ENUM ('good');
      """;

  private static final String AFTER =
      BEFORE
          + """
          ALTER TYPE mood ADD VALUE 'bad';
          ALTER TABLE account ALTER COLUMN name SET NOT NULL, ADD COLUMN age int;
          CREATE INDEX account_email ON account (email);
          ALTER TABLE city ADD CONSTRAINT city_code UNIQUE (code);
          ALTER TABLE visit ADD CONSTRAINT visit_account FOREIGN KEY (account_id) REFERENCES account;
          ALTER TABLE visit ADD CONSTRAINT visit_stars CHECK (stars BETWEEN 1 AND 5);
          CREATE INDEX visit_city ON visit (city_id);
          """;

  private static final String ROWS =
      """
      INSERT INTO account SELECT i, 'n' || i, 'e' || i FROM generate_series(1, 1000) i;
      INSERT INTO city SELECT i, 'c' || i, 'x' FROM generate_series(1, 1000) i;
      INSERT INTO visit SELECT i, i, i, 3 FROM generate_series(1, 1000) i;
      """;

  /// What others have when the program dies of waiting for it, in the order of the plan.
  private static final List<String> LOCKS =
      List.of(
          "SELECT name FROM account WHERE id = 1",
          "UPDATE city SET country = 'y' WHERE id = 1",
          "SELECT code FROM city WHERE id = 1",
          "SELECT stars FROM visit WHERE id = 1",
          "UPDATE account SET email = 'z' WHERE id = 1",
          "UPDATE visit SET stars = 4 WHERE id = 1",
          "LOCK TABLE account IN SHARE UPDATE EXCLUSIVE MODE");

  private final Launcher lockstep = Launcher.ofCheckout();

  @TempDir private Path folder;

  @Test
  void whoeverIsKilledWhileHeWaitsLeavesWhatTheNextRunFinishes() throws Exception {
    try (var database = ScratchServer.instance().plain();
        var wanted = ScratchServer.instance().plain()) {
      assertThat(database.run(BEFORE + ROWS)).isEmpty();
      assertThat(wanted.run(AFTER)).isEmpty();
      write(database.url().reveal());
      for (var lock : LOCKS) {
        killWhileWaiting(database, lock);
      }
      var last = lockstep.run(folder, "push", "--online");
      assertThat(last.exit()).as(last.errors()).isZero();
      assertThat(lockstep.run(folder, "push", "--dry-run").orThrow("push").errors())
          .contains("nothing to do");
      assertThat(database.catalog().differencesTo(wanted.catalog())).isEmpty();
    }
  }

  private void write(String url) throws IOException {
    Files.writeString(folder.resolve("schema.sql"), AFTER);
    Files.writeString(
        folder.resolve("lockstep.toml"),
        "source = \"sql:schema.sql\"\n[database]\nurl = \"%s\"\n".formatted(url));
  }

  private void killWhileWaiting(ScratchServer.Scratch database, String lock) throws Exception {
    try (var other = Session.open(database.url());
        var observer = Session.open(database.url())) {
      other.execute("BEGIN");
      other.execute(lock);
      var push = lockstep.start(folder, "push", "--online", "--lock-timeout", "60");
      while (isNobodyWaiting(observer)) {
        assertThat(push.isAlive()).as("%s: %s", lock, said()).isTrue();
        Thread.onSpinWait();
      }
      push.descendants().forEach(ProcessHandle::destroyForcibly);
      push.destroyForcibly().waitFor();
      other.execute("ROLLBACK");
    }
  }

  private String said() throws IOException {
    try (var files = Files.newDirectoryStream(folder, "call*.log")) {
      var all = new StringBuilder();
      for (var file : files) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  private static boolean isNobodyWaiting(Session session) {
    return session
        .query(
            "SELECT count(*) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND wait_event_type = 'Lock'",
            row -> row.text(1))
        .equals(List.of("0"));
  }
}

package lockstep.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.acceptance.launcher.Launcher;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.embedded.OwnServer;
import lockstep.engine.project.Environment;
import lockstep.engine.workflow.ApplyMigrations;
import lockstep.engine.workflow.ReportStatus;
import lockstep.engine.workflow.ResolveMigration;
import lockstep.engine.workflow.ResolveMigration.Verdict;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Migrations while things go wrong: whatever happens, the next run knows what stands, and no
/// statement is applied twice.
class MigrationFaultsTest {
  private static final boolean IS_SLOW = Boolean.getBoolean("lockstep.slow");

  private static final String TABLES =
      """
      DO $$ BEGIN
        FOR i IN 1..6 LOOP
          EXECUTE format('CREATE TABLE t%s (id int)', i);
          EXECUTE format('INSERT INTO t%s SELECT generate_series(1, 100)', i);
        END LOOP;
      END $$;
      CREATE INDEX t6_id ON t6 (id);
      """;

  private static final List<String> IN_ONE_TRANSACTION =
      List.of(
          "ALTER TABLE t1 ADD COLUMN a int",
          "INSERT INTO t2 VALUES (0)",
          "CREATE INDEX t3_id ON t3 (id)",
          "UPDATE t4 SET id = id + 1");

  private static final List<String> ONE_BY_ONE =
      List.of(
          "ALTER TABLE t1 ADD COLUMN a int",
          "CREATE INDEX CONCURRENTLY t2_id ON t2 (id)",
          "INSERT INTO t3 VALUES (0)",
          "VACUUM t4",
          "BEGIN; INSERT INTO t5 VALUES (0); ALTER TABLE t5 ADD COLUMN a int; COMMIT",
          "DROP INDEX CONCURRENTLY t6_id");

  private final Launcher lockstep = Launcher.ofCheckout();

  @TempDir private Path folder;

  /// @param statement at which the process is killed, from 0
  /// @param goesOn whether the server ends the statement all the same
  record Kill(List<String> statements, int statement, boolean goesOn) {
    @Override
    public String toString() {
      return statements.get(statement) + (goesOn ? ", which ends" : ", which does not end");
    }
  }

  static List<Kill> kills() {
    var all =
        Stream.of(IN_ONE_TRANSACTION, ONE_BY_ONE)
            .flatMap(
                it ->
                    IntStream.range(0, it.size())
                        .boxed()
                        .flatMap(n -> Stream.of(new Kill(it, n, true), new Kill(it, n, false))))
            .toList();
    return IS_SLOW
        ? all
        : all.stream()
            .filter(it -> it.statement() == 1 || it.statement() == 3 && it.goesOn())
            .toList();
  }

  /// A process that is killed while its statement waits was killed before it, unless the server
  /// goes on with it: then it was killed after it.
  @ParameterizedTest
  @MethodSource("kills")
  void whoIsKilledIsTakenUpWhereHeWas(Kill kill) throws Exception {
    write("1_init", TABLES);
    write("2_kill", String.join(";\n", kill.statements()) + ";\n");
    try (var database = ScratchServer.instance().plain();
        var wanted = ScratchServer.instance().plain()) {
      assertThat(apply(wanted.url()).applied()).isEqualTo(2);
      apply(database.url(), Optional.of("1_init"));
      kill(database, kill);
      if (!status(database.url()).isUpToDate()) {
        assertThat(facts(status(database.url()).diagnostics())).contains("2_kill", "stand");
        assertThat(resume(database.url(), "2_kill")).isEmpty();
      }
      assertThat(status(database.url()).isUpToDate()).isTrue();
      assertThat(apply(database.url()).planned()).isEmpty();
      assertThat(database.catalog().differencesTo(wanted.catalog())).isEmpty();
      assertThat(rows(database)).isEqualTo(rows(wanted));
    }
  }

  private void kill(Scratch database, Kill kill) throws Exception {
    try (var other = Session.open(database.url());
        var observer = Session.open(database.url())) {
      other.execute("BEGIN; LOCK TABLE t" + (kill.statement() + 1));
      var words = new String[] {"migrate", "apply", "--dir", ".", "--lock-timeout", "60"};
      var run = lockstep.start(folder, Map.of("DATABASE_URL", database.url().reveal()), words);
      var waiting = waiting(observer, run);
      run.descendants().forEach(ProcessHandle::destroyForcibly);
      run.destroyForcibly().waitFor();
      if (!kill.goesOn()) {
        observer.execute("SELECT pg_terminate_backend(%s, 10000)".formatted(waiting));
      }
      other.execute("ROLLBACK");
      awaitEnd(observer, waiting);
    }
  }

  /// The server goes on with what it was sent, and only then finds nobody there.
  private static void awaitEnd(Session observer, String process) {
    var query = "SELECT 1 FROM pg_stat_activity WHERE pid = " + process;
    while (observer.queryOne(query, row -> row.integer(1)).isPresent()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whoeverInterruptsItLeavesAKnownState() throws Exception {
    write("1_a", "CREATE TABLE a (); VACUUM a; INSERT INTO a SELECT FROM pg_sleep(600);");
    try (var database = ScratchServer.instance().plain();
        var observer = Session.open(database.url())) {
      var run =
          lockstep.start(
              folder,
              Map.of("DATABASE_URL", database.url().reveal()),
              "migrate",
              "apply",
              "--dir",
              ".");
      awaitSleep(observer, run);
      run.descendants().forEach(ProcessHandle::destroy);
      run.destroy();
      assertThat(run.waitFor()).isOne();
      assertThat(log())
          .contains("57014", "The first 2 statements stand")
          .contains("To go on, call `lockstep migrate resolve --resume 1_a`.");
      assertThat(facts(status(database.url()).diagnostics()))
          .contains("failed at statement 3 of 3", "57014", "The first 2 statements stand");
      write("1_a", "CREATE TABLE a (); VACUUM a; INSERT INTO a SELECT FROM pg_sleep(0);");
      assertThat(resume(database.url(), "1_a")).isEmpty();
      assertThat(status(database.url()).isUpToDate()).isTrue();
    }
  }

  /// The first one ends well although it is cancelled.
  @Test
  void whoeverInterruptsItBetweenTwoRecordsNothingOfTheNext() throws Exception {
    write(
        "1_a",
        """
        CREATE TABLE a ();
        DO $$ BEGIN PERFORM pg_sleep(600); EXCEPTION WHEN query_canceled THEN NULL; END $$;
        """);
    write("2_b", "CREATE TABLE b ();");
    try (var database = ScratchServer.instance().plain();
        var observer = Session.open(database.url())) {
      var variables = Map.of("DATABASE_URL", database.url().reveal());
      var run = lockstep.start(folder, variables, "migrate", "apply", "--dir", ".");
      awaitSleep(observer, run);
      run.descendants().forEach(ProcessHandle::destroy);
      run.destroy();
      run.waitFor();
      assertThat(observer.query("SELECT migration_name FROM _prisma_migrations", it -> it.text(1)))
          .containsExactly("1_a");
      assertThat(apply(database.url()).applied()).isEqualTo(1);
    }
  }

  private static void awaitSleep(Session observer, Process run) {
    while (observer
        .query("SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'", row -> "")
        .isEmpty()) {
      assertThat(run.isAlive()).isTrue();
      Thread.onSpinWait();
    }
  }

  @Test
  void aServerThatIsRestartedMidStatementIsTakenUpWhereItWas() throws Exception {
    write("1_a", "CREATE TABLE a (b int); VACUUM a; INSERT INTO a SELECT 1 FROM pg_sleep(600);");
    try (var server = OwnServer.start(List.of())) {
      var run = CompletableFuture.supplyAsync(() -> apply(server.url()));
      try (var observer = Session.open(server.url())) {
        while (observer
            .query("SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'", row -> "")
            .isEmpty()) {
          assertThat(run.isDone()).isFalse();
          Thread.onSpinWait();
        }
      }
      server.restart();
      assertThatThrownBy(run::join).hasRootCauseInstanceOf(Exception.class);
      assertThat(facts(status(server.url()).diagnostics()))
          .contains("Statement 3 of 3 is next", "The first 2 statements stand");
      write("1_a", "CREATE TABLE a (b int); VACUUM a; INSERT INTO a SELECT 1 FROM pg_sleep(0);");
      assertThat(resume(server.url(), "1_a")).isEmpty();
      assertThat(status(server.url()).isUpToDate()).isTrue();
    }
  }

  /// A tablespace on a disk that is nearly full, where this process may mount one.
  @Test
  void aServerWithoutRoomIsTakenUpWhereItWas(@TempDir Path beside) throws Exception {
    Assumptions.assumeTrue(IS_SLOW, "slow");
    var disk = Files.createDirectory(beside.resolve("disk"));
    var mount = List.of("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
    Assumptions.assumeTrue(
        Command.run(folder, Map.of(), Duration.ofMinutes(1), mount).exit() == 0,
        "this process may mount no disk: run it as root");
    try (var server = OwnServer.start(List.of())) {
      Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setOwner(disk, Files.getOwner(server.socket()));
      server.execute("CREATE TABLESPACE small LOCATION '%s'".formatted(disk));
      write(
          "1_a",
          """
          CREATE TABLE a (b text) TABLESPACE small;
          VACUUM a;
          INSERT INTO a SELECT repeat(md5(i::text), 60) FROM generate_series(1, 10000) i;
          """);
      assertThatThrownBy(() -> apply(server.url())).hasMessageContaining("no room");
      assertThat(facts(status(server.url()).diagnostics()))
          .contains("Statement 3 of 3 is next", "The first 2 statements stand");
      server.execute("ALTER TABLE a SET TABLESPACE pg_default");
      assertThat(resume(server.url(), "1_a")).isEmpty();
      assertThat(status(server.url()).isUpToDate()).isTrue();
      server.execute("DROP TABLESPACE small");
    } finally {
      Command.run(
          folder, Map.of(), Duration.ofMinutes(1), List.of("umount", "-l", disk.toString()));
    }
  }

  @Test
  void theRecordIsWrittenWhateverRoleAFileTakes() throws Exception {
    write("1_a", "CREATE ROLE worker; SET ROLE worker; SELECT 1;");
    write("2_b", "SET SESSION AUTHORIZATION worker; SELECT 1; VACUUM pg_class; SELECT 2;");
    try (var server = OwnServer.start(List.of())) {
      assertThat(apply(server.url()).diagnostics()).isEmpty();
      assertThat(status(server.url()).isUpToDate()).isTrue();
    }
  }

  @Test
  void manyAtOnceApplyEachMigrationOnce() throws IOException {
    write("1_a", "CREATE TABLE a (b int);");
    write("2_b", "INSERT INTO a VALUES (1); VACUUM a; INSERT INTO a VALUES (2);");
    write("3_c", "INSERT INTO a VALUES (3);");
    try (var database = ScratchServer.instance().plain();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs =
          IntStream.range(0, IS_SLOW ? 50 : 8)
              .mapToObj(_ -> CompletableFuture.supplyAsync(() -> apply(database.url()), threads))
              .toList();
      assertThat(runs.stream().map(CompletableFuture::join).toList())
          .allSatisfy(it -> assertThat(it.diagnostics()).isEmpty())
          .extracting(ApplyMigrations.Outcome::applied)
          .containsOnlyOnce(3);
      assertThat(rows(database, "a")).containsExactly("1", "2", "3");
    }
  }

  @Test
  void twoBranchesThatWereMergedAreBothApplied() throws IOException {
    try (var database = ScratchServer.instance().plain()) {
      write("20260101_init", "CREATE TABLE a ();");
      write("20260103_ours", "CREATE TABLE b ();");
      assertThat(apply(database.url()).applied()).isEqualTo(2);
      write("20260102_theirs", "CREATE TABLE c ();");
      write("20260104_theirs", "CREATE TABLE d ();");
      var outcome = apply(database.url());
      assertThat(codes(outcome.diagnostics())).containsExactly("MIG010");
      assertThat(outcome.applied()).isEqualTo(2);
      assertThat(status(database.url()).isUpToDate()).isTrue();
    }
  }

  @Test
  void whatFailedAndIsGoneIsNotCounted() throws Exception {
    write("1_a", "create table a ();");
    write("2_b", "select 1/0;");
    try (var database = ScratchServer.instance().plain()) {
      apply(database.url());
      assertThat(resolve(database.url(), new Verdict.RolledBack("2_b"))).isEmpty();
      Files.delete(folder.resolve("2_b/migration.sql"));
      Files.delete(folder.resolve("2_b"));
      var url = Map.of("DATABASE_URL", database.url().reveal());
      assertThat(lockstep.start(folder, url, "migrate", "status", "--dir", ".").waitFor()).isZero();
      assertThat(log()).contains("rolled back  2_b", ": 1 of 1 applied, 0 pending");
    }
  }

  @Test
  void aFileThatIsNotWhatWasAppliedIsSaid() throws IOException {
    var script = "CREATE TABLE a (b int);\nINSERT INTO a VALUES (1);\n";
    write("1_a", script);
    write("2_b", "SELECT 1;");
    try (var database = ScratchServer.instance().plain()) {
      apply(database.url());
      write("1_a", script.replace("1", "2"));
      assertThat(codes(status(database.url()).diagnostics())).containsExactly("MIG006");
      write("1_a", script.substring(0, 20));
      assertThat(codes(status(database.url()).diagnostics())).containsExactly("MIG006");
      write("1_a", script.replace("\n", "\r\n"));
      assertThat(codes(status(database.url()).diagnostics())).containsExactly("MIG007");
      Files.delete(folder.resolve("1_a/migration.sql"));
      assertThat(codes(status(database.url()).diagnostics())).contains("MIG013");
      Files.delete(folder.resolve("1_a"));
      assertThat(codes(status(database.url()).diagnostics())).containsExactly("MIG008");
      assertThat(apply(database.url()).planned()).isEmpty();
    }
  }

  @Test
  void whateverAFileHoldsIsAppliedOrRefusedAsAWhole() throws IOException {
    try (var database = ScratchServer.instance().plain()) {
      write("1_a", "\ufeffCREATE TABLE a ();");
      assertThat(codes(apply(database.url()).diagnostics())).containsExactly("MIG011");
      write("1_a", "CREATE TABLE a ();\n\\copy a from 'a.csv'\n");
      assertThat(codes(apply(database.url()).diagnostics())).containsExactly("MIG055");
      write(
          "1_a", "CREATE TABLE a (b text);\r\nINSERT INTO a VALUES ('x;\r\ny');\r\nVACUUM a;\r\n");
      write("2_b", "BEGIN;\nINSERT INTO a VALUES ('z');\nCOMMIT;\nBEGIN;\nDELETE FROM a;\nEND;");
      write(
          "3_c",
          """
          DO $outer$ BEGIN
            EXECUTE $inner$ CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT ';' $$ $inner$;
          END $outer$;
          VACUUM a;
          """);
      assertThat(apply(database.url()).diagnostics()).isEmpty();
      assertThat(status(database.url()).isUpToDate()).isTrue();
    }
  }

  @Test
  void aLargeFileIsAppliedInOneTransactionAndByStatements() throws IOException {
    var rows = IS_SLOW ? 25 : 1;
    var insert = "INSERT INTO a VALUES ('%s');\n".formatted("x".repeat(1 << 10));
    write("1_a", "CREATE TABLE a (b text);\n" + insert.repeat(rows << 10));
    write("2_b", "VACUUM a;\nINSERT INTO a VALUES ('%s');".formatted("y".repeat(rows << 20)));
    try (var database = ScratchServer.instance().plain()) {
      assertThat(apply(database.url()).diagnostics()).isEmpty();
      assertThat(status(database.url()).isUpToDate()).isTrue();
    }
  }

  @Test
  void aClockThatGoesBackwardsChangesNoOrder() throws IOException {
    write("1_a", "CREATE TABLE a ();");
    write("2_b", "SELECT 1/0;");
    try (var database = ScratchServer.instance().plain()) {
      apply(database.url());
      assertThat(
              database.run(
                  """
                  UPDATE _prisma_migrations SET started_at = now() + '1 day',
                    finished_at = finished_at + '1 day'"""))
          .isEmpty();
      assertThat(resolve(database.url(), new Verdict.RolledBack("2_b"))).isEmpty();
      write("2_b", "CREATE TABLE b ();");
      write("3_c", "CREATE TABLE c (); VACUUM c; SELECT 1/0;");
      assertThat(apply(database.url()).applied()).isEqualTo(1);
      write("3_c", "CREATE TABLE c (); VACUUM c; SELECT 1;");
      assertThat(resume(database.url(), "3_c")).isEmpty();
      assertThat(status(database.url()).isUpToDate()).isTrue();
      assertThat(apply(database.url()).planned()).isEmpty();
    }
  }

  private void write(String name, String script) throws IOException {
    var migration = Files.createDirectories(folder.resolve(name));
    Files.writeString(migration.resolve("migration.sql"), script);
  }

  /// Returns what the one process said that was started.
  private String log() throws IOException {
    try (var files = Files.newDirectoryStream(folder, "call*.log")) {
      return Files.readString(files.iterator().next());
    }
  }

  private ApplyMigrations.Outcome apply(ConnectionUrl url) {
    return apply(url, Optional.empty());
  }

  private ApplyMigrations.Outcome apply(ConnectionUrl url, Optional<String> last) {
    var manner = new ApplyMigrations.Manner(limits(), Optional.empty());
    return ApplyMigrations.run(
        new ApplyMigrations.Request(
            folder, url, last, Optional.of(manner), environment(), Progress.SILENT));
  }

  private ReportStatus.Outcome status(ConnectionUrl url) {
    return ReportStatus.run(new ReportStatus.Request(folder, url, Optional.empty(), environment()));
  }

  private List<Diagnostic> resume(ConnectionUrl url, String name) {
    return resolve(url, new Verdict.Resumed(name, Optional.empty()));
  }

  private List<Diagnostic> resolve(ConnectionUrl url, Verdict verdict) {
    return ResolveMigration.run(
        new ResolveMigration.Request(
            folder, url, verdict, limits(), environment(), Progress.SILENT));
  }

  private static Limits limits() {
    return Limits.of(Patience.of(Duration.ofMinutes(1)), Optional.empty());
  }

  private Environment environment() {
    return new Environment(Map.of(), folder, folder);
  }

  /// Waits until a session waits for a lock, and returns its process.
  private static String waiting(Session observer, Process run) {
    while (true) {
      var found =
          observer.queryOne(
              "SELECT pid FROM pg_stat_activity"
                  + " WHERE datname = current_database() AND wait_event_type = 'Lock'",
              row -> row.text(1));
      if (found.isPresent()) {
        return found.get();
      }
      assertThat(run.isAlive()).isTrue();
      Thread.onSpinWait();
    }
  }

  private static List<String> rows(Scratch database) {
    return IntStream.rangeClosed(1, 6)
        .boxed()
        .flatMap(it -> rows(database, "t" + it).stream())
        .toList();
  }

  private static List<String> rows(Scratch database, String table) {
    try (var session = Session.open(database.url())) {
      return session.query("SELECT * FROM %s ORDER BY 1".formatted(table), row -> row.text(1));
    }
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(it -> it.code().id()).toList();
  }

  private static String facts(List<Diagnostic> diagnostics) {
    return String.join("\n", diagnostics.stream().map(Diagnostic::fact).toList());
  }
}

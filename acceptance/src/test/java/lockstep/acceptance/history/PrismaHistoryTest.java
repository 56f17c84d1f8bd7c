package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.oracle.PrismaMigrate;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.Session;
import lockstep.engine.project.Environment;
import lockstep.engine.workflow.ApplyMigrations;
import lockstep.engine.workflow.ReportStatus;
import lockstep.engine.workflow.ResolveMigration;
import lockstep.engine.workflow.ResolveMigration.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Migrations applied by us and by Prisma's engine, to two databases: catalogs and histories are
/// equal, and each is content with what the other left.
class PrismaHistoryTest {
  /// More than this many run only in a slow run.
  private static final int FEW = 100;

  private static final Limits LIMITS =
      Limits.of(Patience.of(Duration.ofSeconds(10)), Optional.empty());

  private static PrismaMigrate prisma;

  @TempDir private Path own;

  @BeforeAll
  static void open() {
    prisma = PrismaMigrate.open();
  }

  private static final boolean IS_SLOW = Boolean.getBoolean("lockstep.slow");

  static List<Path> folders() {
    return Corpus.open().migrations().stream().filter(it -> IS_SLOW || count(it) <= FEW).toList();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void realHistoriesComeOutTheSame(Path folder) {
    try (var ours = ScratchServer.instance().plain();
        var theirs = ScratchServer.instance().plain()) {
      var start = System.nanoTime();
      var outcome = apply(folder, ours);
      var took = Duration.ofNanos(System.nanoTime() - start);
      start = System.nanoTime();
      var deployed = prisma.deploy(folder, theirs.url());
      var tookTheirs = Duration.ofNanos(System.nanoTime() - start);
      assertThat(outcome.hasErrors())
          .as("%s%n%s", outcome.diagnostics(), deployed.errors())
          .isEqualTo(deployed.exit() != 0);
      areTheSame(folder, ours, theirs);
      if (IS_SLOW) {
        System.out.printf(
            "%s: %d of %d migrations in %d ms, by Prisma's engine in %d ms%n",
            folder.getFileName(),
            outcome.applied(),
            outcome.planned().size(),
            took.toMillis(),
            tookTheirs.toMillis());
      }
    }
  }

  @Test
  void afterAFailureEitherGoesOnFromWhatTheOtherLeft() throws IOException {
    write("1_a", "create table a (id int);");
    write("2_b", "create table b (id int);\nselect 1/0;");
    write("3_c", "create table c (id int);");
    try (var ours = ScratchServer.instance().plain();
        var theirs = ScratchServer.instance().plain()) {
      assertThat(apply(own, ours).applied()).isEqualTo(1);
      assertThat(prisma.deploy(own, theirs.url()).exit()).isEqualTo(1);
      areTheSame(own, ours, theirs);
      assertThat(prisma.deploy(own, ours.url()).errors()).contains("P3009");
      assertThat(codes(apply(own, theirs).diagnostics())).containsExactly("MIG005");

      // From here on each has the other's database.
      prisma.resolve(own, ours.url(), "--rolled-back", "2_b").orThrow("resolve");
      assertThat(resolve(theirs, new Verdict.RolledBack("2_b"))).isEmpty();
      areTheSame(own, ours, theirs);
      write("2_b", "create table b (id int);");
      prisma.deploy(own, ours.url()).orThrow("deploy");
      assertThat(apply(own, theirs).applied()).isEqualTo(2);
      areTheSame(own, ours, theirs);
    }
  }

  @Test
  void prismaTakesWhatWasResumed() throws IOException {
    var script = "create table a (id int);\ncreate index concurrently on a (id);\n%s;\n";
    write("1_a", script.formatted("insert into b values (1)"));
    write("2_b", "create table c (id int);");
    try (var ours = ScratchServer.instance().plain()) {
      assertThat(codes(apply(own, ours).diagnostics())).containsExactly("MIG018");
      assertThat(prisma.status(own, ours.url()))
          .contains("\"failedMigrationNames\": [\n    \"1_a\"");
      assertThat(prisma.deploy(own, ours.url()).errors()).contains("P3009");
      write("1_a", script.formatted("insert into a values (1)"));
      assertThat(resolve(ours, new Verdict.Resumed("1_a", Optional.empty()))).isEmpty();
      prisma.deploy(own, ours.url()).orThrow("deploy");
      assertThat(prisma.status(own, ours.url()))
          .contains("\"failedMigrationNames\": []", "\"editedMigrationNames\": []");
      assertThat(apply(own, ours).planned()).isEmpty();
      assertThat(status(own, ours)).containsExactly("Applied 1_a", "Applied 2_b");
    }
  }

  @Test
  void aDatabaseWithoutHistoryIsTakenOverInTheSameWay() throws IOException {
    write("1_a", "create table a (id int);");
    write("2_b", "create table b (id int);");
    try (var ours = ScratchServer.instance().plain();
        var theirs = ScratchServer.instance().plain()) {
      for (var it : List.of(ours, theirs)) {
        assertThat(it.run("create table a (id int)")).isEmpty();
      }
      assertThat(codes(apply(own, ours).diagnostics())).containsExactly("MIG015");
      assertThat(prisma.deploy(own, theirs.url()).errors()).contains("P3005");
      assertThat(resolve(ours, new Verdict.Applied("1_a"))).isEmpty();
      prisma.resolve(own, theirs.url(), "--applied", "1_a").orThrow("resolve");
      areTheSame(own, ours, theirs);
      assertThat(apply(own, ours).applied()).isEqualTo(1);
      prisma.deploy(own, theirs.url()).orThrow("deploy");
      areTheSame(own, ours, theirs);
    }
  }

  private static void areTheSame(Path folder, Scratch ours, Scratch theirs) {
    assertThat(rows(ours)).isEqualTo(rows(theirs));
    assertThat(ours.catalog().differencesTo(theirs.catalog())).isEmpty();
    assertThat(prisma.status(folder, ours.url())).isEqualTo(prisma.status(folder, theirs.url()));
    assertThat(status(folder, ours)).isEqualTo(status(folder, theirs));
  }

  /// Returns what a history says, apart from times and the wording of failures.
  private static List<String> rows(Scratch database) {
    try (var session = Session.open(database.url())) {
      return session.query(
          """
          select concat_ws(' ', migration_name, checksum, finished_at is null,
            applied_steps_count = 1 or finished_at = started_at, rolled_back_at is null,
            applied_steps_count,
            case when logs = '' then 'empty' when logs is null then 'null' else 'failure' end)
          from _prisma_migrations order by migration_name, checksum""",
          row -> row.text(1));
    }
  }

  private static List<String> status(Path folder, Scratch database) {
    var outcome =
        ReportStatus.run(
            new ReportStatus.Request(
                folder, database.url(), Optional.empty(), environment(folder)));
    return Stream.concat(
            outcome.history().standings().stream()
                .map(it -> it.getClass().getSimpleName() + " " + it.name()),
            codes(outcome.diagnostics()).stream())
        .toList();
  }

  private static ApplyMigrations.Outcome apply(Path folder, Scratch database) {
    return ApplyMigrations.run(
        new ApplyMigrations.Request(
            folder,
            database.url(),
            Optional.empty(),
            Optional.of(new ApplyMigrations.Manner(LIMITS, Optional.empty())),
            environment(folder),
            Progress.SILENT));
  }

  private List<Diagnostic> resolve(Scratch database, Verdict verdict) {
    return ResolveMigration.run(
        new ResolveMigration.Request(
            own, database.url(), verdict, LIMITS, environment(own), Progress.SILENT));
  }

  private static Environment environment(Path folder) {
    return new Environment(Map.of(), folder, folder);
  }

  private void write(String name, String script) throws IOException {
    var migration = Files.createDirectories(own.resolve(name));
    Files.writeString(migration.resolve("migration.sql"), script);
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(it -> it.code().id()).toList();
  }

  private static long count(Path folder) {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

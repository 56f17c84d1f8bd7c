package lockstep.acceptance.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.postgres.Session;
import lockstep.engine.workflow.RunChecks;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/// A schema beside the database that was made from it and that somebody changed by hand: what
/// `check` says of each change alone.
class LiveDriftTest {
  private static final ScratchServer SERVER = ScratchServer.instance();

  /// A line with the name of a change, and the statements below it.
  private static final Pattern CHANGE = Pattern.compile("(?m)^-- (.*)\n(?!\n)((?:(?!-- ).*\n?)*)");

  private static final String ROLES =
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lockstep_test_reader') THEN
          CREATE ROLE lockstep_test_reader;
          CREATE ROLE lockstep_test_owner;
        END IF;
      END $$
      """;

  @TempDir private Path folder;

  private record Change(String name, String sql) {}

  @BeforeAll
  static void makeRoles() {
    try (var database = SERVER.plain()) {
      assertThat(database.run(ROLES)).isEmpty();
    }
  }

  @AfterAll
  static void dropRoles() {
    try (var database = SERVER.plain()) {
      database.run("DROP ROLE lockstep_test_reader, lockstep_test_owner");
    }
  }

  /// Every fourth change; all in a slow run, which also writes the golden file.
  @ParameterizedTest
  @GoldenCases("live-drift") // schema.prisma, schema/*.sql, changes.sql; findings.txt
  void everyChangeIsFoundAndNothingElse(GoldenCase it) throws IOException {
    for (var file : it.files()) {
      if (file.equals("schema.prisma") || file.startsWith("schema/")) {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, it.text(file));
      }
    }
    var changes = changes(it.text("changes.sql"));
    try (var made = made()) {
      var before = sequences(made);
      assertThat(shown(schema().check(made))).isEmpty();
      assertThat(sequences(made)).as("a check moves no sequence").isEqualTo(before);
      if (Boolean.getBoolean("lockstep.slow")) {
        it.expect("findings.txt", String.join("", found("live-drift", changes, made)));
      } else {
        var some =
            IntStream.range(0, changes.size()).filter(i -> i % 4 == 0).mapToObj(changes::get);
        assertThat("\n" + it.text("findings.txt"))
            .contains(found("live-drift-sample", some.toList(), made));
      }
    }
  }

  /// Returns a database that the schema's own DDL made.
  private Scratch made() {
    var database = SERVER.plain();
    var reading = schema().read();
    assertThat(reading.diagnostics()).isEmpty();
    assertThat(database.run(DdlEmitter.emit(reading.schema()))).isEmpty();
    return database;
  }

  private WrittenSchema schema() {
    return new WrittenSchema(folder.resolve("schema.prisma"));
  }

  /// Returns a paragraph for each change: what was found.
  private List<String> found(String subject, List<Change> changes, Scratch made) {
    var standing = Standing.of(subject);
    var paragraphs = new ArrayList<String>();
    for (var it : changes.parallelStream().map(change -> found(change, made)).toList()) {
      standing.count(it.change().name(), missing(it.outcome()));
      paragraphs.add(it.change().name() + "\n" + shown(it.outcome()).indent(2) + "\n");
    }
    standing.close();
    return paragraphs;
  }

  private record Found(Change change, RunChecks.Outcome outcome) {}

  private Found found(Change change, Scratch made) {
    try (var database = made.copy()) {
      assertThat(database.run(change.sql())).as(change.name()).isEmpty();
      return new Found(change, schema().check(database));
    }
  }

  /// Returns what is wrong with findings without knowing what was changed.
  private static Optional<String> missing(RunChecks.Outcome outcome) {
    if (outcome.drifts().isEmpty() && outcome.diagnostics().isEmpty()) {
      return Optional.of("not found");
    }
    return outcome.drifts().stream()
        .filter(it -> it.from().isEmpty() && it.to().isEmpty())
        .map(it -> "no value: " + it.diagnostic().fact())
        .findFirst();
  }

  private static String shown(RunChecks.Outcome outcome) {
    var lines = new ArrayList<String>();
    for (var it : outcome.drifts()) {
      lines.add(it.diagnostic().code().id() + " " + it.object());
      it.from().ifPresent(value -> lines.add("  from " + value));
      it.to().ifPresent(value -> lines.add("  to   " + value));
    }
    outcome.diagnostics().forEach(it -> lines.add(it.code().id() + " " + it.fact()));
    return String.join("\n", lines);
  }

  private static List<Change> changes(String text) {
    return CHANGE.matcher(text).results().map(it -> new Change(it.group(1), it.group(2))).toList();
  }

  private static List<String> sequences(Scratch database) {
    try (var session = Session.open(database.url())) {
      return session.query(
          "SELECT sequencename || ' ' || coalesce(last_value, -1) FROM pg_sequences ORDER BY 1",
          row -> row.text(1));
    }
  }
}

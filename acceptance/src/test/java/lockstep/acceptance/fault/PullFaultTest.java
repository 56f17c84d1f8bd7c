package lockstep.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.check.drift.Ignored;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Tools;
import lockstep.engine.sink.SinkCode;
import lockstep.engine.testing.TestServer;
import lockstep.engine.workflow.PullSchema;
import lockstep.engine.workflow.SourceReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `lockstep pull` does when something is in its way: nothing.
class PullFaultTest {
  private static final String SCHEMA =
      "datasource db {\n  provider = \"postgresql\"\n}\n\nmodel a {\n  id Int @id\n}\n";
  private static final String DDL = "CREATE TABLE b (id integer CONSTRAINT b_pkey PRIMARY KEY)";

  @TempDir private Path folder;
  private Path schema;

  @BeforeEach
  void write() throws IOException {
    schema = Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
  }

  @Test
  void anInvalidSchemaIsRefusedBeforeTheDatabaseIsAsked() throws IOException {
    Files.writeString(schema, SCHEMA + "model b {\n  id In @id\n}\n");
    var outcome = pull(ConnectionUrl.of("postgresql://ann:s3cret@localhost:1/app"));
    assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError))
        .extracting(it -> it.code().id())
        .containsExactly("PSL109");
    assertThat(outcome.files()).isEmpty();
  }

  @Test
  void aDatabaseThatIsNotThereLeavesTheFileAlone() throws IOException {
    assertThatThrownBy(() -> pull(ConnectionUrl.of("postgresql://ann:s3cret@localhost:1/app")))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("localhost:1")
        .hasMessageNotContaining("s3cret");
    assertThat(Files.readString(schema)).isEqualTo(SCHEMA);
  }

  @Test
  void aFileThatIsReadOnlyStaysAsItIs() throws IOException {
    Files.setPosixFilePermissions(schema, PosixFilePermissions.fromString("r--r--r--"));
    try (var database = database()) {
      assertThatThrownBy(() -> pull(database.url()))
          .isInstanceOf(EnvironmentException.class)
          .hasMessageContaining("read-only");
    }
    assertThat(Files.readString(schema)).isEqualTo(SCHEMA);
  }

  @Test
  void aFileThatChangesMeanwhileStaysAsItIs() throws IOException {
    try (var database = database();
        var other = Session.open(database.url())) {
      other.execute("BEGIN");
      other.execute("LOCK TABLE pg_catalog.pg_description IN ACCESS EXCLUSIVE MODE");
      var pull = CompletableFuture.supplyAsync(() -> pull(database.url()));
      while (isNobodyWaiting(other) && !pull.isDone()) {
        Thread.onSpinWait();
      }
      Files.writeString(schema, SCHEMA + "// edited\n");
      other.execute("ROLLBACK");
      assertThatThrownBy(pull::join)
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              EnvironmentException.class,
              it -> assertThat(it.code()).isEqualTo(SinkCode.CHANGED_MEANWHILE));
    }
    assertThat(Files.readString(schema)).isEqualTo(SCHEMA + "// edited\n");
  }

  private static boolean isNobodyWaiting(Session session) {
    return session
        .query(
            "SELECT count(*) FROM pg_locks"
                + " WHERE NOT granted AND relation = 'pg_catalog.pg_description'::regclass",
            row -> row.text(1))
        .equals(java.util.List.of("0"));
  }

  private static ScratchServer.Scratch database() {
    var database = ScratchServer.instance().scratch();
    assertThat(database.run(DDL)).isEmpty();
    return database;
  }

  private PullSchema.Outcome pull(ConnectionUrl url) {
    var environment = new Environment(Map.of(), folder, folder);
    var tools =
        new Tools(
            new ShadowSettings.Embedded(TestServer.settings()),
            PythonSettings.DEFAULT,
            Ignored.NONE);
    try (var reader = new SourceReader(environment, folder, tools, Progress.SILENT)) {
      return PullSchema.write(
          new PullSchema.Request(
              new SourceSpec.Prisma(schema, "schema.prisma"),
              new SourceSpec.Database(url, "database"),
              reader,
              environment));
    }
  }
}

package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.testing.Postgres;
import lockstep.migration.Revision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A history of Alembic's beside one of Prisma's, or without one.
@Postgres
class AlembicStatusTest extends MigrationsFixture {
  @TempDir private Path backend;

  @BeforeEach
  void revisions() throws IOException {
    put("alembic.ini", "[alembic]\nscript_location = alembic\n");
    put("alembic/env.py", "context.configure(connection=connection)\n");
    revision("a1", "None");
    revision("b1", "'a1'");
    revision("b2", "'a1'");
    revision("c1", "('b1', 'b2')");
  }

  @Test
  void whatIsPendingIsSaidWithoutAnyMigration(ShadowDatabase database) throws IOException {
    at(database, "alembic_version", "b1");
    var outcome = statusOfBoth(database.url());
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.isUpToDate()).isFalse();
    assertThat(outcome.pendingRevisions()).extracting(Revision::id).containsExactly("b2", "c1");
    var graph = outcome.revisions().orElseThrow().graph();
    assertThat(graph.heads()).extracting(Revision::id).containsExactly("c1");
    assertThat(graph.branches()).extracting(Revision::id).containsExactly("a1");
    database.session().execute("update alembic_version set version_num = 'c1'");
    assertThat(statusOfBoth(database.url()).isUpToDate()).isTrue();
  }

  @Test
  void aRevisionWithoutAFileIsUnknown(ShadowDatabase database) throws IOException {
    at(database, "alembic_version", "c1", "d1");
    var outcome = statusOfBoth(database.url());
    assertThat(codes(outcome.diagnostics())).containsExactly("ALB012");
    assertThat(outcome.revisions().orElseThrow().unknown()).containsExactly("d1");
    assertThat(outcome.isUpToDate()).isFalse();
  }

  @Test
  void anEmptyDatabaseIsBehindAndOneThatPrismaMadeIsNot(ShadowDatabase database)
      throws IOException {
    assertThat(statusOfBoth(database.url()).pendingRevisions()).hasSize(4);
    write("1_a", "create table a ();");
    assertThat(apply(database.url()).applied()).isEqualTo(1);
    var outcome = statusOfBoth(database.url());
    assertThat(outcome.isUpToDate()).isTrue();
    assertThat(outcome.revisions().orElseThrow().versions()).isEmpty();
  }

  @Test
  void theTableIsTheOneThatTheScriptNames(ShadowDatabase database) throws IOException {
    at(database, "alembic_version", "zz");
    at(database, "our_version", "c1");
    put(
        "alembic/env.py",
        "context.configure(c, version_table='our_version')  # version_table='x'\n");
    assertThat(statusOfBoth(database.url()).isUpToDate()).isTrue();
    put("alembic/env.py", "context.configure(c, version_table=NAME)\n");
    assertThat(codes(statusOfBoth(database.url()).diagnostics())).containsExactly("ALB012");
  }

  private ReportStatus.Outcome statusOfBoth(ConnectionUrl url) throws IOException {
    return ReportStatus.run(
        new ReportStatus.Request(folder, url, AlembicProject.find(backend), environment()));
  }

  private static void at(ShadowDatabase database, String table, String... versions) {
    database
        .session()
        .execute("create table %s (version_num varchar(32) not null)".formatted(table));
    for (var it : versions) {
      database.session().execute("insert into %s values ('%s')".formatted(table, it));
    }
  }

  private void revision(String id, String parents) throws IOException {
    put(
        "alembic/versions/%s.py".formatted(id),
        "revision = '%s'\ndown_revision = %s\n".formatted(id, parents));
  }

  private void put(String name, String text) throws IOException {
    var file = backend.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

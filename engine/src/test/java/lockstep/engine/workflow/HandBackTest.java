package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.engine.FileTrees;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.testing.Postgres;
import lockstep.engine.workflow.ResolveMigration.Verdict;
import lockstep.migration.WrittenRevision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Migrations that become revisions, as far as that goes without Alembic.
@Postgres
class HandBackTest extends MigrationsFixture {
  @TempDir private Path backend;

  @Test
  void whatBecameARevisionIsLeftAsItIs() throws IOException {
    write("1_a", "create table a ();");
    write("2_b", "create table b ();");
    var first = handBack();
    assertThat(names(first)).containsExactly("1_a", "2_b");
    assertThat(first.environment()).hasSize(3);
    Files.writeString(backend.resolve("alembic/env.py"), "mine");
    write("3_c", "create table c ();");
    var second = handBack();
    assertThat(names(second)).containsExactly("3_c");
    assertThat(second.written().getFirst().parents())
        .containsExactly(first.written().getLast().id());
    assertThat(second.environment()).isEmpty();
    assertThat(backend.resolve("alembic/env.py")).hasContent("mine");
    assertThat(handBack().written()).isEmpty();
  }

  @Test
  void aRevisionThatWasTakenOverKeepsItsId() throws IOException {
    write("1_a", "-- Alembic revision a1: A\n\ncreate table a (b int);\n");
    write("2_a_2", "-- Alembic revision a1: A\n\ncreate index concurrently on a (b);\n");
    write("3_b", "-- Alembic revision b1: B\n-- It changes nothing.\n");
    write("4_c", "create table c ();");
    // Its files are gone: what was several migrations is there once the last of them is.
    var fresh = handBack();
    assertThat(fresh.written())
        .extracting(WrittenRevision::id)
        .containsExactly(
            fresh.written().getFirst().id(), "a1", "b1", fresh.written().getLast().id());
    FileTrees.delete(versions());
    revision("a1", "None");
    revision("b1", "'a1'");
    var outcome = handBack();
    assertThat(names(outcome)).containsExactly("4_c");
    assertThat(outcome.written().getFirst().parents()).containsExactly("b1");
    assertThat(outcome.known()).isEqualTo(2);
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() throws IOException {
    write("2_b", "create table b ();");
    handBack();
    write("1_a", "create table a ();");
    assertThat(codes(handBack().diagnostics())).containsExactly("ALB015");
    Files.delete(folder.resolve("1_a/migration.sql"));
    Files.delete(folder.resolve("1_a"));
    write("2_b", "create table c ();");
    assertThat(codes(handBack().diagnostics())).containsExactly("ALB016");
    revision("c3", "None");
    assertThat(codes(handBack().diagnostics())).containsExactly("ALB014", "ALB016");
  }

  @Test
  void aFileThatNoServerReadsIsRefused() throws IOException {
    write("1_a", "\ufeffcreate table a ();");
    write("2_b", "\\copy a from 'b'");
    assertThat(codes(handBack().diagnostics())).containsExactly("MIG011", "MIG055");
    write("1_a", "create table a ();");
    write("2_b", "create table a ();");
    assertThat(codes(handBack().diagnostics())).containsExactly("SQL001");
    write("2_b", "create table b ();");
    Files.writeString(folder.resolve("2_b/down.sql"), "drop table a;");
    assertThat(codes(handBack().diagnostics())).containsExactly("MIG032");
    assertThat(backend).isEmptyDirectory();
  }

  @Test
  void alembicsTableSaysWhatPrismasDoes(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();");
    write("2_b", "create table b ();");
    var url = database.url();
    assertThat(codes(handBack(url).diagnostics())).containsExactly("ALB017");
    apply(url, Optional.of("1_a"));
    var stamped = handBack(url);
    assertThat(stamped.stamped()).containsExactly(stamped.written().getFirst().id());
    apply(url);
    assertThat(handBack(url).stamped()).containsExactly(stamped.written().getLast().id());
    assertThat(versions(database)).containsExactly(stamped.written().getLast().id());
    assertThat(rows(database)).hasSize(2);
  }

  @Test
  void whatNoRevisionSaysIsNotStamped(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();");
    write("2_b", "create table b ();");
    write("3_c", "select 1/0;");
    var url = database.url();
    apply(url);
    write("3_c", "create table c ();");
    assertThat(codes(handBack(url).diagnostics())).containsExactly("MIG005");
    resolve(url, new Verdict.RolledBack("3_c"));
    write("1_z", "create table z ();");
    assertThat(handBack(url).diagnostics())
        .extracting(it -> it.fact())
        .singleElement()
        .asString()
        .endsWith("has the migration `2_b`, but not `1_z`, which comes before it.");
    assertThat(tables(database)).doesNotContain("alembic_version");
    apply(url);
    database.session().execute("create table alembic_version (version_num varchar(32))");
    database.session().execute("insert into alembic_version values ('f1')");
    assertThat(codes(handBack(url).diagnostics())).containsExactly("ALB012");
    assertThat(versions(database)).containsExactly("f1");
    assertThat(backend).isEmptyDirectory();
  }

  @Test
  void aDatabaseThatAlembicBroughtFurtherIsLeftAlone(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();");
    write("2_b", "create table b ();");
    apply(database.url(), Optional.of("1_a"));
    var last = handBack(database.url()).written().getLast().id();
    database.session().execute("update alembic_version set version_num = '%s'".formatted(last));
    assertThat(codes(handBack(database.url()).diagnostics())).containsExactly("ALB018");
    assertThat(versions(database)).containsExactly(last);
  }

  private void revision(String id, String parent) throws IOException {
    var text = "revision = '%s'\ndown_revision = %s\n".formatted(id, parent);
    Files.writeString(Files.createDirectories(versions()).resolve(id + ".py"), text);
  }

  private Path versions() {
    return backend.resolve("alembic/versions");
  }

  private HandBack.Outcome handBack() {
    return handBack(Optional.empty());
  }

  private HandBack.Outcome handBack(ConnectionUrl url) {
    return handBack(Optional.of(url));
  }

  private HandBack.Outcome handBack(Optional<ConnectionUrl> url) {
    try (var reader = reader()) {
      return HandBack.run(
          new HandBack.Request(
              folder,
              AlembicProject.begin(backend),
              url,
              reader,
              environment(),
              limits(Duration.ofSeconds(10)),
              false,
              false));
    }
  }

  private static List<String> names(HandBack.Outcome outcome) {
    return outcome.written().stream().map(it -> it.migration().name()).toList();
  }

  private static List<String> versions(ShadowDatabase database) {
    return database.session().query("select * from alembic_version", row -> row.text(1));
  }
}

package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.PrismaMigrate;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.sample.SampleProject;
import lockstep.engine.postgres.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An Alembic history that becomes migrations: the sample's database has rows from its first
/// revision on, and lives on under Prisma's engine.
class TakeoverTest {
  private static final PythonEnvironment PYTHON = PythonEnvironment.newest();
  private static final String TAKEOVER =
      "lockstep takeover --from alembic --to prisma --config backend --python '%s'"
          .formatted(PYTHON.program("python"));

  private static final String ROWS =
      """
      insert into threads values
        ('6f1c2f0a-0d8e-4c52-9a3b-0c5d3f3b6d01', '6f1c2f0a-0d8e-4c52-9a3b-0c5d3f3b6d02',
         '6f1c2f0a-0d8e-4c52-9a3b-0c5d3f3b6d03', 'Dendrites', now(), now(),
         '6f1c2f0a-0d8e-4c52-9a3b-0c5d3f3b6d04');
      insert into messages values
        ('6f1c2f0a-0d8e-4c52-9a3b-0c5d3f3b6d05', 0, now(),
         '{"role": "user", "content": "Which dendrites grow?"}',
         '6f1c2f0a-0d8e-4c52-9a3b-0c5d3f3b6d01'),
        ('6f1c2f0a-0d8e-4c52-9a3b-0c5d3f3b6d06', 1, now(),
         '{"role": "assistant", "tool_calls": [{"id": "1"}]}',
         '6f1c2f0a-0d8e-4c52-9a3b-0c5d3f3b6d01')""";

  private static final String WITHOUT_HISTORIES =
      "drop table if exists alembic_version, _prisma_migrations";

  @TempDir private Path folder;
  private SampleProject project;

  @BeforeEach
  void copy() throws IOException {
    project = SampleProject.copy("neuroagent", folder);
  }

  @AfterEach
  void drop() {
    project.close();
  }

  @Test
  void aDatabaseWithRowsGoesOnUnderPrisma() {
    alembic("upgrade", "b57e558cf11f");
    assertThat(project.database().run(ROWS)).isEmpty();
    alembic("upgrade", "heads");
    assertThat(rows("select entity::text from messages order by creation_date"))
        .containsExactly("USER", "AI_TOOL");

    var taken = project.run(TAKEOVER + " --database env:DATABASE_URL");
    assertThat(taken.exit()).as(taken.errors()).isZero();
    assertThat(taken.output().lines()).hasSize(14);
    assertThat(taken.errors())
        .contains("ALB010")
        .contains("14 with a way back; catalogs equal after 14 of 14 revisions")
        .contains("14 migrations recorded as applied");

    assertThat(project.run("lockstep migrate status --dir prisma/migrations").exit()).isZero();
    assertThat(alembic("current").output()).contains("cd5a73ea91db (head)");
    assertThat(rows("select count(*)::text from messages where search_vector is not null"))
        .containsExactly("1");
    var prisma = PrismaMigrate.open();
    var migrations = project.folder().resolve("prisma/migrations");
    prisma.deploy(migrations, project.database().url()).orThrow("deploy");
    assertThat(rows("select count(*)::text from _prisma_migrations where applied_steps_count = 0"))
        .containsExactly("14");

    try (var fresh = ScratchServer.instance().plain()) {
      prisma.deploy(migrations, fresh.url()).orThrow("deploy");
      assertThat(fresh.run(WITHOUT_HISTORIES)).isEmpty();
      assertThat(project.database().run(WITHOUT_HISTORIES)).isEmpty();
      assertThat(fresh.catalog().differencesTo(project.database().catalog())).isEmpty();
      for (var down : downs(migrations)) {
        assertThat(fresh.run(text(down))).as(down.toString()).isEmpty();
      }
      try (var empty = ScratchServer.instance().plain()) {
        assertThat(fresh.catalog().differencesTo(empty.catalog())).isEmpty();
      }
    }
  }

  @Test
  void aRevisionThatFailsIsNamedAndNothingIsWritten() throws IOException {
    project.edit(
        "backend/alembic/versions/818a9ba86187_allow_empty_vlab_project.py",
        "\"threads\", \"vlab_id\"",
        "\"thread\", \"vlab_id\"");
    var taken = project.run(TAKEOVER);
    assertThat(taken.exit()).isEqualTo(1);
    assertThat(taken.errors())
        .contains("error[ALB006]: The command failed in the revision `818a9ba86187`:")
        .contains("relation \"thread\" does not exist")
        .contains("--> backend/alembic/versions/818a9ba86187_allow_empty_vlab_project.py");
    assertThat(project.folder().resolve("prisma")).doesNotExist();
  }

  @Test
  void aHistoryThatIsNotWholeIsSaidWithoutPython() throws IOException {
    Files.delete(
        project
            .folder()
            .resolve("backend/alembic/versions/52d7f4485020_add_model_column_to_messages.py"));
    var taken = project.run(TAKEOVER.replaceFirst("--python.*", "--python /nowhere/python"));
    assertThat(taken.exit()).isEqualTo(1);
    assertThat(taken.errors())
        .contains("The revision `529e44b33a67` comes after `52d7f4485020`, which is not there.");
  }

  @Test
  void noOtherDatabaseIsEverTouched() throws IOException {
    // Settings that name the real database are no danger: the connection goes elsewhere.
    var before = project.database().catalog();
    assertThat(project.run(TAKEOVER).exit()).isZero();
    assertThat(before.differencesTo(project.database().catalog())).isEmpty();
  }

  private Command.Result alembic(String... words) {
    var line =
        "cd backend && '%s' -m alembic %s"
            .formatted(PYTHON.program("python"), String.join(" ", words));
    return project.run(line).orThrow(line);
  }

  private List<String> rows(String query) {
    try (var session = Session.open(project.database().url())) {
      return session.query(query, row -> row.text(1));
    }
  }

  private static List<Path> downs(Path migrations) {
    try (var files = Files.walk(migrations)) {
      return files.filter(it -> it.endsWith("down.sql")).sorted(Comparator.reverseOrder()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

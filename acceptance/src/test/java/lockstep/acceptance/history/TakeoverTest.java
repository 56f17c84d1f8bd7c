package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.PrismaMigrate;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
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
  static final String TAKEOVER =
      "lockstep takeover --from alembic --to prisma --config backend --python '%s'"
          .formatted(PYTHON.program("python"));

  private static final String BACK =
      "lockstep takeover --from prisma --to alembic --config backend --database env:DATABASE_URL";

  static final String ROWS =
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

  private static final String ARGUMENTS =
      """
                  connection=connection,
                  target_metadata=Base.metadata,
              )
      """
          .strip();

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
    var before = project.run("lockstep migrate status");
    assertThat(before.exit()).isEqualTo(1);
    assertThat(before.output())
        .startsWith("pending      169bed537507  ")
        .contains("Alembic: 14 revisions, 1 head (cd5a73ea91db)\n")
        .contains(": at b57e558cf11f, 13 pending\n");
    alembic("upgrade", "heads");
    var after = project.run("lockstep migrate status --format json");
    assertThat(after.exit()).isZero();
    assertThat(after.output())
        .contains("\"heads\": [\n      \"cd5a73ea91db\"")
        .contains("\"pending\": []");
    assertThat(rows("select entity::text from messages order by creation_date"))
        .containsExactly("USER", "AI_TOOL");

    var taken = project.run(TAKEOVER + " --database env:DATABASE_URL");
    assertThat(taken.exit()).as(taken.errors()).isZero();
    assertThat(taken.output().lines())
        .hasSize(16)
        .contains("changed  backend-ts/prisma.config.ts")
        .contains("backend/app/models: 10 files up to date");
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
  void aHistoryThatWentOnAsMigrationsGoesBack() throws IOException {
    alembic("upgrade", "heads");
    project.run(TAKEOVER + " --database env:DATABASE_URL").orThrow("takeover");
    project
        .run("lockstep pull --database env:DATABASE_URL --schema prisma/schema.prisma")
        .orThrow("pull");
    Files.writeString(
        project.folder().resolve("prisma/schema.prisma"),
        """

        model labels {
          id   Int    @id
          text String @default("100%s :of \\"it\\"")

          @@index([text])
        }
        """,
        StandardOpenOption.APPEND);
    project.run("lockstep migrate new labels").orThrow("migrate new");
    var ahead = project.run(BACK);
    assertThat(ahead.output().lines()).singleElement().asString().endsWith("_labels");
    assertThat(ahead.errors())
        .contains("wrote 1 revision, 1 with a way back; 14 were there; catalogs equal")
        .contains(": at cd5a73ea91db\n");
    project
        .run("lockstep migrate apply --dir prisma/migrations --no-check")
        .orThrow("migrate apply");
    var behind = project.run(BACK);
    assertThat(behind.errors()).contains("wrote 0 revisions", "15 were there");
    var head = ahead.output().substring(0, 12);
    assertThat(alembic("current").output()).isEqualTo(head + " (head)\n");
    alembicFindsNothing();

    var again = project.run(TAKEOVER + " --dir again --dry-run").orThrow("takeover");
    assertThat(again.output().lines().map(it -> it.replaceFirst(".* ", "")))
        .containsExactlyElementsOf(names());
    try (var fresh = ScratchServer.instance().plain();
        var empty = ScratchServer.instance().plain()) {
      alembicOf(fresh, "upgrade", "head");
      assertThat(project.database().run(WITHOUT_HISTORIES)).isEmpty();
      try (var copy = fresh.copy()) {
        assertThat(copy.run(WITHOUT_HISTORIES)).isEmpty();
        assertThat(copy.catalog().differencesTo(project.database().catalog())).isEmpty();
      }
      alembicOf(fresh, "downgrade", "base");
      assertThat(fresh.run(WITHOUT_HISTORIES)).isEmpty();
      assertThat(fresh.catalog().differencesTo(empty.catalog())).isEmpty();
    }
  }

  /// With what we generate from the database for models, and Prisma's table left out.
  private void alembicFindsNothing() throws IOException {
    project
        .run(
            "lockstep generate --from env:DATABASE_URL --to sqlalchemy --out backend/models"
                + " --package models")
        .orThrow("generate");
    project.edit(
        "backend/alembic/env.py",
        "context.configure(connection=connection)",
        """
        context.configure(
                    connection=connection,
                    target_metadata=Base.metadata,
                    include_object=lambda _, name, *rest: name != "_prisma_migrations",
                )""");
    project.edit("backend/alembic/env.py", "import os\n", "import os\n\nfrom models import Base\n");
    assertThat(alembic("check").output()).contains("No new upgrade operations detected.");
  }

  private List<String> names() throws IOException {
    try (var folders = Files.list(project.folder().resolve("prisma/migrations"))) {
      return folders
          .filter(Files::isDirectory)
          .map(it -> it.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void neitherToolDropsTheOthersTable() throws IOException {
    var env = "backend/alembic/env.py";
    project.edit(env, "import context\n", "import context\nfrom app.models import Base\n");
    project.edit(env, "configure(connection=connection)", "configure(\n" + ARGUMENTS);
    var model = project.folder().resolve("backend/app/models/enums.py");
    Files.writeString(model, "\n# stale\n", StandardOpenOption.APPEND);
    alembic("upgrade", "heads");
    var taken = project.run(TAKEOVER + " --no-down --database env:DATABASE_URL");
    assertThat(taken.exit()).as(taken.errors()).isZero();
    assertThat(taken.output())
        .contains("changed  backend-ts/prisma.config.ts\n", "changed  backend/alembic/env.py\n");
    assertThat(text(model)).doesNotContain("stale");
    assertThat(text(project.folder().resolve("prisma/migrations/TAKEOVER.md")))
        .contains("| `b57e558cf11f` Initial migration | `20241104101231_initial_migration` | no |")
        .contains("- ALB010: The revision `169bed537507` is about rows");

    assertThat(alembic("check").output()).contains("No new upgrade operations detected");
    var url = project.database().url();
    var client = project.folder().resolve("backend-ts");
    assertThat(PrismaMigrate.open().difference(client, "../prisma/schema.prisma", url))
        .contains("empty migration");
    var check = "lockstep check --python '%s'".formatted(PYTHON.program("python"));
    var agreed = project.run(check);
    assertThat(agreed.exit()).as(agreed.output() + agreed.errors()).isZero();

    project.edit(env, ", include_object=include_object", "");
    project.edit(env, "            include_object=include_object,\n", "");
    project.edit(env, "def include_object", "def others");
    project.edit("backend-ts/prisma.config.ts", "public.alembic_version", "public.other");
    assertThat(project.database().run("delete from alembic_version")).isEmpty();
    assertThat(project.run(check).output())
        .contains("error[ALB020]: Alembic's table in the database")
        .contains("= Run `alembic stamp cd5a73ea91db`.")
        .contains("error[ALB023]: Prisma is not told to leave `public.alembic_version` alone")
        .contains("error[ALB024]: Alembic is not told to leave `_prisma_migrations` alone");
  }

  @Test
  void oneMigrationMayMakeAllThatTheRevisionsMake() throws IOException {
    project.run("rm -r prisma schema lockstep.toml backend-ts backend/app").orThrow("rm");
    alembic("upgrade", "b57e558cf11f");
    var baseline = TAKEOVER + " --baseline --database env:DATABASE_URL";
    var early = project.run(baseline);
    assertThat(early.exit()).isEqualTo(1);
    assertThat(early.output()).doesNotContain("created");
    assertThat(early.errors()).contains("error[ALB026]", "has not got the revision `169bed537507`");
    assertThat(project.folder().resolve("prisma")).doesNotExist();

    assertThat(project.run(TAKEOVER + " --baseline --dry-run").output())
        .contains("would be created  prisma/schema.prisma\n");
    assertThat(project.folder().resolve("prisma")).doesNotExist();

    alembic("upgrade", "heads");
    var taken = project.run(baseline);
    assertThat(taken.exit()).as(taken.errors()).isZero();
    assertThat(taken.errors()).contains("wrote 1 migration, ").contains("1 migration recorded");
    assertThat(taken.output())
        .contains("created  prisma/schema.prisma\n", "created  schema/functions.sql\n")
        .contains("created  prisma.config.ts\n");
    assertThat(project.database().run("drop table _prisma_migrations")).isEmpty();
    assertThat(project.run(baseline).errors()).contains("1 migration recorded as applied");
    assertThat(project.run(BACK).errors()).contains("wrote 0 revisions", "14 were there");
    assertThat(project.run("lockstep check").output()).contains("agree");

    try (var fresh = ScratchServer.instance().plain()) {
      var migrations = project.folder().resolve("prisma/migrations");
      PrismaMigrate.open().deploy(migrations, fresh.url()).orThrow("deploy");
      assertThat(fresh.run(WITHOUT_HISTORIES)).isEmpty();
      assertThat(project.database().run(WITHOUT_HISTORIES)).isEmpty();
      assertThat(fresh.catalog().differencesTo(project.database().catalog())).isEmpty();
    }
  }

  @Test
  void aDatabaseThatIsNotWhatItsRevisionsMakeIsRefused() {
    alembic("upgrade", "52d7f4485020");
    assertThat(
            project
                .database()
                .run("alter table threads add column note text; create table beside (id int)"))
        .isEmpty();
    var takeover = TAKEOVER + " --no-pull --no-down --database env:DATABASE_URL";
    var refused = project.run(takeover);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.errors())
        .contains("error[ALB028]: The database ", "`threads.note`", "`beside`", "`--accept-drift`");
    assertThat(project.folder().resolve("prisma/migrations")).doesNotExist();
    var accepted = project.run(takeover + " --accept-drift");
    assertThat(accepted.exit()).as(accepted.errors()).isZero();
    assertThat(accepted.errors()).contains("migrations recorded as applied");
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
    assertThat(project.folder().resolve("prisma/migrations")).doesNotExist();
  }

  @Test
  void aFileThatPythonDoesNotUnderstandIsNamed() throws IOException {
    var file = "backend/alembic/versions/818a9ba86187_allow_empty_vlab_project.py";
    project.edit(file, "def upgrade()", "def upgrade(()");
    var taken = project.run(TAKEOVER);
    assertThat(taken.exit()).isEqualTo(1);
    assertThat(taken.errors())
        .contains("error[ALB006]: The command failed: SyntaxError:", "--> " + file);
  }

  @Test
  void aRevisionThatRanAndHasNoFileHereIsNamed() throws IOException {
    // The settings name another folder than env.py makes of them.
    var versions = project.folder().resolve("backend/alembic/versions");
    var elsewhere = Files.createDirectories(project.folder().resolve("some"));
    var last = "cd5a73ea91db_add_ts_vector.py";
    try (var files = Files.list(versions)) {
      for (var it : files.filter(it -> !it.endsWith(last)).toList()) {
        Files.copy(it, elsewhere.resolve(it.getFileName()));
      }
    }
    var taken = project.run(TAKEOVER + " --versions some");
    assertThat(taken.exit()).isEqualTo(1);
    assertThat(taken.errors())
        .contains("error[ALB025]: The command ran the revision `cd5a73ea91db`, which has no file");
    assertThat(project.folder().resolve("prisma/migrations")).doesNotExist();
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
    return alembicOf(project.database(), words);
  }

  private Command.Result alembicOf(Scratch database, String... words) {
    var line =
        "cd backend && DATABASE_URL='%s' '%s' -m alembic %s"
            .formatted(database.url().reveal(), PYTHON.program("python"), String.join(" ", words));
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

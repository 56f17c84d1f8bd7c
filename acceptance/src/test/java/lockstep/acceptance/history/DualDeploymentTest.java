package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
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

/// A database to which Alembic and Prisma's engine deploy in turn: each says in the other's table
/// what it did.
class DualDeploymentTest {
  private static final PythonEnvironment PYTHON = PythonEnvironment.newest();
  private static final String HEAD = "cd5a73ea91db (head)\n";
  private static final String DUAL = TakeoverTest.TAKEOVER + " --dual --database env:DATABASE_URL";
  private static final String BACK =
      "lockstep takeover --from prisma --to alembic --config backend --dual";
  private static final String CHECK =
      "lockstep check --python '%s'".formatted(PYTHON.program("python"));
  private static final String APPLIED =
      """
      select count(distinct migration_name)::text from _prisma_migrations
      where finished_at is not null and rolled_back_at is null""";

  @TempDir private Path folder;
  private SampleProject project;
  private Path migrations;

  @BeforeEach
  void copy() throws IOException {
    project = SampleProject.copy("neuroagent", folder);
    migrations = project.folder().resolve("prisma/migrations");
  }

  @AfterEach
  void drop() {
    project.close();
  }

  @Test
  void eitherToolGoesOnFromWhatTheOtherDeployed() {
    var database = project.database();
    alembic(database, "upgrade", "b57e558cf11f");
    var taken = project.run(DUAL);
    assertThat(taken.exit()).as(taken.errors()).isZero();
    assertThat(taken.output())
        .contains("changed  backend/alembic/env.py\n")
        .contains("created  backend/alembic/prisma_history.py\n");
    assertThat(taken.errors()).contains("1 migration recorded as applied");

    alembic(database, "upgrade", "+3");
    assertThat(applied(database)).isEqualTo("4");
    deploy(database);
    assertThat(applied(database)).isEqualTo("14");
    assertThat(alembic(database, "current").output()).isEqualTo(HEAD);
    alembic(database, "upgrade", "heads");
    var agreed = project.run(CHECK);
    assertThat(agreed.exit()).as(agreed.output() + agreed.errors()).isZero();

    alembic(database, "downgrade", "-- -2");
    assertThat(applied(database)).isEqualTo("12");
    deploy(database);
    assertThat(applied(database)).isEqualTo("14");
    assertThat(alembic(database, "current").output()).isEqualTo(HEAD);

    var back = "lockstep migrate rollback --last 2 --allow all --dir prisma/migrations";
    project.run(back).orThrow(back);
    assertThat(alembic(database, "current").output()).doesNotContain("(head)").hasSize(13);
    alembic(database, "upgrade", "heads");
    assertThat(applied(database)).isEqualTo("14");
    var verified = project.run("lockstep migrate verify --dir prisma/migrations");
    assertThat(verified.exit()).as(verified.errors()).isZero();
  }

  @Test
  void aNewDatabaseIsBuiltByEither() {
    project.run(TakeoverTest.TAKEOVER + " --dual --no-pull").orThrow("takeover");
    try (var one = ScratchServer.instance().plain();
        var other = ScratchServer.instance().plain()) {
      deploy(one);
      assertThat(alembic(one, "current").output()).isEqualTo(HEAD);
      alembic(one, "upgrade", "heads");
      alembic(other, "upgrade", "heads");
      assertThat(applied(other)).isEqualTo("14");
      deploy(other);
      assertThat(one.catalog().differencesTo(other.catalog())).isEmpty();
      alembic(one, "downgrade", "base");
      assertThat(applied(one)).isEqualTo("0");
    }
  }

  @Test
  void aNewMigrationIsOfBoth() throws IOException {
    var database = project.database();
    alembic(database, "upgrade", "heads");
    project.run(DUAL).orThrow("takeover");
    Files.writeString(
        project.folder().resolve("prisma/schema.prisma"),
        "\nmodel labels {\n  id   Int @id\n  text String\n}\n",
        StandardOpenOption.APPEND);
    project.run("lockstep migrate new labels").orThrow("migrate new");
    var index = Files.createDirectories(migrations.resolve("20990101000000_index"));
    Files.writeString(
        index.resolve("migration.sql"), "CREATE INDEX CONCURRENTLY i ON labels (text)");
    Files.writeString(index.resolve("down.sql"), "DROP INDEX i -- it");
    assertThat(project.run(CHECK).output())
        .contains("error[ALB027]: The migration `20990101000000_index` has no revision");

    var back = project.run(BACK + " --database env:DATABASE_URL");
    assertThat(back.exit()).as(back.errors()).isZero();
    assertThat(back.errors()).contains("wrote 2 revisions, 2 with a way back; 14 were there");
    assertThat(migrations.resolve("20990101000000_index_version/migration.sql")).exists();
    try (var fresh = ScratchServer.instance().plain()) {
      alembic(fresh, "upgrade", "heads");
      assertThat(applied(fresh)).isEqualTo("17");
      deploy(fresh);
      deploy(database);
      assertThat(applied(database)).isEqualTo("17");
      assertThat(alembic(database, "current").output())
          .isEqualTo(alembic(fresh, "current").output())
          .isNotEqualTo(HEAD);
      assertThat(database.catalog().differencesTo(fresh.catalog())).isEmpty();
    }
    var agreed = project.run(CHECK);
    assertThat(agreed.output() + agreed.errors()).doesNotContain("ALB0");
    assertThat(project.run(BACK).errors()).contains("wrote 0 revisions", "16 were there");
    var again = project.run(TakeoverTest.TAKEOVER + " --dir again --dual --dry-run");
    assertThat(again.exit()).as(again.errors()).isZero();

    // What databases have already can be told no more.
    project.run("lockstep migrate new --empty late").orThrow("migrate new");
    project
        .run("lockstep migrate apply --dir prisma/migrations --no-check")
        .orThrow("migrate apply");
    var late = project.run(BACK + " --database env:DATABASE_URL");
    assertThat(late.exit()).isEqualTo(1);
    assertThat(late.errors())
        .contains("error[ALB027]: The database ", "already, so that it cannot");
  }

  @Test
  void aSquashedHistoryIsStillOfBoth() throws IOException {
    var database = project.database();
    alembic(database, "upgrade", "heads");
    project.run(DUAL).orThrow("takeover");
    project.run("lockstep migrate new --empty nothing").orThrow("migrate new");
    project.run(BACK).orThrow("hand back");
    deploy(database);
    var current = alembic(database, "current").output();
    project.run("lockstep migrate squash").orThrow("squash");
    assertThat(names()).hasSize(1);
    var applied = project.run("lockstep migrate apply --dir prisma/migrations --no-check");
    assertThat(applied.exit()).as(applied.errors()).isZero();
    var back = project.run(BACK);
    assertThat(back.errors()).contains("wrote 0 revisions", "15 were there");
    assertThat(project.run(CHECK).output()).doesNotContain("ALB0");
    try (var fresh = ScratchServer.instance().plain()) {
      deploy(fresh);
      assertThat(alembic(fresh, "current").output()).isEqualTo(current);
      alembic(fresh, "upgrade", "heads");
      assertThat(applied(fresh)).isEqualTo("1");
    }
  }

  @Test
  void whatIsSquashedBeforeItIsARevisionIsRefused() throws IOException {
    project.run(TakeoverTest.TAKEOVER + " --no-pull").orThrow("takeover");
    var late = Files.createDirectories(migrations.resolve("20990101000000_late"));
    Files.writeString(late.resolve("migration.sql"), "CREATE TABLE late (id int);");
    project.run("lockstep migrate squash --dir prisma/migrations").orThrow("squash");
    var back = project.run(BACK.replace(" --dual", ""));
    assertThat(back.exit()).isEqualTo(1);
    assertThat(back.errors())
        .contains("error[ALB015]: The migration is in the place of `20990101000000_late`");
  }

  @Test
  void branchesAndMergesAreSaidAsAlembicSaysThem() throws IOException {
    project.run("rm -r backend/alembic/versions/*").orThrow("rm");
    revision("a1", "None", "None");
    revision("b1", "'a1'", "None");
    revision("c1", "'a1'", "None");
    revision("c2", "'c1'", "None");
    revision("m1", "('b1', 'c2')", "None");
    revision("x1", "None", "'b1'");
    project.run(TakeoverTest.TAKEOVER + " --dual --no-pull").orThrow("takeover");
    var names = names();
    assertThat(names).hasSize(6);
    try (var one = ScratchServer.instance().plain();
        var other = ScratchServer.instance().plain()) {
      var stages = new ArrayList<List<String>>();
      for (var name : names) {
        var id = name.replaceFirst(".*_", "");
        alembic(one, "upgrade", id);
        history(other, "apply --no-check --to " + name);
        assertThat(versions(other)).as(name).isEqualTo(versions(one));
        stages.add(versions(other));
      }
      assertThat(stages).anySatisfy(it -> assertThat(it).hasSize(2));
      for (var stage : stages.reversed()) {
        assertThat(versions(other)).isEqualTo(stage);
        history(other, "rollback");
      }
      assertThat(versions(other)).isEmpty();
    }
  }

  private void revision(String id, String parents, String needs) throws IOException {
    Files.writeString(
        project.folder().resolve("backend/alembic/versions/" + id + ".py"),
        """
        \"""%1$s\"""
        from alembic import op

        revision = "%1$s"
        down_revision = %2$s
        depends_on = %3$s


        def upgrade():
            op.execute("CREATE TABLE %1$s (id int)")


        def downgrade():
            op.execute("DROP TABLE %1$s")
        """
            .formatted(id, parents, needs));
  }

  private List<String> names() throws IOException {
    try (var folders = Files.list(migrations)) {
      return folders
          .filter(Files::isDirectory)
          .map(it -> it.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private void history(Scratch database, String words) {
    var line =
        "lockstep migrate %s --dir prisma/migrations --database '%s'"
            .formatted(words, database.url().reveal());
    project.run(line).orThrow(line);
  }

  private static List<String> versions(Scratch database) {
    try (var session = Session.open(database.url())) {
      return session.query(
          "select version_num from alembic_version order by 1", row -> row.text(1));
    }
  }

  private void deploy(Scratch database) {
    PrismaMigrate.open().deploy(migrations, database.url()).orThrow("deploy");
  }

  private static String applied(Scratch database) {
    try (var session = Session.open(database.url())) {
      return session.queryOne(APPLIED, row -> row.text(1)).orElseThrow();
    }
  }

  private Command.Result alembic(Scratch database, String... words) {
    var line =
        "cd backend && DATABASE_URL='%s' '%s' -m alembic %s"
            .formatted(
                database.url().reveal(),
                PYTHON.program("python"),
                String.join(" ", List.of(words)));
    return project.run(line).orThrow(line);
  }
}

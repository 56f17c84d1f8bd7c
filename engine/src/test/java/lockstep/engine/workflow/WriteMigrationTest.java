package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import lockstep.diagnostic.Severity;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.testing.Postgres;
import lockstep.engine.workflow.WriteMigration.Content;
import lockstep.migration.Forfeit;
import lockstep.migration.Migration;
import lockstep.plan.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writing migrations, and what takes them back.
@Postgres
class WriteMigrationTest {
  private static final Consent NOTHING = new Consent(List.of(), List.of());

  @TempDir private Path folder;
  private LocalDateTime now = LocalDateTime.of(2026, 1, 12, 9, 0);

  @Test
  void theFirstOneBeginsTheHistoryAndTheNextHasNothingToDo() throws IOException {
    var written = write("create table users (id int primary key);", NOTHING);
    assertThat(names(written)).containsExactly("20260112090000_change");
    assertThat(text("20260112090000_change/migration.sql"))
        .startsWith("-- CreateTable\nCREATE TABLE \"users\" (");
    assertThat(text("20260112090000_change/down.sql"))
        .startsWith("-- loses: drop-table:public.users\n")
        .endsWith("\n-- DropTable\nDROP TABLE \"users\";\n");
    assertThat(text("migration_lock.toml")).contains("provider = \"postgresql\"");
    assertThat(write("create table users (id int primary key);", NOTHING).written()).isEmpty();
  }

  @Test
  void aLaterOneComesAfterAllThereIsWhateverTheClockSays() throws IOException {
    write("create table a ();", NOTHING);
    now = now.minusYears(1);
    assertThat(names(write("create table a (b int);", NOTHING)))
        .containsExactly("20260112090001_change");
  }

  @Test
  void whatIsRenamedIsRenamedBack() throws IOException {
    write("create table users (age int);", NOTHING);
    var renamed = new Consent(List.of(), List.of("users.age=years"));
    write("create table users (years int, name text);", renamed);
    assertThat(text("20260112090001_change/migration.sql"))
        .contains("RENAME COLUMN \"age\" TO \"years\"", "ADD COLUMN");
    assertThat(text("20260112090001_change/down.sql"))
        .contains("DROP COLUMN \"name\"", "RENAME COLUMN \"years\" TO \"age\"")
        .doesNotContain("ADD COLUMN");
  }

  @Test
  void whatMayNotRunInATransactionHasAFolderOfItsOwn() throws IOException {
    write("create table users (age int);", NOTHING);
    var written =
        write("create table users (age int, name text); create index i on users (name);", NOTHING);
    assertThat(names(written)).containsExactly("20260112090001_change", "20260112090002_change_2");
    assertThat(text("20260112090002_change_2/migration.sql")).contains("CONCURRENTLY");
    assertThat(text("20260112090002_change_2/down.sql")).contains("DROP INDEX \"i\";");
  }

  @Test
  void whatIsLostIsRefusedUnlessItIsNamedAndMarkedInTheWayBack() throws IOException {
    write("create table users (id int, age int);", NOTHING);
    var refused = write("create table users (id int);", NOTHING);
    assertThat(codes(refused)).containsExactly("PLN001");
    write("create table users (id int);", new Consent(List.of("drop-column"), List.of()));
    assertThat(text("20260112090001_change/down.sql"))
        .startsWith(
            "-- loses: drop-column:public.users.age\n"
                + "--   What was in column public.users.age does not come back.\n\n");
  }

  @Test
  void aHazardKeepsNoFileFromBeingWrittenAndStandsOnTopOfIt() throws IOException {
    write("create table users (id int);", NOTHING);
    var written = write("create table users (id int, age int not null);", NOTHING);
    assertThat(written.hasErrors()).isFalse();
    assertThat(text("20260112090001_change/migration.sql"))
        .startsWith("-- error LNT403: `users.age` needs a value");
  }

  @Test
  void anEnumThatLosesAValueGetsItBackWithTheDefaultThatUsesIt() throws IOException {
    write("create type m as enum ('a', 'b'); create table t (m m default 'b');", NOTHING);
    var written =
        write(
            "create type m as enum ('a'); create table t (m m default 'a');",
            new Consent(List.of("all"), List.of()));
    assertThat(codes(written)).doesNotContain("MIG030");
    assertThat(text("20260112090001_change/down.sql")).contains("'b'");
  }

  @Test
  void nothingIsWrittenUponAHistoryThatIsBroken() throws IOException {
    Files.createDirectories(folder.resolve("migrations/1_a"));
    Files.writeString(folder.resolve("migrations/1_a/migration.sql"), "alter table x add b int;");
    assertThat(codes(write("create table a ();", NOTHING))).containsExactly("SQL001", "MIG031");
    var file = Files.writeString(folder.resolve("mine.sql"), "create table b ();");
    assertThat(codes(run(new Content.File(file), NOTHING))).containsExactly("SQL001", "MIG031");
    assertThat(folder.resolve("migrations/1_a").getParent().toFile().list()).hasSize(1);
  }

  @Test
  void sqlThatSomebodyWroteIsKeptAsItIsAndTakenBack() throws IOException {
    var sql =
        """
        -- as it is
        create table a (b int);
        create function f() returns trigger language plpgsql as 'begin return new; end';
        create trigger t before insert on a for each row execute function f();
        """;
    var file = Files.writeString(folder.resolve("mine.sql"), sql);
    assertThat(codes(run(new Content.File(file), NOTHING))).isEmpty();
    assertThat(text("20260112090000_change/migration.sql")).isEqualTo(sql);
    assertThat(text("20260112090000_change/down.sql"))
        .contains("DROP TABLE \"a\";", "DROP FUNCTION");
  }

  @Test
  void whatSqlThatSomebodyWroteLosesIsMarkedInTheWayBack() throws IOException {
    write("create table users (id int, age int); create table \"Plans\" (id int);", NOTHING);
    assertThat(marks("alter table users drop column age"))
        .containsExactly("drop-column:public.users.age");
    assertThat(marks("insert into users values (1)")).containsExactly("change-rows:public.users");
    assertThat(marks("update only public.users as u set (id) = (select 1) from \"Plans\""))
        .containsExactly("change-rows:public.users");
    assertThat(marks("delete from \"Plans\"; truncate \"Plans\", users"))
        .containsExactly("change-rows:public.Plans", "change-rows:public.users");
    assertThat(marks("with gone as (delete from users returning id) select * from gone"))
        .containsExactly("change-rows");
    assertThat(marks("do $$ begin update users u set id = 1; end $$"))
        .containsExactly("change-rows");
    assertThat(
            marks(
                """
                merge into users u using "Plans" p on u.id = p.id
                when not matched then insert values (1)"""))
        .containsExactly("change-rows");
  }

  @Test
  void rowsOfWhatAScriptMakesItselfAreGoneWithThat() throws IOException {
    write("create table users (id int);", NOTHING);
    assertThat(marks("create table a (b int); insert into a values (1); update a set b = 2"))
        .containsExactly("drop-table:public.a");
    assertThat(
            marks(
                """
                alter table users add column name text, add column "Age" int;
                update users set name = coalesce(id, 1)::text, "Age" = 2 where id > 0;
                """))
        .containsExactly("drop-column:public.users.Age", "drop-column:public.users.name");
    assertThat(
            marks(
                """
                do $$ begin
                  create table b (c int unique);
                  create table d (e int references b (c) on update set null);
                end $$
                """))
        .containsExactly("drop-table:public.b", "drop-table:public.d");
  }

  @Test
  void sqlThatSomebodyWroteIsLinted() throws IOException {
    write("create table users (id int);", NOTHING);
    var file = Files.writeString(folder.resolve("mine.sql"), "create index on users (id);");
    var written = run(new Content.File(file), NOTHING);
    assertThat(codes(written)).containsExactly("LNT101");
    assertThat(written.hasErrors()).isFalse();
  }

  @Test
  void whatAHistoryMadeByHandAndASchemaCannotSayStays() throws IOException {
    var before = Files.createDirectories(folder.resolve("migrations/1_a"));
    Files.writeString(
        before.resolve("migration.sql"),
        """
        create extension citext;
        create schema other;
        create table other.a (b int);
        create table users (id int primary key, name citext not null);
        create view v as select id from users;
        """);
    var file =
        Files.writeString(
            folder.resolve("schema.prisma"),
            """
            datasource db {
              provider = "postgresql"
            }
            model users {
              id   Int    @id
              name String @db.Citext
              more Int?
            }
            """);
    var source = new SourceSpec.Prisma(file, "schema.prisma");
    assertThat(codes(run(new Content.Difference(source, Style.ONLINE), NOTHING))).isEmpty();
    assertThat(text("20260112090000_change/migration.sql"))
        .isEqualTo("-- AlterTable\nALTER TABLE \"users\" ADD COLUMN \"more\" INTEGER;\n");
  }

  @Test
  void anEmptyOneHasNoWayBack() throws IOException {
    run(new Content.Nothing(), NOTHING);
    assertThat(text("20260112090000_change/migration.sql"))
        .isEqualTo("-- This is an empty migration.\n");
    assertThat(folder.resolve("migrations/20260112090000_change/down.sql")).doesNotExist();
  }

  /// Returns what the down file of a script marks; nothing of it stays.
  private List<String> marks(String sql) throws IOException {
    var file = Files.writeString(folder.resolve("mine.sql"), sql);
    var written = run(new Content.File(file), NOTHING);
    assertThat(codes(written)).noneMatch(it -> it.startsWith("MIG") || it.startsWith("SQL"));
    var home = folder.resolve("migrations").resolve(names(written).getFirst());
    Files.delete(home.resolve("migration.sql"));
    Files.delete(home.resolve("down.sql"));
    Files.delete(home);
    return Forfeit.in(written.written().getFirst().down().orElseThrow()).stream()
        .map(Forfeit::permission)
        .sorted()
        .toList();
  }

  private WriteMigration.Outcome write(String wanted, Consent consent) throws IOException {
    var file = Files.writeString(folder.resolve("wanted.sql"), wanted);
    return run(
        new Content.Difference(new SourceSpec.Sql(file, "wanted.sql"), Style.ONLINE), consent);
  }

  private WriteMigration.Outcome run(Content content, Consent consent) {
    var environment = new Environment(Map.of(), folder, folder);
    try (var reader = MigrationsFixture.reader(environment, folder)) {
      return WriteMigration.run(
          new WriteMigration.Request(
              folder.resolve("migrations"),
              "change",
              content,
              reader,
              PlanChanges.Trial.WANTED,
              consent,
              environment,
              now));
    }
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve("migrations").resolve(file));
  }

  private static List<String> names(WriteMigration.Outcome outcome) {
    return outcome.written().stream().map(Migration::name).toList();
  }

  private static List<String> codes(WriteMigration.Outcome outcome) {
    return outcome.diagnostics().stream()
        .filter(it -> it.severity() != Severity.NOTE)
        .map(it -> it.code().id())
        .toList();
  }
}

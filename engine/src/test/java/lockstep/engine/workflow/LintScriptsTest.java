package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lockstep.check.lint.Levels;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.source.sql.SqlFiles;
import lockstep.engine.testing.Postgres;
import org.junit.jupiter.api.Test;

@Postgres
class LintScriptsTest {
  private static final String TABLES =
      """
      CREATE TABLE users (id bigint PRIMARY KEY, email text, "Name" varchar(20));
      CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, day date);
      INSERT INTO users VALUES (1, 'a', 'x'), (2, 'a', NULL), (3, NULL, 'y');
      INSERT INTO orders SELECT n, CASE n WHEN 7 THEN 99 ELSE 1 END, now() FROM generate_series(1, 20000) AS n;
      ANALYZE;
      """;

  private static List<String> lint(Shadow shadow, String script) {
    return lint(shadow, TABLES, script);
  }

  private static List<String> lint(Shadow shadow, String tables, String script) {
    try (var database = shadow.create()) {
      database.session().execute(tables);
      var url = database.session().url();
      var files = SqlFiles.of(script.getBytes(StandardCharsets.UTF_8), "a.sql");
      return LintScripts.run(new LintScripts.Request(files, Levels.DEFAULT, Optional.of(url)))
          .diagnostics()
          .stream()
          .map(it -> it.severity().word() + " " + it.code().id() + " " + it.fact())
          .toList();
    }
  }

  @Test
  void whatRowsAreInTheWayIsCounted(Shadow shadow) {
    assertThat(
            lint(
                shadow,
                """
                SET lock_timeout = '1s';
                CREATE UNIQUE INDEX CONCURRENTLY users_email ON users (email);
                ALTER TABLE users ALTER COLUMN "Name" SET NOT NULL;
                ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users NOT VALID;
                """))
        .contains(
            "error LNT501 `users` has rows that are equal in `email` (groups: 1), so this fails.",
            "error LNT502 `users.Name` is NULL in some rows (1), so this fails.",
            "error LNT503 Some rows of `orders` (1) point at no row of `users`, so the foreign key"
                + " does not hold.");
  }

  @Test
  void whatIsNeitherThereNorMadeBeforeIsNamed(Shadow shadow) {
    assertThat(
            lint(
                shadow,
                """
                SET lock_timeout = '1s';
                ALTER TABLE user ADD COLUMN a int;
                COMMENT ON TABLE users IS 'People';
                ALTER TABLE IF EXISTS nobody ADD COLUMN a int;
                CREATE TABLE more (id int PRIMARY KEY);
                CREATE INDEX more_id ON more (id);
                CREATE VIEW seen AS SELECT 1 AS one;
                INSERT INTO more VALUES (1);
                DROP INDEX more_id, other_id;
                DROP VIEW seen;
                ALTER TABLE more RENAME TO less;
                DELETE FROM less WHERE id = 1;
                DELETE FROM public."Users" WHERE id = 1;
                DELETE FROM "users" WHERE id = 1;
                SELECT make_tables();
                DROP TABLE perhaps;
                """))
        .filteredOn(it -> it.contains("LNT511"))
        .containsExactly(
            "error LNT511 There is no `user` in the database, and nothing before this makes it.",
            "error LNT511 There is no `other_id` in the database, and nothing before this makes it.",
            "error LNT511 There is no `public.Users` in the database, and nothing before this makes"
                + " it.");
  }

  @Test
  void aColumnThatIsNotThereIsNamedWhereThatIsCertain(Shadow shadow) {
    assertThat(
            lint(
                shadow,
                """
                SET lock_timeout = '1s';
                ALTER TABLE users ADD COLUMN born date, ALTER COLUMN born SET NOT NULL;
                ALTER TABLE users RENAME COLUMN email TO mail;
                ALTER TABLE users ALTER mail SET DEFAULT '', ALTER COLUMN ag TYPE bigint;
                ALTER TABLE users DROP COLUMN born;
                ALTER TABLE users DROP COLUMN IF EXISTS nobody;
                ALTER TABLE public.users DROP COLUMN stars;
                ALTER TABLE users RENAME street TO road;
                CREATE TABLE users_next (id int, stars int, planet text);
                ALTER TABLE users_next ALTER planet SET NOT NULL;
                ALTER TABLE users RENAME TO users_before;
                ALTER TABLE users_next RENAME TO users;
                ALTER TABLE users ALTER planet DROP NOT NULL;
                ALTER TABLE users DROP COLUMN moon;
                """))
        .filteredOn(it -> it.contains("LNT511"))
        .containsExactly(
            "error LNT511 There is no column `users.ag` in the database, and nothing before this"
                + " makes it.",
            "error LNT511 There is no column `public.users.stars` in the database, and nothing"
                + " before this makes it.",
            "error LNT511 There is no column `users.street` in the database, and nothing before this"
                + " makes it.");
  }

  @Test
  void whatAnExtensionBringsIsNotMissed(Shadow shadow) {
    assertThat(lint(shadow, "CREATE EXTENSION postgis;\nDELETE FROM spatial_ref_sys;"))
        .noneMatch(it -> it.contains("LNT511"));
  }

  @Test
  void aLockOnFewRowsIsOnlyNoted(Shadow shadow) {
    assertThat(
            lint(
                shadow,
                """
                SET lock_timeout = '1s';
                CREATE INDEX users_email ON users (email);
                CREATE INDEX orders_day ON orders (day);
                """))
        .containsExactly(
            "note LNT101 `CREATE INDEX` blocks every write to `users` until the index is built:"
                + " about 3 rows.",
            "warning LNT101 `CREATE INDEX` blocks every write to `orders` until the index is"
                + " built: about 20,000 rows.");
  }

  @Test
  void aTableThatNobodyAnalyzedHasAsManyRowsAsItsSizeSays(Shadow shadow) {
    assertThat(
            lint(
                shadow,
                TABLES.replace("ANALYZE;", ""),
                """
                SET lock_timeout = '1s';
                CREATE INDEX users_email ON users (email);
                CREATE INDEX orders_day ON orders (day);
                """))
        .satisfiesExactly(
            it -> assertThat(it).startsWith("note LNT101 ").contains("`users`"),
            it -> assertThat(it).startsWith("warning LNT101 ").contains("`orders`"));
  }

  @Test
  void whatTheDatabaseHasIsKnown(Shadow shadow) {
    assertThat(
            lint(
                shadow,
                """
                SET lock_timeout = '1s';
                ALTER TABLE users ALTER COLUMN "Name" TYPE varchar(40);
                """))
        .isEmpty();
  }

  @Test
  void anIndexThatAFailedBuildLeftIsFound(Shadow shadow) {
    try (var database = shadow.create()) {
      var session = database.session();
      session.execute(TABLES);
      assertThat(
              session.tryExecute("CREATE UNIQUE INDEX CONCURRENTLY users_email ON users (email)"))
          .isPresent();
      var script = "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS users_email ON users (email);";
      var files = SqlFiles.of(script.getBytes(StandardCharsets.UTF_8), "a.sql");
      assertThat(
              LintScripts.run(
                      new LintScripts.Request(files, Levels.DEFAULT, Optional.of(session.url())))
                  .diagnostics())
          .extracting(it -> it.code().id())
          .contains("LNT105", "LNT501");
    }
  }
}

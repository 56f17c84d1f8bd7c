package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import lockstep.check.drift.Ignored;
import lockstep.check.lint.Level;
import lockstep.check.lint.Levels;
import lockstep.check.lint.LintCode;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diff.Rename;
import lockstep.engine.Progress;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.PlanRun;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Tools;
import lockstep.engine.testing.Postgres;
import lockstep.engine.testing.TestServer;
import lockstep.plan.PlanScript;
import lockstep.plan.Step;
import lockstep.plan.Style;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Postgres
class PushSchemaTest {
  private static final String TABLES =
      """
      CREATE TYPE mood AS ENUM ('good', 'bad');
      CREATE TABLE users (id bigint PRIMARY KEY, email text, stars int, mood mood, nick varchar(20));
      CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
      """;

  private static final String ROWS =
      """
      INSERT INTO users VALUES (1, 'a', 9, 'bad', NULL), (2, 'a', 3, 'bad', 'x'), (3, NULL, 1, 'good', NULL);
      INSERT INTO orders SELECT n, CASE n WHEN 7 THEN 99 ELSE 1 END FROM generate_series(1, 20000) AS n;
      ANALYZE;
      """;

  private static final Consent NOBODY = new Consent(List.of(), List.of());

  @TempDir private Path folder;
  private Levels levels = Levels.DEFAULT;
  private UnaryOperator<ConnectionUrl> url = UnaryOperator.identity();

  private PushSchema.Outcome push(
      ShadowDatabase database, String wanted, Style style, List<String> renames)
      throws IOException {
    return push(database, wanted, style, renames, Ignored.NONE);
  }

  private PushSchema.Outcome push(
      ShadowDatabase database, String wanted, Style style, List<String> renames, Ignored ignored)
      throws IOException {
    database.session().execute(TABLES + ROWS);
    return push(database, wanted, style, new Consent(List.of(), renames), ignored);
  }

  private PushSchema.Outcome push(
      ShadowDatabase database, String wanted, Style style, Consent consent, Ignored ignored)
      throws IOException {
    var file = Files.writeString(folder.resolve("wanted.sql"), wanted);
    return push(database, new SourceSpec.Sql(file, "wanted.sql"), style, consent, ignored);
  }

  private PushSchema.Outcome push(
      ShadowDatabase database, SourceSpec source, Style style, Consent consent, Ignored ignored) {
    var environment = new Environment(Map.of(), folder, folder);
    var tools =
        new Tools(
            new ShadowSettings.Embedded(TestServer.settings()),
            PythonSettings.DEFAULT,
            ignored,
            levels);
    try (var reader = new SourceReader(environment, folder, tools, Progress.SILENT)) {
      return PushSchema.run(
          new PushSchema.Request(
              source,
              url.apply(database.url()),
              reader,
              style,
              consent,
              PlanChanges.Trial.WANTED,
              Optional.of(Patience.USUAL)));
    }
  }

  private static List<String> said(PushSchema.Outcome outcome) {
    return outcome.diagnostics().stream().map(PushSchemaTest::said).toList();
  }

  private static String said(Diagnostic it) {
    return it.severity().word() + " " + it.code().id() + " " + it.fact();
  }

  @Test
  void rowsThatAreInTheWayAreCountedAndNothingIsBegun(ShadowDatabase database) throws IOException {
    for (var style : Style.values()) {
      database.session().execute("DROP TABLE IF EXISTS users, orders; DROP TYPE IF EXISTS mood");
      var outcome =
          push(
              database,
              TABLES
                  + """
                  ALTER TABLE users ALTER COLUMN nick SET NOT NULL;
                  ALTER TABLE users ADD CONSTRAINT users_email UNIQUE (email);
                  ALTER TABLE users ADD CONSTRAINT users_stars CHECK (stars BETWEEN 1 AND 5);
                  ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users;
                  CREATE TABLE other (id int PRIMARY KEY);
                  """,
              style,
              List.of());
      assertThat(said(outcome).stream().filter(it -> it.startsWith("error")))
          .containsExactlyInAnyOrder(
              "error LNT502 `users.nick` is NULL in some rows (2), so this fails.",
              "error LNT501 `users` has rows that are equal in `email` (groups: 1), so this fails.",
              "error LNT507 The check `users_stars` is false for some rows of `users` (1), so this"
                  + " fails.",
              "error LNT503 Some rows of `orders` (1) point at no row of `users`, so the foreign key"
                  + " does not hold.");
      assertThat(outcome.done()).isZero();
      var tables = "SELECT count(*) FROM pg_class WHERE relname = 'other'";
      assertThat(database.session().queryOne(tables, row -> row.integer(1))).contains(0);
    }
  }

  @Test
  void extensionsThatTheSchemaDoesNotListMayBeNeeded(ShadowDatabase database) throws IOException {
    for (var name : List.of("uuid-ossp", "btree_gist", "pg_trgm")) {
      assertThat(database.run("CREATE EXTENSION \"" + name + "\"")).isEmpty();
    }
    var file =
        Files.writeString(
            folder.resolve("schema.prisma"),
            """
            datasource db {
              provider = "postgresql"
            }

            model keys {
              id   String @id @default(dbgenerated("public.uuid_generate_v4()")) @db.Uuid
              name String

              @@index([name], type: Gist)
              @@index([name(ops: raw("gin_trgm_ops"))], type: Gin, map: "trigrams")
            }
            """);
    var source = new SourceSpec.Prisma(file, "schema.prisma");
    var outcome = push(database, source, Style.ONLINE, NOBODY, Ignored.NONE);
    assertThat(said(outcome)).isEmpty();
    assertThat(outcome.done()).isEqualTo(3);
  }

  @Test
  void whatWouldBeLostIsCounted(ShadowDatabase database) throws IOException {
    var outcome =
        push(
            database,
            """
            CREATE TYPE mood AS ENUM ('good');
            CREATE TABLE users (id bigint PRIMARY KEY, email text, mood mood, nick varchar(10));
            """,
            Style.ONLINE,
            List.of());
    assertThat(said(outcome))
        .contains(
            "error PLN001 The plan drops table public.orders with all that is in it: more than"
                + " 10,000 rows, about 20,000.",
            "error PLN001 The plan drops column public.users.stars with all that is in it: 3 rows"
                + " with a value.",
            "error PLN001 The plan takes the value `bad` out of enum public.mood; it fails where a"
                + " row has it: 2 rows.",
            "error PLN001 The plan makes column public.users.nick smaller than its values may be; it"
                + " cuts them off, or fails: 1 row with a value.");
  }

  @Test
  void valuesOfAnEnumAreCountedInArraysAndDomainsToo(ShadowDatabase database) throws IOException {
    var more =
        """
        CREATE DOMAIN feeling AS mood;
        CREATE TABLE days (moods mood[], felt feeling, feelings feeling[]);
        """;
    database
        .session()
        .execute(
            TABLES
                + ROWS
                + more
                + """
                INSERT INTO days VALUES
                  ('{good,bad}'), ('{good}'), (NULL), ('{{good,good},{bad,good}}');
                INSERT INTO days (felt, feelings) VALUES ('bad', '{good}'), ('good', '{bad,bad}');
                """);
    var wanted = TABLES.replace(", 'bad'", "") + more;
    assertThat(said(push(database, wanted, Style.ONLINE, NOBODY, Ignored.NONE)))
        .contains(
            "error PLN001 The plan takes the value `bad` out of enum public.mood; it fails where a"
                + " row has it: 6 rows.");
  }

  @Test
  void rowsOfTheNamespaceThatTheAddressNamesAreCounted(ShadowDatabase database) throws IOException {
    url = it -> it.withNamespace("app");
    database
        .session()
        .execute(
            "CREATE SCHEMA app; SET search_path TO app; " + TABLES + ROWS + "RESET search_path");
    var wanted =
        """
        CREATE TYPE mood AS ENUM ('good');
        CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL, mood mood, nick varchar(20));
        """;
    assertThat(said(push(database, wanted, Style.ONLINE, NOBODY, Ignored.NONE)))
        .contains(
            "error PLN001 The plan drops table public.orders with all that is in it: more than"
                + " 10,000 rows, about 20,000.",
            "error PLN001 The plan drops column public.users.stars with all that is in it: 3 rows"
                + " with a value.",
            "error PLN001 The plan takes the value `bad` out of enum public.mood; it fails where a"
                + " row has it: 2 rows.",
            "error LNT502 `users.email` is NULL in some rows (1), so this fails.");
  }

  @Test
  void aRenameSaysThatRunningCodeBreaksAndWhatToDo(ShadowDatabase database) throws IOException {
    var outcome =
        push(
            database,
            TABLES.replace("email text", "mail text"),
            Style.ONLINE,
            List.of("users.email=mail"));
    assertThat(said(outcome))
        .containsExactly("warning LNT402 Code that is running knows `users.email`, and no `mail`.");
    assertThat(outcome.diagnostics().getFirst().advice().orElseThrow()).contains("write both");
    assertThat(PlanScript.of(outcome.plan().orElseThrow()).text())
        .isEqualTo(
            """
            SET lock_timeout = '3s';

            -- Rename
            -- warning LNT402: Code that is running knows `users.email`, and no `mail`.
            SET statement_timeout = '60s';
            ALTER TABLE "users" RENAME COLUMN "email" TO "mail";
            """);
    assertThat(outcome.done()).isEqualTo(1);
  }

  @Test
  void whatIsAdvisedToBeSaidIsOneWordOfTheShell(ShadowDatabase database) throws IOException {
    database.session().execute(TABLES + "ALTER TABLE users RENAME stars TO \"it's a star\"");
    var file = Files.writeString(folder.resolve("wanted.sql"), TABLES.replace(", stars int", ""));
    var outcome =
        push(database, new SourceSpec.Sql(file, "wanted.sql"), Style.PLAIN, NOBODY, Ignored.NONE);
    assertThat(outcome.diagnostics().getFirst().advice().orElseThrow())
        .isEqualTo("If that is meant, say `--allow 'drop-column:public.users.it'\\''s a star'`.");
  }

  @Test
  void aWholeAndItsPartsAreRenamedInWhateverOrderTheyAreNamed(ShadowDatabase database)
      throws IOException {
    var outcome =
        push(
            database,
            TABLES
                .replace("TYPE mood", "TYPE temper")
                .replace("mood mood", "mood temper")
                .replace("'bad'", "'sad'")
                .replace("TABLE users", "TABLE people")
                .replace("stars", "points"),
            Style.PLAIN,
            List.of("users=people", "users.stars=points", "mood=temper", "mood.bad=sad"));
    assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(outcome.done()).isPositive();
    assertThat(
            database
                .session()
                .query("SELECT points FROM people WHERE mood = 'sad'", row -> row.integer(1)))
        .containsExactlyInAnyOrder(9, 3);
  }

  @Test
  void aNewNameMayBeWrittenInFull(ShadowDatabase database) throws IOException {
    var outcome =
        push(
            database,
            TABLES.replace("'bad'", "'sad'").replace("TABLE users", "TABLE \"my.people\""),
            Style.PLAIN,
            List.of("public.users=public.my.people", "mood.bad=mood.sad"));
    assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(database.session().query("SELECT stars FROM \"my.people\"", row -> row.integer(1)))
        .hasSize(3);
  }

  @Test
  void nothingIsRenamedIntoAnotherWhole(ShadowDatabase database) throws IOException {
    var outcome =
        push(
            database,
            TABLES.replace("nick", "name") + "CREATE SCHEMA other; CREATE TABLE other.people ();",
            Style.PLAIN,
            List.of("users.nick=orders.name", "users=other.people"));
    assertThat(said(outcome))
        .contains(
            "error PLN005 There is nothing to rename as `users.nick=orders.name` says, or another"
                + " rename says otherwise.",
            "error PLN005 There is nothing to rename as `users=other.people` says, or another rename"
                + " says otherwise.");
  }

  /// A schema says the columns of a view and not its query, which stays.
  @Test
  void aViewGivesWayToWhatChangesUnderIt(ShadowDatabase database) throws IOException {
    database.session().execute("CREATE TABLE t (id int PRIMARY KEY); CREATE VIEW v AS TABLE t");
    var psl =
        """
        generator client {
          provider        = "prisma-client"
          previewFeatures = ["views"]
        }

        datasource db {
          provider = "postgresql"
        }

        model t {
          id BigInt @id
        }

        view v {
          id BigInt?
        }
        """;
    var file = Files.writeString(folder.resolve("schema.prisma"), psl);
    var source = new SourceSpec.Prisma(file, "schema.prisma");
    var outcome = push(database, source, Style.PLAIN, NOBODY, Ignored.NONE);
    assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(database.session().query("SELECT pg_typeof(id) FROM v", row -> row.text(1)))
        .isEmpty();
    assertThat(push(database, source, Style.PLAIN, NOBODY, Ignored.NONE).plan())
        .hasValueSatisfying(it -> assertThat(it.isEmpty()).isTrue());
  }

  @Test
  void aWholeAndItsPartsAreMarkedAsRenamed(ShadowDatabase database) throws IOException {
    database
        .session()
        .execute(
            "CREATE TABLE users (id int PRIMARY KEY, age int); INSERT INTO users VALUES (1, 2)");
    var file =
        Files.writeString(
            folder.resolve("schema.prisma"),
            """
            datasource db {
              provider = "postgresql"
            }

            /// @renamed from users
            model people {
              id    Int  @id
              /// @renamed from age
              years Int?
            }
            """);
    var source = new SourceSpec.Prisma(file, "schema.prisma");
    var outcome = push(database, source, Style.PLAIN, NOBODY, Ignored.NONE);
    assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(database.session().query("SELECT years FROM people", row -> row.integer(1)))
        .containsExactly(2);
  }

  @Test
  void whatIsSaidOfARenamedThingStays(ShadowDatabase database) throws IOException {
    var more =
        "GRANT SELECT ON users TO PUBLIC; GRANT UPDATE (stars) ON users TO PUBLIC;"
            + "CREATE PUBLICATION sent FOR TABLE users;";
    database.session().execute(TABLES + more);
    var wanted =
        (TABLES + more)
            .replace("TABLE users", "TABLE people")
            .replace("ON users", "ON people")
            .replace("stars", "points");
    var consent = new Consent(List.of(), List.of("users=people", "users.stars=points"));
    var outcome = push(database, wanted, Style.PLAIN, consent, Ignored.NONE);
    assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(outcome.plan().orElseThrow().steps())
        .extracting(Step::sql)
        .containsExactly(
            "ALTER TABLE \"users\" RENAME COLUMN \"stars\" TO \"points\"",
            "ALTER TABLE \"users\" RENAME TO \"people\"",
            "ALTER TABLE \"people\" RENAME CONSTRAINT \"users_pkey\" TO \"people_pkey\"");
  }

  @Test
  void nobodyHasTheLockWhileTheUserIsAsked(ShadowDatabase database) throws IOException {
    database.session().execute(TABLES + ROWS);
    var patience = new Patience(Duration.ofMillis(1), 1);
    var asked = new ArrayList<String>();
    var outcome =
        push(
            database,
            TABLES.replace("email text", "mail text"),
            Style.PLAIN,
            asking(
                it -> {
                  asked.add(it.object() + " " + it.to());
                  PlanRun.open(database.url(), patience, Progress.SILENT).close();
                  return true;
                }),
            Ignored.NONE);
    assertThat(asked).containsExactly("column public.users.email mail");
    assertThat(said(outcome)).allMatch(it -> it.startsWith("warning LNT402"));
    assertThat(outcome.done()).isEqualTo(1);
  }

  @Test
  void whatChangesWhileTheUserIsAskedIsLookedAtAnew(ShadowDatabase database) throws IOException {
    database.session().execute(TABLES + ROWS);
    var wanted = TABLES.replace("email text", "mail text").replace("stars int", "points int");
    database.session().execute("ALTER TABLE users RENAME stars TO points");
    var outcome =
        push(
            database,
            wanted,
            Style.PLAIN,
            asking(
                _ -> {
                  database.session().execute("ALTER TABLE users RENAME points TO stars");
                  return true;
                }),
            Ignored.NONE);
    assertThat(said(outcome))
        .containsExactly(
            "error MIG004 Somebody changed the database while you were asked, so that nothing is done."
                + " `points` looks like column public.users.stars under another name.");
    assertThat(outcome.diagnostics().getFirst().place().orElseThrow())
        .isInstanceOfSatisfying(
            Place.InSource.class,
            it -> assertThat(it.object()).hasToString("column public.users.stars"));
    assertThat(outcome.plan()).isEmpty();
    database.session().execute("ALTER TABLE users RENAME stars TO points");
    outcome =
        push(
            database,
            wanted,
            Style.PLAIN,
            asking(
                _ -> {
                  database.session().execute("ALTER TABLE users RENAME email TO mail");
                  return true;
                }),
            Ignored.NONE);
    assertThat(said(outcome)).isEmpty();
    assertThat(outcome.plan().orElseThrow().isEmpty()).isTrue();
  }

  @Test
  void ofTwoThatLookAlikeTheUserSaysWhichOneItIs(ShadowDatabase database) throws IOException {
    var one = "CREATE TABLE %s (id int PRIMARY KEY, name text NOT NULL, age int);";
    database.session().execute(TABLES + one.formatted("a") + one.formatted("b"));
    var asked = new ArrayList<String>();
    var outcome =
        push(
            database,
            TABLES + one.formatted("c"),
            Style.PLAIN,
            new Consent(
                List.of("drop-table"),
                List.of(),
                Optional.of(
                    it -> {
                      asked.add(it.object() + " " + it.to());
                      return Consent.Answer.of(asked.size() == 2);
                    })),
            Ignored.NONE);
    assertThat(asked).containsExactly("table public.a c", "table public.b c");
    assertThat(outcome.hasErrors()).isFalse();
    assertThat(outcome.plan().orElseThrow().toSql())
        .contains("ALTER TABLE \"b\" RENAME TO \"c\"", "DROP TABLE \"a\"");
  }

  @Test
  void whoIsRenamedAlreadyIsNobodysQuestion(ShadowDatabase database) throws IOException {
    var one = "CREATE TABLE %s (id int PRIMARY KEY, name text NOT NULL, age int);";
    database.session().execute(TABLES + one.formatted("a") + one.formatted("b"));
    var asked = new ArrayList<String>();
    var consent =
        asking(
            it -> {
              asked.add(it.object() + " " + it.to());
              return true;
            });
    var outcome = push(database, TABLES + one.formatted("c"), Style.PLAIN, consent, Ignored.NONE);
    assertThat(asked).containsExactly("table public.a c");
    assertThat(said(outcome))
        .containsExactly(
            "error PLN001 The plan drops table public.b with all that is in it: 0 rows.");
  }

  @Test
  void twoNamesAreSwapped(ShadowDatabase database) throws IOException {
    var before =
        "CREATE TABLE users (id int PRIMARY KEY, \"a=b\" int, age int, one int, two int, \"a\" int)";
    database.session().execute(before + "; INSERT INTO users VALUES (1, 2, 3, 4, 5, 6)");
    var wanted =
        "CREATE TABLE users (id int PRIMARY KEY, age int, \"a=b\" int, three int, one int, \"b=c\" int)";
    var consent =
        new Consent(
            List.of(),
            List.of(
                "users.a=b=age",
                "users.age=a=b",
                "users.one=three",
                "users.two=one",
                "users.a=b=c"));
    var outcome =
        push(
            database,
            new SourceSpec.Sql(Files.writeString(folder.resolve("wanted.sql"), wanted), "wanted"),
            Style.PLAIN,
            consent,
            Ignored.NONE);
    assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(
            database
                .session()
                .query("SELECT age, \"a=b\", three, one, \"b=c\" FROM users", row -> row.text(5)))
        .containsExactly("6");
  }

  @Test
  void aNameThatAnotherThingKeepsIsNotGiven(ShadowDatabase database) throws IOException {
    var outcome =
        push(
            database,
            TABLES,
            Style.PLAIN,
            List.of("users.email=nick", "users.mood=temper", "users.mood=humour", "users.id=id"));
    assertThat(said(outcome))
        .contains(
            "error PLN005 The rename of column public.users.email to `nick` cannot be: something else"
                + " has that name and keeps it.",
            "error PLN005 There is nothing to rename as `users.mood=humour` says, or another rename"
                + " says otherwise.",
            "error PLN005 There is nothing to rename as `users.id=id` says, or another rename says"
                + " otherwise.");
  }

  private static Consent asking(Predicate<Rename> asked) {
    return new Consent(List.of(), List.of(), Optional.of(it -> Consent.Answer.of(asked.test(it))));
  }

  @Test
  void theDirectFormSaysWhatItCostsAndASmallTableCostsLittle(ShadowDatabase database)
      throws IOException {
    var outcome =
        push(
            database,
            TABLES + "CREATE INDEX a ON orders (user_id); CREATE INDEX b ON users (email);",
            Style.PLAIN,
            List.of());
    assertThat(said(outcome))
        .containsExactly(
            "warning LNT101 `CREATE INDEX` blocks every write to `orders` until the index is built:"
                + " about 20,000 rows.");
    assertThat(outcome.plan().orElseThrow().hazards()).hasSizeGreaterThan(1);
  }

  @Test
  void whatIsFoundIsAsSeriousAsTheProjectMindsIt(ShadowDatabase database) throws IOException {
    var wanted = TABLES + "CREATE INDEX a ON orders (user_id);";
    levels = new Levels(Map.of(LintCode.INDEX_BLOCKS_WRITES, Level.ERROR));
    var outcome = push(database, wanted, Style.PLAIN, List.of());
    assertThat(said(outcome)).hasSize(1).allMatch(it -> it.startsWith("error LNT101"));
    assertThat(outcome.done()).isZero();
    levels = new Levels(Map.of(LintCode.INDEX_BLOCKS_WRITES, Level.OFF));
    var notNull = TABLES.replace("nick varchar(20)", "nick varchar(20) NOT NULL");
    outcome = push(database, wanted, Style.PLAIN, NOBODY, Ignored.NONE);
    assertThat(said(outcome)).isEmpty();
    assertThat(outcome.done()).isEqualTo(1);
    levels = new Levels(Map.of(LintCode.NULL_ROWS, Level.WARNING));
    outcome = push(database, notNull, Style.ONLINE, NOBODY, Ignored.NONE);
    assertThat(said(outcome))
        .contains("warning LNT502 `users.nick` is NULL in some rows (2), so this fails.")
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("error MIG001 ");
  }

  @Test
  void whatAPartitionKeyOrValuesAreMadeOfIsNotMadeAnew(ShadowDatabase database) throws IOException {
    var tone =
        "CREATE TYPE tone AS ENUM ('a', 'b', 'c');"
            + " CREATE TABLE log (id int, tone tone) PARTITION BY LIST (tone);";
    var range =
        "CREATE TYPE span AS RANGE (SUBTYPE = float8); CREATE TABLE spans (id int, span span);";
    database.session().execute(TABLES + tone + range);
    var outcome =
        push(
            database,
            TABLES
                + tone.replace(", 'c'", "")
                + range.replace("float8)", "float8, SUBTYPE_DIFF = float8mi)"),
            Style.ONLINE,
            NOBODY,
            Ignored.NONE);
    assertThat(said(outcome))
        .containsExactlyInAnyOrder(
            "error PLN006 enum public.tone must be made anew, and table public.log is partitioned"
                + " by it.",
            "error PLN006 range type public.span must be made anew, and column public.spans.span"
                + " has values of it.");
    assertThat(outcome.done()).isZero();
  }

  /// The page of the code is what people are told to do by hand.
  @Test
  void whatNoPlanMakesIsPlannedOnceTheStepsOfItsPageAreDone(ShadowDatabase database)
      throws IOException {
    var mood = "CREATE TYPE mood AS ENUM ('a', 'b', 'c');\n";
    var range = "CREATE TYPE span AS RANGE (SUBTYPE = float8);\n";
    var tables =
        """
        CREATE TABLE log (id serial, mood mood, PRIMARY KEY (id, mood)) PARTITION BY LIST (mood);
        CREATE TABLE log_a PARTITION OF log FOR VALUES IN ('a');
        CREATE TABLE moods (mood mood DEFAULT 'a');
        CREATE TABLE spans (at span DEFAULT '[0,1)', more span[]);
        ALTER TABLE spans ADD CONSTRAINT no_overlap EXCLUDE USING gist (at WITH &&);
        CREATE INDEX spans_at ON spans USING gist (at);
        CREATE FUNCTION width(span) RETURNS float8 LANGUAGE sql AS 'SELECT upper($1) - lower($1)';
        CREATE VIEW wide AS SELECT at, width(at) AS width FROM spans;
        """;
    database.session().execute(mood + range + tables);
    database
        .session()
        .execute(
            """
            INSERT INTO log (mood) VALUES ('a'), ('a');
            INSERT INTO moods VALUES ('b');
            INSERT INTO spans VALUES ('[1,2)', '{"[3,4)"}');
            """);
    var page = Files.readString(Path.of("..", "docs", "diagnostics", "PLN006.md"));
    Pattern.compile("(?s)```sql\n(.*?)```")
        .matcher(page)
        .results()
        .forEach(it -> assertThat(database.run(it.group(1))).isEmpty());
    var outcome =
        push(
            database,
            mood.replace(", 'c'", "") + range.replace("8)", "8, SUBTYPE_DIFF = float8mi)") + tables,
            Style.ONLINE,
            new Consent(List.of("all"), List.of()),
            Ignored.NONE);
    assertThat(said(outcome).stream().filter(it -> it.startsWith("error"))).isEmpty();
    assertThat(
            database
                .session()
                .query(
                    "SELECT concat_ws(' ', l.id, l.mood, m.mood, w.at, w.width, s.more)"
                        + " FROM log l, moods m, wide w, spans s ORDER BY 1",
                    it -> it.text(1)))
        .containsExactly("1 a b [1,2) 1 {\"[3,4)\"}", "2 a b [1,2) 1 {\"[3,4)\"}");
    assertThat(database.session().query("SELECT nextval('log_id_seq')", it -> it.text(1)))
        .containsExactly("3");
  }

  @Test
  void anotherPartitionKeyIsSaidToBeImpossibleBeforeAnythingIsTried(ShadowDatabase database)
      throws IOException {
    var log = "CREATE TABLE log (id int NOT NULL, kind int NOT NULL) PARTITION BY RANGE (id);";
    database.session().execute(TABLES + log);
    var outcome =
        push(
            database,
            TABLES + log.replace("RANGE (id)", "LIST (kind)"),
            Style.ONLINE,
            NOBODY,
            Ignored.NONE);
    assertThat(said(outcome))
        .containsExactly(
            "error PLN006 There is no way to make table public.log, which is partitioned by `RANGE"
                + " (id)`, into one that is partitioned by `LIST (kind)`.");
    assertThat(outcome.diagnostics().getFirst().advice().orElseThrow()).contains("copy the rows");
    outcome =
        push(
            database,
            TABLES + log.replace(" PARTITION BY RANGE (id)", ""),
            Style.PLAIN,
            NOBODY,
            Ignored.NONE);
    assertThat(said(outcome))
        .hasSize(1)
        .allMatch(it -> it.endsWith("into one that is not partitioned."));
  }

  @Test
  void whatIsIgnoredKeepsItsCommentWhereItsTableChanges(ShadowDatabase database)
      throws IOException {
    database
        .session()
        .execute("CREATE TABLE kept (a int, legacy int); COMMENT ON COLUMN kept.legacy IS 'old'");
    var outcome =
        push(
            database,
            TABLES + "CREATE TABLE kept (a int, b int);",
            Style.PLAIN,
            List.of(),
            new Ignored(List.of("kept.legacy")));
    assertThat(said(outcome)).isEmpty();
    assertThat(outcome.done()).isEqualTo(1);
    var comment = "SELECT col_description('kept'::regclass, 2)";
    assertThat(database.session().queryOne(comment, row -> row.text(1))).contains("old");
  }

  @Test
  void whatNobodyReadIsNotDroppedIntoTheWay(ShadowDatabase database) throws IOException {
    url = it -> it.withUser("postgres", Optional.empty());
    try (var superuser = Session.open(url.apply(database.url()))) {
      superuser.execute(
          """
            CREATE SCHEMA shop;
            CREATE FUNCTION shop.same(int, int) RETURNS bool LANGUAGE sql AS 'SELECT $1 = $2';
            CREATE OPERATOR shop.=== (FUNCTION = shop.same, LEFTARG = int, RIGHTARG = int);
            CREATE TABLE shop.goods (id int);
            CREATE FOREIGN DATA WRAPPER away;
            CREATE SERVER far FOREIGN DATA WRAPPER away;
            CREATE USER MAPPING FOR public SERVER far;
            CREATE TABLE logs (id int);
            CREATE FOREIGN TABLE old_logs () INHERITS (logs) SERVER far;
            """);
    }
    var consent = new Consent(List.of("all"), List.of());
    var outcome = push(database, "", Style.ONLINE, consent, Ignored.NONE);
    assertThat(said(outcome).stream().filter(it -> it.startsWith("error")))
        .containsExactlyInAnyOrder(
            "error PLN007 The plan drops schema shop, on which depends what Lockstep has not read:"
                + " operator shop.===(integer,integer).",
            "error PLN007 The plan drops function shop.same(integer, integer), on which depends what"
                + " Lockstep has not read: operator shop.===(integer,integer).",
            "error PLN007 The plan drops foreign server far, on which depends what Lockstep has not"
                + " read: foreign table public.old_logs, user mapping public on server far.",
            "error PLN007 The plan drops table public.logs, on which depends what Lockstep has not"
                + " read: foreign table public.old_logs.");
    assertThat(outcome.done()).isZero();
    try (var superuser = Session.open(url.apply(database.url()))) {
      superuser.execute(
          "DROP OPERATOR shop.=== (int, int); DROP USER MAPPING FOR public SERVER far;"
              + " DROP FOREIGN TABLE old_logs");
    }
    outcome = push(database, "", Style.ONLINE, consent, Ignored.NONE);
    assertThat(said(outcome).stream().filter(it -> it.startsWith("error"))).isEmpty();
    assertThat(outcome.done()).isEqualTo(6);
  }

  @Test
  void whatStandsInNamespacesThatAreNotReadMayNeedWhatIsDropped(ShadowDatabase database)
      throws IOException {
    url = it -> it.withNamespace("app");
    database
        .session()
        .execute(
            """
            CREATE SCHEMA app;
            CREATE TYPE app.mood AS ENUM ('good');
            CREATE TABLE app.users (id int PRIMARY KEY, name text, age int);
            CREATE TABLE app.log (at date) PARTITION BY RANGE (at);
            CREATE FUNCTION app.one(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE SEQUENCE app.numbers;
            CREATE TABLE app.free (id int);
            CREATE VIEW public.names AS SELECT name FROM app.users;
            CREATE TABLE public.days (mood app.mood, n int DEFAULT nextval('app.numbers'));
            CREATE TABLE public.log_1 PARTITION OF app.log FOR VALUES FROM ('2020-1-1') TO (now());
            CREATE TABLE public.orders (id int CHECK (app.one(id) > 0) REFERENCES app.users);
            """);
    var consent = new Consent(List.of("all"), List.of());
    var wanted = "CREATE TABLE users (id int, age int);";
    assertThat(
            said(push(database, wanted, Style.ONLINE, consent, Ignored.NONE)).stream()
                .filter(it -> it.startsWith("error"))
                .map(it -> it.replaceFirst("which depends what Lockstep has not read", "…")))
        .containsExactlyInAnyOrder(
            "error PLN007 The plan drops enum public.mood, on …: table public.days.",
            "error PLN007 The plan drops constraint public.users.users_pkey, on …: table"
                + " public.orders.",
            "error PLN007 The plan drops column public.users.name, on …: view public.names.",
            "error PLN007 The plan drops table public.log, on …: table public.log_1.",
            "error PLN007 The plan drops sequence public.numbers, on …: table public.days.",
            "error PLN007 The plan drops function public.one(integer), on …: table public.orders.");
  }

  @Test
  void whatNotNullIsCalledIsComparedWhereASourceCanSay(ShadowDatabase database) throws IOException {
    assumeTrue(database.session().serverVersion() >= 180_000);
    database.session().execute("CREATE TABLE keys (id text CONSTRAINT own NOT NULL PRIMARY KEY)");
    var schema =
        Files.writeString(
            folder.resolve("schema.prisma"),
            """
            datasource db {
              provider = "postgresql"
            }

            model keys {
              id String @id
            }
            """);
    var outcome =
        push(
            database,
            new SourceSpec.Prisma(schema, "schema.prisma"),
            Style.ONLINE,
            NOBODY,
            Ignored.NONE);
    assertThat(said(outcome)).isEmpty();
    assertThat(outcome.done()).isZero();
    outcome =
        push(
            database,
            "CREATE TABLE keys (id text PRIMARY KEY);",
            Style.ONLINE,
            NOBODY,
            Ignored.NONE);
    assertThat(outcome.plan().orElseThrow().toSql())
        .contains("RENAME CONSTRAINT \"own\" TO \"keys_id_not_null\"");
    assertThat(outcome.done()).isEqualTo(1);
  }
}

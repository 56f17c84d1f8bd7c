package lockstep.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drift as the command line finds it, says how it ends, and leaves alone what it shall.
class DriftTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      enum Mood {
        HAPPY
        SAD
      }

      model users {
        id    Int     @id
        email String  @unique
        name  String?
        mood  Mood    @default(HAPPY)
        age   Int
      }
      """;

  /// The same, moved on by hand.
  private static final String DATABASE =
      """
      CREATE TYPE "Mood" AS ENUM ('HAPPY', 'SAD', 'CALM');
      CREATE TABLE users (
        id integer PRIMARY KEY,
        email varchar(80) NOT NULL,
        name text NOT NULL,
        mood "Mood" NOT NULL,
        born date
      );
      CREATE INDEX users_name_idx ON users (name);
      CREATE TABLE audit_log (id bigint PRIMARY KEY);
      CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
      """;

  @TempDir private Path folder;
  private final Launcher launcher = Launcher.ofCheckout();
  private ScratchServer.Scratch database;

  @BeforeEach
  void create() throws IOException {
    database = ScratchServer.instance().plain();
    assertThat(database.run(DATABASE)).isEmpty();
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    settings("");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void theStatementsThatAreAdvisedEndTheDrift() throws MalformedJsonException {
    assertThat(check("--format", "json").exit()).isEqualTo(1);
    var statements = statementsForTo();
    assertThat(statements).hasSizeGreaterThanOrEqualTo(9).contains("DROP TABLE \"audit_log\"");
    for (var it : statements) {
      assertThat(database.run(it)).as(it).isEmpty();
    }
    var after = check();
    assertThat(after.output())
        .isEqualTo("1 model, 2 sources agree: schema.prisma, " + label() + "\n");
    assertThat(after.errors()).isEqualTo("note: left alone: 1 object; --verbose names them\n");
    assertThat(check("--verbose").output()).contains("alembic_version");
  }

  @Test
  void whatTheSettingsNameIsCountedAndNotTouched() throws IOException {
    settings(
        """
        [ignore]
        objects = ["audit_*", "users.*", "enum Mood", "users"]
        """);
    var check = check();
    assertThat(check.exit()).as(check.output()).isZero();
    assertThat(check.errors()).contains("note: left alone: 10 objects; --verbose names them");
    var push = run("push", "--no-generate");
    assertThat(push.exit()).as(push.errors()).isZero();
    assertThat(push.errors()).contains("nothing to do");
    assertThat(database.run("TABLE audit_log; SELECT born FROM users")).isEmpty();
  }

  @Test
  void theOneThatStandsAloneIsNamed() throws IOException {
    Files.writeString(folder.resolve("database.sql"), DATABASE);
    settings("compare = [\"sql:database.sql\"]\n");
    assertThat(check().output())
        .contains(
            "note[DRF016]: Column `users.born` is the same in sql:database.sql, %s; schema.prisma stands"
                    .formatted(label())
                + " alone.");
  }

  @Test
  void whatCannotBeReadIsAnErrorWhereTheCallIsStrict() throws MalformedJsonException {
    assertThat(
            database.run(
                "CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq)"))
        .isEmpty();
    var url = database.url().toString();
    for (var arguments :
        List.of(
            List.of("show", url),
            List.of("show", url, "--format", "json"),
            List.of("diff", url, "empty:", "--sql", "--allow", "all"),
            List.of("diff", "empty:", "empty:"))) {
      var words = new ArrayList<>(arguments);
      var quiet = run(words.toArray(String[]::new));
      assertThat(quiet.exit()).as("%s%n%s", words, quiet.errors()).isLessThanOrEqualTo(1);
      words.add("--strict");
      var strict = run(words.toArray(String[]::new));
      var hasDatabase = words.contains(url);
      assertThat(strict.exit()).as(words.toString()).isEqualTo(hasDatabase ? 1 : 0);
      assertThat((strict.output() + strict.errors()).contains("DB001")).isEqualTo(hasDatabase);
    }
    assertThat(run("show", url, "--format", "json", "--strict").output())
        .contains("\"severity\": \"error\"");
    assertThat(run("diff", url, "empty:", "--sql", "--strict").output()).isEmpty();
  }

  @Test
  void aNamespaceThatIsNotThereIsAnErrorWhereNothingElseIsRead() {
    var url = database.url().withNamespace("nowhere").toString();
    for (var words : List.of(List.of("show", url), List.of("pull", "--database", url))) {
      var answer = run(words.toArray(String[]::new));
      assertThat(answer.exit()).as(answer.errors()).isEqualTo(1);
      assertThat(answer.errors()).contains("error[DB005]");
    }
    assertThat(run("diff", url, "schema.prisma").errors()).contains("warning[DB005]");
  }

  @Test
  void aTableIsShownWithAllThatIsItsOwn() {
    assertThat(
            database.run(
                """
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
                CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
                CREATE POLICY own ON users USING (id > 0);
                GRANT SELECT (email) ON users TO PUBLIC;
                """))
        .isEmpty();
    assertThat(run("show", database.url().toString(), "users").output())
        .contains("GRANT SELECT TO PUBLIC", "CREATE TRIGGER touched", "policy public.users.own");
  }

  @Test
  void whatStandsInNoSchemaOrBelongsToATableIsShownByItsName() {
    assertThat(
            database.run(
                """
                CREATE FUNCTION plus(a int) RETURNS int LANGUAGE sql AS 'SELECT a + 1';
                CREATE FUNCTION plus(a text) RETURNS text LANGUAGE sql AS 'SELECT a || 1';
                CREATE POLICY own ON users USING (id > 0);
                CREATE PUBLICATION news FOR TABLE users;
                CREATE FOREIGN DATA WRAPPER nowhere;
                CREATE SERVER far FOREIGN DATA WRAPPER nowhere;
                CREATE FUNCTION note() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER "Watch it" ON ddl_command_end EXECUTE FUNCTION note();
                """))
        .isEmpty();
    var url = database.url().toString();
    assertThat(run("show", url, "plus(integer)").output())
        .startsWith("function public.plus\n  (a integer)\n")
        .doesNotContain("text");
    assertThat(run("show", url, "users.own").output()).startsWith("policy public.users.own\n");
    assertThat(run("show", url, "news").output()).startsWith("publication news\n");
    assertThat(run("show", url, "far").output()).startsWith("foreign server far\n");
    assertThat(run("show", url, "Watch it").output()).startsWith("event trigger Watch it\n");
  }

  @Test
  void whatLooksLikeARenameIsAskedOnATerminal() throws IOException {
    Files.writeString(
        folder.resolve("schema.prisma"),
        SCHEMA
            .replace(
                "  name  String?\n  mood  Mood    @default(HAPPY)\n  age   Int\n",
                "  title String?\n")
            .replaceFirst("(?s)enum Mood.*?}", ""));
    assertThat(
            database.run(
                """
                DROP TABLE users, audit_log;
                DROP TYPE "Mood";
                CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, name text);
                CREATE UNIQUE INDEX users_email_key ON users (email);
                INSERT INTO users VALUES (1, 'a@b.c', 'kept');
                """))
        .isEmpty();
    var silent = run("push", "--no-generate");
    assertThat(silent.exit()).isEqualTo(1);
    assertThat(silent.errors()).contains("PLN001").contains("--rename public.users.name=title");
    var no = onATerminal("n", "push", "--no-generate");
    assertThat(no.exit()).as(no.output()).isEqualTo(1);
    assertThat(no.output()).contains("Rename it? [y/N] n").contains("PLN001");
    var yes = onATerminal("y", "push", "--no-generate");
    assertThat(yes.exit()).as(yes.output()).isZero();
    assertThat(database.run("DO $$ BEGIN ASSERT (SELECT title FROM users) = 'kept'; END $$"))
        .isEmpty();
  }

  @Test
  void oneDatabaseIsTheSameForTwoRoles() throws IOException {
    var other = "lockstep_test_reading_" + ProcessHandle.current().pid();
    assertThat(
            database.run(
                """
                CREATE ROLE %1$s LOGIN;
                ALTER TABLE audit_log OWNER TO %1$s;
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
                REVOKE DELETE ON users FROM CURRENT_USER;
                """
                    .formatted(other)))
        .isEmpty();
    try {
      var owners = database.url();
      var url = owners.toString();
      var others = owners.withUser(other, Optional.empty()).toString();
      assertThat(run("diff", url, others).output()).contains("agree");
      assertThat(run("diff", others, url, "--sql").output()).contains("empty migration");
      Files.writeString(folder.resolve("files.sql"), DATABASE + "GRANT SELECT ON users TO PUBLIC;");
      assertThat(run("diff", "sql:files.sql", others).output())
          .contains("REVOKE DELETE")
          .doesNotContain("OWNER TO");
    } finally {
      database.run("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(other));
    }
  }

  private Command.Result onATerminal(String answer, String... arguments) {
    var words =
        new ArrayList<>(
            List.of(
                "python3",
                Checkout.acceptance("python").resolve("on_a_terminal.py").toString(),
                answer,
                launcher.script().toString()));
    words.addAll(List.of(arguments));
    var variables =
        Map.of(
            "DATABASE_URL", database.url().toString(),
            "LOCKSTEP_CACHE", launcher.cache().toString());
    return Command.run(folder, variables, Duration.ofMinutes(2), words);
  }

  private List<String> statementsForTo() throws MalformedJsonException {
    var report = JsonReader.read(check("--format", "json").output());
    var all = new ArrayList<String>();
    for (var it : report.get("differences").orElseThrow().items()) {
      it.get("statementsForTo").orElseThrow().items().stream()
          .flatMap(statement -> statement.text().stream())
          .filter(statement -> !all.contains(statement))
          .forEach(all::add);
    }
    return all;
  }

  private String label() {
    return "database " + database.url().database();
  }

  private void settings(String more) throws IOException {
    var begin = more.startsWith("[") ? "" : more;
    var end = more.startsWith("[") ? more : "";
    Files.writeString(
        folder.resolve("lockstep.toml"),
        "source = \"schema.prisma\"\n%s[database]\nurl = \"env:DATABASE_URL\"\n%s"
            .formatted(begin, end));
  }

  private Command.Result check(String... more) {
    var words = new ArrayList<>(List.of("check"));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private Command.Result run(String... words) {
    return launcher.run(folder, Map.of("DATABASE_URL", database.url().toString()), words);
  }
}

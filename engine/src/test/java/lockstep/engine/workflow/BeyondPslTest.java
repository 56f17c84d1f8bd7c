package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.check.drift.Drift;
import lockstep.check.drift.DriftCode;
import lockstep.check.drift.Ignored;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.emit.sqlalchemy.SqlAlchemyEmitter;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;
import lockstep.engine.Progress;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Tools;
import lockstep.engine.sink.FileChange;
import lockstep.engine.testing.Postgres;
import lockstep.engine.testing.TestServer;
import lockstep.mapping.Reading;
import lockstep.sql.StatementSplitter;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

@Postgres
class BeyondPslTest {
  /// What is in these the schema itself cannot say validly, or not yet as SQL.
  private static final Set<String> NOT_WHOLE =
      Set.of(
          "constraints-with-every-option",
          "indexes-with-every-option",
          "inheritance",
          "nulls-and-cleared-columns-from-15",
          "partitions-of-every-kind",
          "types-sequences-and-views-that-need-each-other");

  @TempDir Path folder;

  @ParameterizedTest
  @GoldenCases("beyond-psl") // schema.prisma, schema/*.sql; ddl.txt, models.py, diagnostics.txt
  void aSchemaAndItsSqlAreOne(GoldenCase it) throws IOException {
    for (var file : it.files()) {
      if (file.endsWith(".prisma") || file.endsWith(".sql")) {
        write(file, it.text(file));
      }
    }
    var reading = read();
    it.expect("ddl.txt", DdlEmitter.emit(reading.schema()));
    it.expect("models.py", models(reading));
    it.expect("diagnostics.txt", rendered(reading.diagnostics()));
  }

  @Test
  void theOrderOfStatementsSaysNothing(Shadow shadow) throws IOException {
    write("schema.prisma", PSL);
    var statements =
        new ArrayList<>(
            StatementSplitter.split(SQL).stream()
                .map(it -> SQL.substring(it.span().start(), it.span().end()) + ";\n")
                .toList());
    write("schema/all.sql", SQL);
    var expected = read();
    assertThat(expected.diagnostics()).isEmpty();
    for (var seed = 0; seed < 8; seed++) {
      Collections.shuffle(statements, new Random(seed));
      write("schema/all.sql", String.join("", statements));
      assertThat(read().schema()).as("seed %d", seed).isEqualTo(expected.schema());
    }
  }

  /// What a pull writes says all that is in a database: compared with it, nothing differs; pulled
  /// again, nothing changes.
  @ParameterizedTest
  @GoldenCases("introspection")
  void aPullSaysAll(GoldenCase it, Shadow shadow) throws IOException {
    it.files().forEach(it::text);
    Assumptions.assumeFalse(NOT_WHOLE.contains(it.name()));
    Assumptions.assumeTrue(shadow.serverVersion() >= 180_000 || !it.name().contains("-from-"));
    try (var database = shadow.create()) {
      assertThat(database.run(it.text("schema.sql"))).isEmpty();
      assertThat(pull(database)).isNotEmpty();
      assertThat(differences(database)).isEmpty();
      assertThat(pull(database)).isEmpty();
    }
  }

  @Test
  void commentsAreSaidInSqlAndNowhereElse(Shadow shadow) throws IOException {
    write("schema.prisma", PLAIN_PSL);
    try (var database = shadow.create()) {
      assertThat(
              database.run(
                  DdlEmitter.emit(read().schema())
                      + "alter table users add column nick text;"
                      + "comment on column users.nick is 'Short';"))
          .isEmpty();
      var outcome = outcome(database);
      assertThat(rendered(outcome.diagnostics())).isEmpty();
      assertThat(outcome.pending())
          .extracting(FileChange::name)
          .containsExactly("schema.prisma", "schema/users.sql");
      assertThat(Files.readString(folder.resolve("schema.prisma")))
          .contains("nick")
          .doesNotContain("Short");
    }
  }

  @Test
  void whatPeopleWroteStays(Shadow shadow) throws IOException {
    write("schema.prisma", PLAIN_PSL);
    var byHand = "-- Ours\nalter table users add constraint age_ok check (age > 0)";
    write("schema/users.sql", byHand);
    try (var database = shadow.create()) {
      assertThat(
              database.run(
                  DdlEmitter.emit(read().schema())
                      + "create view adults as select id from users where age > 17;"
                      + "alter table users add constraint email_ok check (email <> '');"))
          .isEmpty();
      assertThat(pull(database)).containsExactly("schema/adults.sql", "schema/users.sql");
      assertThat(Files.readString(folder.resolve("schema/users.sql")))
          .isEqualTo(
              byHand
                  + """

                  ;

                  ALTER TABLE "users" ADD CONSTRAINT "email_ok" CHECK (email <> ''::text);
                  """);
      assertThat(pull(database)).isEmpty();
      database.session().execute("alter table users drop constraint age_ok");
      var outcome = outcome(database);
      assertThat(outcome.pending()).isEmpty();
      assertThat(rendered(outcome.diagnostics()))
          .contains("WRK003")
          .contains("schema/users.sql:2:34");
    }
  }

  /// The tables and types that only SQL files make need no model; what is new in them goes there.
  @Test
  void severalConstraintsOfTheSameColumnAreSeveralRelations(Shadow shadow) throws IOException {
    write("schema.prisma", PLAIN_PSL);
    try (var database = shadow.create()) {
      assertThat(
              database.run(
                  DdlEmitter.emit(read().schema())
                      + "create table flows (id int primary key, user_id int,"
                      + " constraint a foreign key (user_id) references users,"
                      + " constraint b foreign key (user_id) references users on delete cascade);"))
          .isEmpty();
      assertThat(pull(database)).containsExactly("schema.prisma");
      assertThat(read().diagnostics()).isEmpty();
      assertThat(differences(database)).isEmpty();
    }
  }

  @Test
  void tablesOfTheFilesStayThere(Shadow shadow) throws IOException {
    write("schema.prisma", PLAIN_PSL);
    write(
        "schema/audit.sql",
        """
        create type kind as enum ('a');
        create table audit (id int primary key, kind kind, user_id int references users);
        alter table users add column audit_id int;
        alter table users add constraint audited foreign key (audit_id) references audit;
        """);
    try (var database = shadow.create()) {
      assertThat(database.run(DdlEmitter.emit(read().schema()))).isEmpty();
      assertThat(pull(database)).containsExactly("schema.prisma");
      assertThat(pull(database)).isEmpty();
      database.session().execute("alter table audit add at date; alter table users add nick text");
      assertThat(pull(database)).containsExactly("schema.prisma", "schema/audit.sql");
      assertThat(differences(database)).isEmpty();
      assertThat(pull(database)).isEmpty();
      assertThat(Files.readString(folder.resolve("schema.prisma")))
          .contains("nick", "audit_id")
          .doesNotContain("model audit", "enum");
    }
  }

  @Test
  void aPolicyMayNameRolesThatTheShadowHasNot(Shadow shadow) throws IOException {
    write("schema.prisma", PLAIN_PSL);
    var policy = "create policy mine on users to \"a Role\", lockstep_other using (id = 1);\n";
    write("schema/users.sql", policy + "grant select on users to lockstep_other;\n");
    try (var database = shadow.create()) {
      assertThat(database.run(DdlEmitter.emit(read().schema()))).isEmpty();
      assertThat(differences(database)).isEmpty();
      assertThat(pull(database)).isEmpty();
      var policies = "select polname from pg_policy";
      assertThat(database.session().query(policies, it -> it.text(1))).containsExactly("mine");
      // A grant to the same role is skipped as it would be without the policy.
      assertThat(rendered(read().diagnostics())).contains("SQL002", "schema/users.sql:2:1");
      database.session().execute("create policy other on users to lockstep_other using (true)");
      assertThat(pull(database)).containsExactly("schema/users.sql");
      assertThat(pull(database)).isEmpty();
    }
    var roles = "select rolname from pg_roles where rolname in ('a Role', 'lockstep_other')";
    try (var database = shadow.create()) {
      assertThat(database.session().query(roles, it -> it.text(1))).isEmpty();
    }
  }

  @Test
  void whatTheShadowMayNotMakeIsNotTakenForMissing(Shadow shadow) throws IOException {
    write("schema.prisma", PLAIN_PSL);
    var function =
        "create function f() returns event_trigger language plpgsql as $$ begin end $$;\n";
    write("schema/all.sql", function);
    try (var database = shadow.create()) {
      assertThat(database.run(DdlEmitter.emit(read().schema()))).isEmpty();
      assertThat(
              database.asSuperuser(
                  "create event trigger watch on sql_drop execute function public.f()"))
          .isEmpty();
      assertThat(differences(database)).singleElement().asString().contains("Event trigger");
      assertThat(pull(database)).containsExactly("schema/event_triggers.sql");
      assertThat(differences(database)).isEmpty();
      assertThat(pull(database)).isEmpty();
    }
  }

  @Test
  void aStatementThatFailsIsNamedWithItsLine() throws IOException {
    write("schema.prisma", PLAIN_PSL);
    write(
        "schema/a.sql",
        """
        create view v as
          select colour from users;
        insert into users values (1);
        """);
    write("schema/b.sql", "create index on nothing (a);");
    assertThat(rendered(read().diagnostics()))
        .contains("SQL010", "schema/a.sql:3:1")
        .contains("SQL001", "schema/a.sql:2:10", "schema/b.sql:1:1");
  }

  private static final String PLAIN_PSL =
      """
      datasource db {
        provider = "postgresql"
      }

      model users {
        id    Int    @id @default(autoincrement())
        email String @unique
        age   Int?
      }
      """;

  /// Needs what the SQL makes, which takes the place of one of its columns and of its index.
  private static final String PSL =
      """
      datasource db {
        provider = "postgresql"
      }

      model users {
        id       Int    @id @default(autoincrement())
        email    String @unique
        age      Int?
        fullName String?
        kind     Unsupported("kind")?
      }
      """;

  private static final String SQL =
      """
      create type kind as enum ('a', 'b');
      create function is_adult(age int) returns boolean language sql immutable
        return age >= 18;
      create view adults as select id, email, "fullName" from users where is_adult(age);
      create view old_adults as select * from adults where id < 10;
      alter table users add constraint adult check (is_adult(age));
      alter table users add column "fullName" text generated always as (lower(email)) stored;
      create function touch() returns trigger language plpgsql as $$
      begin
        return new;
      end
      $$;
      create trigger touched before update on users for each row execute function touch();
      create index users_email_key on users (email desc) where age > 3;
      comment on view old_adults is 'Old';
      alter table users enable row level security;
      create policy own on users using (id = 1);
      """;

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private SourceSpec.Prisma schema() {
    return new SourceSpec.Prisma(folder.resolve("schema.prisma"), "schema.prisma");
  }

  private static SourceSpec.Database spec(ShadowDatabase database) {
    return new SourceSpec.Database(database.url(), "database");
  }

  private Environment environment() {
    return new Environment(Map.of(), folder, folder);
  }

  private SourceReader reader() {
    var tools =
        new Tools(
            new ShadowSettings.Embedded(TestServer.settings()),
            PythonSettings.DEFAULT,
            Ignored.NONE);
    return new SourceReader(environment(), folder, tools, Progress.SILENT);
  }

  private Reading read() {
    try (var reader = reader()) {
      return reader.read(schema());
    }
  }

  private List<String> differences(ShadowDatabase database) {
    try (var reader = reader()) {
      var outcome = DiffSources.run(new DiffSources.Request(schema(), spec(database), reader));
      assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
      return outcome.drifts().stream()
          .map(Drift::diagnostic)
          .filter(it -> it.code() != DriftCode.LEFT_ALONE)
          // What a schema makes and SQL lets inherit keeps what it declared.
          .filter(it -> it.code() != DriftCode.OWN_PART)
          .map(Diagnostic::fact)
          .toList();
    }
  }

  /// Returns the files that a pull writes.
  private List<String> pull(ShadowDatabase database) {
    return outcome(database).pending().stream().map(FileChange::name).toList();
  }

  private PullSchema.Outcome outcome(ShadowDatabase database) {
    try (var reader = reader()) {
      return PullSchema.write(
          new PullSchema.Request(schema(), spec(database), reader, environment()));
    }
  }

  private static String rendered(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(PlainRenderer::render).collect(Collectors.joining("\n"));
  }

  private static String models(Reading reading) {
    var emission =
        SqlAlchemyEmitter.emit(
            reading.schema(),
            reading.mapping(),
            new SqlAlchemyOptions(
                Version.V2_0,
                Layout.SINGLE_FILE,
                NameStyle.SNAKE_CASE,
                "app.models",
                new SqlAlchemyOptions.Source("schema.prisma", "sha256:0123456789abcdef"),
                List.of()));
    return emission.files().getFirst().content() + rendered(emission.diagnostics());
  }
}

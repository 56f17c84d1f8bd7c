package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowTest {
  private static final String SCHEMA =
      """
      generator client {
        provider        = "prisma-client-js"
        previewFeatures = ["postgresqlExtensions"]
      }

      datasource db {
        provider   = "postgresql"
        extensions = [citext]
        schemas    = ["app", "log"]
      }

      enum Role {
        ADMIN
        USER

        @@schema("app")
      }

      /// A person.
      model User {
        id     Int     @id @default(autoincrement())
        email  String  @unique @db.Citext
        role   Role    @default(USER)
        note   String?
        events Event[]

        @@map("users")
        @@schema("app")
      }

      model Event {
        id     BigInt @id
        userId Int
        user   User   @relation(fields: [userId], references: [id])

        @@index([userId])
        @@map("events")
        @@schema("log")
      }

      model Other {
        id Int @id

        @@map("users")
        @@schema("log")
      }
      """;

  @TempDir private Path folder;
  private Calls calls;

  @BeforeEach
  void inFolder() throws IOException {
    calls = Calls.in(folder);
    calls.write("schema.prisma", SCHEMA);
  }

  @Test
  void aSourceIsShownAsALineForEachObject() {
    var answer = calls.run("show", "schema.prisma");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(answer.out())
        .isEqualTo(
            """
            extensions
              citext
            schema app
              enum   Role   ADMIN, USER
              table  users  4 columns, 1 index
            schema log
              table  events  2 columns, 1 foreign key, 1 index
              table  users   1 column
            """);
  }

  @Test
  void anObjectIsShownWithAllItsParts() {
    assertThat(calls.run("show", "schema.prisma", "app.users").out())
        .isEqualTo(
            """
            table app.users

              columns
                id     INTEGER       NOT NULL  SERIAL
                email  CITEXT        NOT NULL
                role   "app"."Role"  NOT NULL  DEFAULT 'USER'
                note   TEXT

              constraints
                users_pkey  PRIMARY KEY ("id")

              indexes
                users_email_key  UNIQUE ("email")

              referenced by
                log.events  FOREIGN KEY ("userId") REFERENCES "app"."users"("id") \
            ON DELETE RESTRICT ON UPDATE CASCADE
            """);
    assertThat(calls.run("show", "schema.prisma", "Role").out())
        .isEqualTo("enum app.Role\n  ADMIN\n  USER\n");
  }

  @Test
  void aNameWithoutSchemaMeansAllThatHaveIt() {
    assertThat(calls.run("show", "schema.prisma", "users").out())
        .contains("table app.users\n")
        .contains("table log.users\n");
  }

  @Test
  void whateverHasANameCanBeAskedFor() throws MalformedJsonException {
    assertThat(calls.run("show", "schema.prisma", "users.email").out())
        .isEqualTo("column app.users.email\n  CITEXT NOT NULL\n");
    assertThat(calls.run("show", "schema.prisma", "users.id").out())
        .isEqualTo(
            """
            column app.users.id
              SERIAL NOT NULL
            column log.users.id
              INTEGER NOT NULL
            """);
    assertThat(calls.run("show", "schema.prisma", "users_email_key").out())
        .isEqualTo("index app.users.users_email_key\n  UNIQUE (\"email\")\n");
    assertThat(calls.run("show", "schema.prisma", "log.events_pkey").out())
        .isEqualTo("constraint log.events.events_pkey\n  PRIMARY KEY (\"id\")\n");
    assertThat(calls.run("show", "schema.prisma", "extension citext").out())
        .isEqualTo("extension citext\n");
    assertThat(calls.run("show", "schema.prisma", "log").out())
        .isEqualTo("schema log\n  2 objects\n");
    var column =
        JsonReader.read(
                calls.run("show", "schema.prisma", "app.users.role", "--format", "json").out())
            .items("objects")
            .getFirst();
    assertThat(column.text("kind")).contains("column");
    assertThat(column.text("name")).contains("role");
    assertThat(column.text("definition")).contains("\"app\".\"Role\" NOT NULL DEFAULT 'USER'");
    assertThat(calls.run("show", "schema.prisma", "users.emial").err())
        .contains("CLI008")
        .contains("Did you mean `users.email`?");
  }

  @Test
  void anUnknownObjectIsAWrongCall() {
    var answer = calls.run("show", "schema.prisma", "usrs");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("CLI008").contains("Did you mean `users`?");
  }

  @Test
  void programsReadTheSame() throws MalformedJsonException {
    var answer = JsonReader.read(calls.run("show", "schema.prisma", "--format", "json").out());
    assertThat(answer.items("extensions").getFirst().text("name")).contains("citext");
    assertThat(answer.items("objects"))
        .extracting(it -> it.text("name").orElseThrow())
        .containsExactly("Role", "users", "events", "users");
    var columns = answer.items("objects").get(1).items("columns");
    assertThat(columns.getLast().isTrue("nullable")).isTrue();
    assertThat(columns.getFirst().text("value")).contains("SERIAL");
  }

  @Test
  void whatIsNoSchemaIsNotShown() throws IOException {
    calls.write("schema.prisma", "model A {\n");
    var answer = calls.run("show", "schema.prisma", "A");
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("PSL");
  }
}

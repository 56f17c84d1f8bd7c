package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands that need neither a server nor an interpreter.
class CommandTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      /// A person.
      model User {
        id       Int    @id @default(autoincrement())
        email    String @unique
        metadata Json?
        posts    Post[]
      }

      model Post {
        id       Int  @id
        authorId Int
        author   User @relation(fields: [authorId], references: [id])
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
  void aValidSchemaIsSaidToBeOne() {
    var answer = calls.run("validate", "schema.prisma");
    assertThat(answer.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(answer.out()).isEqualTo("schema.prisma is valid: 2 models, 0 enums\n");
    assertThat(answer.err()).isEmpty();
    assertThat(calls.run("validate", "schema.prisma", "--quiet").out()).isEmpty();
  }

  @Test
  void anInvalidSchemaIsAFindingAtItsPlace() throws IOException, MalformedJsonException {
    calls.write("schema.prisma", SCHEMA.replace("Json?", "Jsn?"));
    var answer = calls.run("validate", "schema.prisma");
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(answer.out()).isEqualTo("schema.prisma is not valid: 1 error\n");
    assertThat(answer.err()).contains("  --> schema.prisma:9:").contains("Jsn");
    var json = calls.run("validate", "schema.prisma", "--format", "json");
    assertThat(json.code()).isEqualTo(ExitCode.FINDINGS);
    var report = JsonReader.read(json.out());
    assertThat(report.isTrue("valid")).isFalse();
    assertThat(report.items("diagnostics").getFirst().get("place").orElseThrow().integer("line"))
        .hasValue(9);
    assertThat(calls.run("ddl", "schema.prisma").code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(calls.run("ddl", "schema.prisma").out()).isEmpty();
  }

  @Test
  void theTrainingSchemaIsValidSoThatTrainingReachesEverything() throws IOException {
    Files.createDirectories(folder.resolve("schema"));
    for (var name : List.of("training.prisma", "training-relations.prisma")) {
      var text = Files.readString(Path.of("src/main/resources/lockstep/cli").resolve(name));
      calls.write("schema/" + name, text);
    }
    assertThat(calls.run("validate", "schema").err()).doesNotContain("error");
    assertThat(calls.run("ddl", "schema").code()).isEqualTo(ExitCode.CLEAN);
    var generated = calls.run("generate", "--from", "schema", "--out", "models");
    assertThat(generated.code()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void whatIsNoSchemaIsAWrongCall() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Files.write(folder.resolve("picture.prisma"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
    assertThat(calls.run("validate", "missing.prisma").code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(calls.run("validate", "missing.prisma").err()).contains("PRJ010", "\n   = ");
    assertThat(calls.run("validate", "empty").err()).contains("PRJ013", "\n   = ");
    assertThat(calls.run("validate", "picture.prisma").err()).contains("PRJ012", "\n   = ");
    assertThat(calls.run("format", "missing.prisma").code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(calls.run("ddl", "missing.prisma").code()).isEqualTo(ExitCode.BAD_CALL);
  }

  @Test
  void whatCouldNotBeReadIsNotCalledInvalid() {
    assertThat(calls.run("validate", "missing.prisma").out()).isEmpty();
  }

  @Test
  void whatEndsACommandStandsInItsReport() throws IOException, MalformedJsonException {
    calls.write("lockstep.toml", "sorce = \"schema.prisma\"\n");
    var json = calls.run("check", "--format", "json");
    assertThat(json.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(json.out()).endsWith("}\n").doesNotEndWith("\n\n");
    var report = JsonReader.read(json.out());
    assertThat(report.isTrue("agree")).isFalse();
    assertThat(report.items("diagnostics").getFirst().text("code")).contains("PRJ002");
    assertThat(calls.run("check", "--format", "sarif").out())
        .contains("PRJ002", "\"shortDescription\"", "\"text\": \"unknown key\"");
    assertThat(calls.run("check", "--format", "github").out()).contains("::error ");
    var generated = JsonReader.read(calls.run("generate", "--format", "json").out());
    assertThat(generated.isTrue("upToDate")).isFalse();
    Files.delete(folder.resolve("lockstep.toml"));
    var nobody = "postgresql://localhost:1/app";
    var diff = calls.run("diff", "schema.prisma", nobody, "--format", "json");
    assertThat(diff.code()).isEqualTo(ExitCode.ENVIRONMENT_FAILED);
    assertThat(JsonReader.read(diff.out()).items("diagnostics").getFirst().text("code"))
        .contains("PG001");
  }

  @Test
  void ddlIsTheResultAndNothingElse() {
    var answer = calls.run("ddl", "schema.prisma");
    assertThat(answer.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(answer.out()).startsWith("-- CreateSchema").contains("CREATE TABLE \"User\"");
    assertThat(answer.err()).isEmpty();
  }

  @Test
  void formatRewritesOnlyWhatDiffersAndCheckRewritesNothing() throws IOException {
    var untidy = SCHEMA.replace("  email    String", "  email String");
    calls.write("schema.prisma", untidy);
    var check = calls.run("format", "--check", "schema.prisma");
    assertThat(check.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(check.out()).startsWith("--- a/schema.prisma\n+++ b/schema.prisma\n@@ ");
    assertThat(calls.read("schema.prisma")).isEqualTo(untidy);
    var format = calls.run("format", "schema.prisma");
    assertThat(format.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(format.err()).isEqualTo("1 of 1 file changed\n");
    assertThat(calls.read("schema.prisma")).isEqualTo(SCHEMA);
    assertThat(calls.run("format", "--check", "schema.prisma").code()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void aFileThatIsReadOnlyStaysAsItIs() throws IOException {
    var untidy = SCHEMA.replace("  email    String", "  email String");
    var file = calls.write("schema.prisma", untidy);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    var answer = calls.run("format", "schema.prisma");
    assertThat(answer.code()).isEqualTo(ExitCode.ENVIRONMENT_FAILED);
    assertThat(answer.err()).contains("the file is read-only");
    assertThat(calls.read("schema.prisma")).isEqualTo(untidy);
  }

  @Test
  void codeThatIsNotThereIsAWrongCall() throws IOException {
    calls.write("schema.prisma", SCHEMA);
    calls.write(
        "lockstep.toml",
        """
        source = "schema.prisma"
        [[target]]
        to = "sqlalchemy"
        out = "models"
        package = "models"
        """);
    var answer = calls.run("rewrite", "nowhere");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("[PRJ010]", "--> nowhere");
  }

  @Test
  void aSourceThatIsNotThereIsMissedWhereItIsNamed() throws IOException {
    calls.write("lockstep.toml", "# ours\nsource = \"nowhere.prisma\"\n");
    assertThat(calls.run("check").err())
        .startsWith("error[PRJ010]: There is no file or folder `nowhere.prisma`.\n")
        .contains("--> lockstep.toml:2:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--database mysql://h/d",
        "--database postgresql://h:x/d",
        "--database env:",
        "--shadow-url env:NOPE"
      })
  void whatTheCallSaysIsNotBlamedOnTheSettings(String option) throws IOException {
    calls.write(
        "lockstep.toml", "source = \"schema.prisma\"\n[database]\nurl = \"env:DATABASE\"\n");
    var answer = calls.run(("check " + option).split(" "));
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err())
        .contains("PRJ0", "The call names it, by `" + option.split(" ")[0])
        .doesNotContain("lockstep.toml:");
  }

  @Test
  void generateWritesThenIsUpToDateThenNamesWhatIsStale() throws IOException {
    var generate =
        new String[] {
          "generate", "--from", "schema.prisma", "--to", "sqlalchemy", "--out", "app/models"
        };
    assertThat(calls.run(generate).out()).startsWith("app/models: ").endsWith(" files written\n");
    assertThat(calls.read("app/models/user.py")).contains("class User(Base):");
    assertThat(calls.run(generate).out()).endsWith(" files up to date\n");
    var check = append(generate, "--check");
    assertThat(calls.run(check).code()).isEqualTo(ExitCode.CLEAN);
    calls.write("app/models/user.py", calls.read("app/models/user.py").replace("email", "mail"));
    var stale = calls.run(check);
    assertThat(stale.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(stale.out()).contains("--- a/app/models/user.py").contains("1 file out of date");
    calls.run(generate);
    assertThat(calls.run(check).code()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void modelsThatWereFoundAreGeneratedAsTheyWere() throws IOException {
    calls.write("app/__init__.py", "");
    var first =
        calls.run(
            "generate",
            "--from",
            "schema.prisma",
            "--out",
            "app/models",
            "--package",
            "app.models",
            "--layout",
            "single",
            "--naming",
            "field");
    assertThat(first.out()).isEqualTo("app/models: 1 file written\n");
    assertThat(calls.read("app/models/__init__.py"))
        .contains("# Options layout=single names=field\n");
    assertThat(calls.run("generate").out()).isEqualTo("app/models: 1 file up to date\n");
  }

  @Test
  void theHeaderDoesNotDependOnHowTheSourceWasNamed() throws IOException {
    calls.write("prisma/schema.prisma", calls.read("schema.prisma"));
    Files.delete(calls.folder().resolve("schema.prisma"));
    calls.write("app/__init__.py", "");
    for (var source : List.of("prisma", "prisma/schema.prisma", "prisma:./prisma/")) {
      calls.run("generate", "--from", source, "--out", "app/models", "--package", "app.models");
      assertThat(calls.run("generate", "--check").out()).as(source).endsWith(" up to date\n");
    }
    calls.write(
        "lockstep.toml",
        "source = \"prisma\"\n[[target]]\nto = \"sqlalchemy\"\nout = \"app/models\"\n"
            + "package = \"app.models\"\n");
    assertThat(calls.run("generate", "--check").code()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void runsAtTheSameTimeDoNotMixTheirFiles() throws InterruptedException {
    var runs = new ArrayList<Thread>();
    for (var i = 0; i < 8; i++) {
      var naming = i % 2 == 0 ? "field" : "snake";
      runs.add(
          Thread.ofPlatform()
              .start(
                  () ->
                      calls.run(
                          "generate",
                          "--from",
                          "schema.prisma",
                          "--out",
                          "models",
                          "--naming",
                          naming)));
    }
    for (var it : runs) {
      it.join();
    }
    assertThat(calls.run("generate", "--check").out()).endsWith(" up to date\n");
  }

  @Test
  void whatCannotBeAPackageIsSaid() throws IOException {
    for (var it : List.of("class", "app.d", "schema.prisma")) {
      var answer = calls.run("generate", "--from", "schema.prisma", "--out", it);
      assertThat(answer.code()).as(it).isEqualTo(ExitCode.BAD_CALL);
      assertThat(answer.err())
          .contains(it.equals("schema.prisma") ? "is a file." : "is not the name of a Python");
    }
    calls.write("file", "");
    var answer = calls.run("generate", "--from", "schema.prisma", "--out", "file/models");
    assertThat(answer.code()).isEqualTo(ExitCode.ENVIRONMENT_FAILED);
    assertThat(answer.err()).contains("file` is in the way");
  }

  @Test
  void aRequirementsFileThatIsNotThereIsAWrongCall() throws IOException {
    calls.write(
        "lockstep.toml", "source = \"schema.prisma\"\n[python]\nrequirements = \"nope.txt\"\n");
    var answer = calls.run("check");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err())
        .contains("There is no file `nope.txt`.")
        .contains("--> lockstep.toml:3:");
  }

  @Test
  void generateTouchesNobodyElsesFile() throws IOException {
    calls.write("models/user.py", "class Mine: ...\n");
    var answer = calls.run("generate", "--from", "schema.prisma", "--out", "models");
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(answer.err()).contains("SNK003").contains("models/user.py");
    assertThat(calls.read("models/user.py")).isEqualTo("class Mine: ...\n");
    assertThat(folder.resolve("models/post.py")).doesNotExist();
  }

  @Test
  void generateNamesWhatCodeCallsThings() throws IOException, MalformedJsonException {
    var answer =
        calls.run(
            "generate", "--from", "schema.prisma", "--out", "m", "--names", "--format", "json");
    assertThat(folder.resolve("m")).doesNotExist();
    var user = JsonReader.read(answer.out()).items("targets").getFirst().items("models").getFirst();
    assertThat(user.text("symbol")).contains("User");
    assertThat(user.items("fields"))
        .anySatisfy(it -> assertThat(it.text("attribute")).contains("metadata_"));
  }

  @Test
  void generateFollowsTheSettings() throws IOException {
    calls.write(
        "lockstep.toml",
        "source = \"schema.prisma\"\n[[target]]\nto = \"sqlalchemy\"\nout = \"app/models\"\n"
            + "package = \"app.models\"\n");
    assertThat(calls.run("generate").code()).isEqualTo(ExitCode.CLEAN);
    assertThat(calls.read("app/models/__init__.py")).contains("from schema.prisma.");
    calls.write("lockstep.toml", "sorce = \"schema.prisma\"\n");
    var answer = calls.run("generate");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("lockstep.toml:1:1").contains("Did you mean `source`?");
  }

  @Test
  void schemasAreComparedWithoutAServer() throws IOException, MalformedJsonException {
    calls.write("other.prisma", SCHEMA.replace("email    String ", "email    String?"));
    var answer = calls.run("diff", "schema.prisma", "other.prisma");
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(answer.out())
        .startsWith("table User\n  error[DRF003]")
        .contains("--> schema.prisma:8:")
        .contains("other.prisma:8:")
        .endsWith("schema.prisma and other.prisma do not agree\n");
    var json =
        JsonReader.read(
            calls.run("diff", "schema.prisma", "other.prisma", "--format", "json").out());
    assertThat(json.isTrue("agree")).isFalse();
    assertThat(json.items("differences").getFirst().text("object"))
        .contains("column public.User.email");
    assertThat(calls.run("diff", "schema.prisma", "schema.prisma").code())
        .isEqualTo(ExitCode.CLEAN);
    assertThat(calls.run("diff", "schema.prisma", "empty:").code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void aPlanIsWrittenForProgramsToo() throws IOException, MalformedJsonException {
    calls.write("other.prisma", SCHEMA.replace("email    String ", "email    String?"));
    var answer =
        calls.run(
            "diff", "schema.prisma", "other.prisma", "--sql", "--no-proof", "--format", "json");
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    var json = JsonReader.read(answer.out());
    var sql = "ALTER TABLE \"User\" ALTER COLUMN \"email\" DROP NOT NULL";
    assertThat(json.items("steps").getFirst().text("sql")).contains(sql);
    assertThat(json.text("script").orElseThrow()).contains(sql + ";");
    assertThat(json.items("differences")).hasSize(1);
  }

  @Test
  void quietKeepsOnlyErrors() throws IOException {
    var noted =
        SCHEMA
            + "generator client {\n  provider = \"prisma-client\"\n"
            + "  previewFeatures = [\"multiSchema\"]\n}\n";
    calls.write("other.prisma", noted.replace("email    String ", "email    String?"));
    assertThat(calls.run("validate", "other.prisma").err()).contains("note[PSL511]");
    assertThat(calls.run("validate", "other.prisma", "-q").err()).isEmpty();
    var answer = calls.run("diff", "schema.prisma", "other.prisma", "--quiet");
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(answer.out()).contains("error[DRF003]");
    assertThat(answer.err()).isEmpty();
    assertThat(calls.run("generate", "--from", "other.prisma", "--out", "m", "-q").err()).isEmpty();
  }

  @Test
  void secretsInABadUrlAreNotShown() {
    var answer = calls.run("diff", "schema.prisma", "postgresql://ann:s3cret@host:notaport/app");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err() + answer.out()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate",
        "check",
        "format",
        "ddl",
        "generate --from",
        "generate --from schema.prisma --out",
        "diff schema.prisma",
        "diff schema.prisma schema.prisma",
        "shadow",
        "explain",
        "validate schema.prisma --format",
        "validate schema.prisma --quiet",
        "check --database",
        "pull",
        "pull --database",
        "pull --schema",
        "",
      })
  void anAddressIsNeverRepeated(String call) {
    for (var address :
        List.of(
            "postgresql://ann:s3cret@localhost:1/app",
            "POSTGRESQL://ann:s3cret@localhost:1/app",
            "postgres:/ann:s3cret@localhost:1/app",
            "prisma://proxy.example/?api_key=s3cret",
            "mysql://ann:s3cret@localhost/app",
            "sql:postgresql://ann:s3cret@localhost:1/app",
            "python:postgresql://ann:s3cret@localhost:1/app",
            "prisma:postgresql://ann:s3cret@localhost:1/app",
            "env:postgresql://ann:s3cret@localhost:1/app")) {
      var arguments = new ArrayList<>(List.of(call.split(" ")));
      arguments.removeIf(String::isEmpty);
      arguments.add(address);
      var answer = calls.run(arguments.toArray(String[]::new));
      assertThat(answer.err() + answer.out()).as(call + " " + address).doesNotContain("s3cret");
      assertThat(answer.code())
          .as(call + " " + address + answer.err())
          .isIn(ExitCode.BAD_CALL, ExitCode.FINDINGS, ExitCode.ENVIRONMENT_FAILED);
    }
  }

  @Test
  void settingsThatAreNoTextAreAWrongCall() throws IOException {
    Files.write(folder.resolve("lockstep.toml"), new byte[] {(byte) 0xff, (byte) 0xfe, 'a'});
    for (var call : List.of("shadow status", "check", "diff schema.prisma python:app")) {
      var answer = calls.run(call.split(" "));
      assertThat(answer.code()).as(call).isEqualTo(ExitCode.BAD_CALL);
      assertThat(answer.err()).as(call).contains("PRJ012").contains("lockstep.toml");
    }
  }

  @Test
  void whatCannotBeAPathIsAWrongCall() throws IOException {
    calls.write(
        "lockstep.toml",
        "source = \"a\\u0000b\"\ncompare = [\"sql:\\u0000\"]\n"
            + "[[target]]\nto = \"sqlalchemy\"\nout = \"\\u0000\"\n"
            + "[python]\nrequirements = \"\\u0000\"\n");
    var answer = calls.run("check");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err().split("PRJ003")).hasSize(5);
  }

  @Test
  void anEmptyPathDoesNotMeanTheCurrentFolder() throws IOException {
    var untidy = "model A {\n id Int @id\n}\n";
    calls.write("schema.prisma", untidy);
    for (var call :
        List.of(
            List.of("format", ""),
            List.of("validate", ""),
            List.of("check", ""),
            List.of("generate", "--from", "schema.prisma", "--out", ""),
            List.of("ddl", ""),
            List.of("ddl", "sql:"),
            List.of("ddl", "prisma:"),
            List.of("diff", "", ""))) {
      var answer = calls.run(call.toArray(String[]::new));
      assertThat(answer.code()).as("%s", call).isEqualTo(ExitCode.BAD_CALL);
      assertThat(answer.out()).as("%s", call).isEmpty();
      assertThat(answer.err()).as("%s", call).contains("]: The path is empty.\n   = Name a file");
    }
    assertThat(calls.read("schema.prisma")).isEqualTo(untidy);
  }

  @Test
  void aFileElsewhereIsNamedInADifferenceWithoutADoubledSlash(@TempDir Path elsewhere)
      throws IOException {
    var schema = elsewhere.toRealPath().resolve("a.prisma");
    Files.writeString(schema, "model A {\n id Int @id\n}\n");
    assertThat(calls.run("format", "--check", schema.toString()).out())
        .startsWith("--- a" + schema + "\n+++ b" + schema + "\n");
    var out = elsewhere.toRealPath().resolve("models");
    assertThat(
            calls
                .run("generate", "--from", "schema.prisma", "--out", out.toString(), "--check")
                .out())
        .contains("\n+++ b" + out + "/");
  }

  @Test
  void aSchemaFileIsNoProject() throws IOException {
    for (var call : List.of("check", "generate")) {
      var answer = calls.run(call, "schema.prisma");
      assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
      assertThat(answer.err())
          .startsWith("error[CLI003]: A project is named by its folder or its lockstep.toml")
          .contains("not by `schema.prisma`.\n   = Did you mean `lockstep ")
          .hasLineCount(2);
    }
    assertThat(calls.run("check", "schema.prisma").err()).contains("lockstep validate schema");
    calls.write("README.md", "# Ours\n");
    assertThat(calls.run("check", "README.md").err()).hasLineCount(2).contains("Name the folder");
    calls.write("other.toml", "source = \"schema.prisma\"\n");
    assertThat(calls.run("check", "other.toml").code()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void aTakeoverIsFromOneToolToTheOther() {
    for (var call : List.of("", " --to alembic", " --from prisma --to prisma")) {
      var answer = calls.run(("takeover" + call).split(" "));
      assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
      assertThat(answer.err()).contains("It is not said which history becomes which.");
    }
    var back = calls.run("takeover --from prisma --to alembic --no-down".split(" "));
    assertThat(back.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(back.err()).contains("`--no-down` is for revisions that are recorded.");
  }

  @Test
  void aCodesPageIsExplained() {
    assertThat(calls.run("explain", "cli001").out()).startsWith("# CLI001: ");
    assertThat(calls.run("explain", "CLI999").code()).isEqualTo(ExitCode.BAD_CALL);
  }

  private static String[] append(String[] all, String last) {
    var longer = Arrays.copyOf(all, all.length + 1);
    longer[all.length] = last;
    return longer;
  }
}

package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Overrides;
import lockstep.engine.project.ProjectReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Beginning a project and looking at it, without a server or an interpreter.
class SetupTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
        url      = env("APP_URL")
      }

      model User {
        id Int @id
      }
      """;

  @TempDir private Path folder;
  private Calls calls;

  @BeforeEach
  void inFolder() throws IOException {
    calls = Calls.in(folder);
  }

  @Test
  void whatARepositoryHasBecomesItsSettings() throws IOException {
    calls.write("packages/db/prisma/schema.prisma", SCHEMA);
    calls.write("services/api/requirements.txt", "sqlalchemy[asyncio]==2.0.25\nasyncpg\n");
    calls.write("services/api/app/__init__.py", "");
    calls.write(".env", "APP_URL=\"postgresql://ann:secret@localhost/app\"\n");
    var answer = calls.run("init");
    assertThat(answer.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(answer.out()).isEqualTo("created    lockstep.toml\n");
    assertThat(answer.err())
        .contains("schema     packages/db/prisma/schema.prisma\n")
        .contains("to be generated in services/api/app/models")
        .contains("database   APP_URL, named in packages/db/prisma/schema.prisma, set in .env\n")
        .contains("next\n  lockstep generate\n  lockstep check\n  lockstep doctor\n")
        .doesNotContain("secret");
    assertThat(calls.read("lockstep.toml"))
        .contains("source = \"packages/db/prisma/schema.prisma\"")
        .contains("url = \"env:APP_URL\"")
        .contains("requirements = \"services/api/requirements.txt\"")
        .contains("out = \"services/api/app/models\"\npackage = \"app.models\"")
        .doesNotContain("secret");
    var generated = calls.run("generate");
    assertThat(generated.code()).as(generated.err()).isEqualTo(ExitCode.CLEAN);
    assertThat(calls.read("services/api/app/models/user.py")).contains("class User(Base)");
  }

  @Test
  void settingsThatAreThereStay() throws IOException {
    calls.write("schema.prisma", SCHEMA);
    calls.write("lockstep.toml", "source = \"schema.prisma\" # mine\n");
    var refused = calls.run("init");
    assertThat(refused.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(refused.err()).contains("PRJ015").contains("--force");
    assertThat(calls.run("init", "--dry-run").out()).contains("source = \"schema.prisma\"\n");
    assertThat(calls.read("lockstep.toml")).contains("# mine");
    assertThat(calls.run("init", "--force").code()).isEqualTo(ExitCode.CLEAN);
    assertThat(calls.read("lockstep.toml")).doesNotContain("# mine");
  }

  @Test
  void ofSeveralSchemasOneIsTakenAndItIsSaidWhy() throws IOException {
    calls.write("apps/one/prisma/schema.prisma", SCHEMA.replace("postgresql", "sqlite"));
    calls.write("apps/two/prisma/schema.prisma", SCHEMA);
    calls.write("apps/three/prisma/schema.prisma", SCHEMA);
    calls.write("apps/two/prisma/migrations/1_init/migration.sql", "select 1;");
    assertThat(calls.run("init", "--dry-run").err())
        .contains("apps/two/prisma/schema.prisma, the only one that has migrations; not apps/one/")
        .contains("another by `--schema PATH`");
    var named = calls.run("init", "--dry-run", "--schema", "apps/three/prisma/schema.prisma");
    assertThat(named.out()).contains("source = \"apps/three/prisma/schema.prisma\"");
    calls.write("README.md", "# A model of clarity\n");
    for (var it : List.of("nowhere", "README.md", ".git")) {
      Files.createDirectories(folder.resolve(".git"));
      assertThat(calls.run("init", "--schema", it).code()).isEqualTo(ExitCode.BAD_CALL);
    }
    assertThat(calls.run("init", "--schema", "README.md").err()).contains("is no Prisma schema");
  }

  @Test
  void whoIsOnTheClientIsShownTheSwitch() throws IOException {
    calls.write("prisma/schema.prisma", SCHEMA);
    calls.write("requirements.txt", "fastapi\nprisma==0.15.0\n");
    calls.write("app/__init__.py", "");
    assertThat(calls.run("init", "--dry-run").err())
        .endsWith(
            "next\n  lockstep generate\n  lockstep rewrite --project --diff\n"
                + "  lockstep doctor\n");
  }

  @Test
  void aSchemaThatIsNotValidIsSaidToBe() throws IOException {
    calls.write("prisma/schema.prisma", SCHEMA + "model Half {\n  id Int\n}\n");
    calls.write("requirements.txt", "prisma==0.15.0\n");
    calls.write("app/__init__.py", "");
    var answer = calls.run("init");
    assertThat(answer.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(answer.err())
        .contains("schema     not valid yet: ", "next\n  lockstep validate prisma/schema.prisma\n");
    assertThat(calls.read("lockstep.toml")).contains("source = \"prisma/schema.prisma\"");
  }

  @Test
  void modelsThatPeopleWroteAreComparedOrFollowed() throws IOException {
    calls.write("api/pyproject.toml", "[project]\ndependencies = [\"sqlalchemy>=2\"]\n");
    calls.write("api/src/shop/tables.py", "class A(Base):\n    __tablename__ = \"a\"\n");
    calls.write("api/tests/test_it.py", "class T(Base):\n    __tablename__ = \"t\"\n");
    var alone = calls.run("init", "--dry-run");
    assertThat(alone.out()).contains("source = \"python:api/shop.tables\"");
    assertThat(alone.err()).contains("1 table in python:api/shop.tables, written by hand");
    calls.write("prisma/schema.prisma", SCHEMA);
    assertThat(calls.run("init").err()).contains("lockstep validate prisma/schema.prisma");
    assertThat(calls.read("lockstep.toml"))
        .contains("compare = [\"python:api/shop.tables\"]")
        .contains("# [[target]]");
    var environment = new Environment(Map.of(), calls.folder(), calls.folder());
    assertThat(new ProjectReader(environment, Overrides.NONE).here())
        .isInstanceOf(ProjectReader.Read.Valid.class);
  }

  @Test
  void codeWithoutAnyListOfPackagesIsSeenByWhatItImports() throws IOException {
    calls.write("prisma/schema.prisma", SCHEMA);
    calls.write("app/tabs.py", "from prisma import Prisma\n");
    var answer = calls.run("init");
    assertThat(answer.err())
        .contains("python     app/tabs.py; no list of packages was found")
        .contains("models     none yet; to be generated in app/models")
        .contains("lockstep rewrite --project --diff");
  }

  @Test
  void whereThereIsNothingNothingIsBegun() {
    var answer = calls.run("init");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("PRJ005").contains("--schema");
    assertThat(folder.resolve("lockstep.toml")).doesNotExist();
  }

  @Test
  void theDoctorSaysWhatIsWrongWithoutServerOrInterpreter() throws IOException {
    calls.write("schema.prisma", SCHEMA);
    var answer = calls.run("doctor");
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(answer.out())
        .contains("ok     settings    none, so what is found is taken; `lockstep init`")
        .contains("ok     schema      schema.prisma: 1 model\n")
        .contains("-      python      ")
        .contains("wrong  database    APP_URL, which is not set\n")
        .contains("[DOC004]")
        .contains("-      hook        there is no `git` on the PATH\n")
        .endsWith("wrong: 1 part; `lockstep explain CODE` says more\n");
    assertThat(calls.run("doctor", "--no-database").code()).isEqualTo(ExitCode.CLEAN);
    assertThat(calls.run("doctor", "--quiet").out()).startsWith("wrong  database").hasLineCount(3);
  }

  @Test
  void brokenFilesOfVariablesAreSaidToBe() throws IOException {
    calls.write("schema.prisma", SCHEMA);
    calls.write(".env", "APP_URL \"postgresql://ann:secret@localhost/app\"\n");
    assertThat(calls.run("doctor").out())
        .contains(".env: `.env` speaks of `APP_URL`, and not as `APP_URL=…` with a value. [DOC004]")
        .doesNotContain("secret");
    calls.write(".env", "OTHER=1\n");
    calls.write(".env.development", "APP_URL=postgresql://ann:secret@localhost/app\n");
    assertThat(calls.run("doctor").out())
        .contains("`.env.development` sets `APP_URL`, and is not read: only `.env` and");
    calls.write(".env.local", "APP_URL=postgresql://ann:secret@127.0.0.1:1/app\n");
    assertThat(calls.run("doctor").out())
        .contains("postgresql://ann@127.0.0.1:1/app (APP_URL in .env.local)")
        .doesNotContain("secret");
    calls.write(".env", "APP_URL=postgresql://ann:sec:ret@local:host:x/app\n");
    var malformed = calls.run("doctor");
    assertThat(malformed.out())
        .contains("[PRJ008]")
        .contains("ok     schema")
        .doesNotContain("sec:ret");
  }

  @Test
  void aVariableThatIsSetToNothingHidesWhatTheFileSays() throws IOException {
    calls.write("schema.prisma", SCHEMA);
    calls.write(".env", "APP_URL=postgresql://ann:secret@localhost/app\n");
    assertThat(new Calls(folder.toRealPath(), Map.of("APP_URL", "")).run("doctor").out())
        .contains("wrong  database    APP_URL, which is empty\n")
        .contains("`APP_URL` is set to nothing in the environment, which hides what `.env` says")
        .contains("= Run `unset APP_URL`");
  }

  @Test
  void aProjectThatIsNotThereIsAWrongCall() throws IOException {
    calls.write("schema.prisma", SCHEMA);
    for (var it : List.of("nope", "schema.prisma")) {
      var answer = calls.run("doctor", it);
      assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
      assertThat(answer.err()).contains("`" + it + "`");
      assertThat(answer.out()).isEmpty();
    }
  }

  @Test
  void settingsAndSchemasThatAreWrongHideNothingElse() throws IOException {
    calls.write("schema.prisma", SCHEMA.replace("Int", "Itn"));
    assertThat(calls.run("doctor").out())
        .contains("wrong  schema")
        .contains("schema.prisma:7:6: ")
        .contains("wrong  database");
    calls.write("lockstep.toml", "sorce = \"schema.prisma\"\n");
    assertThat(calls.run("doctor").out())
        .contains("wrong  settings", "[PRJ002]")
        .contains("wrong  schema", "wrong  database");
  }

  @Test
  void theReportForProgramsSaysTheSame() throws IOException, MalformedJsonException {
    calls.write("schema.prisma", SCHEMA);
    var url = Map.of("APP_URL", "postgresql://ann:secret@127.0.0.1:1/app?schema=public");
    var answer = new Calls(folder.toRealPath(), url).run("doctor", "--format", "json");
    var report = JsonReader.read(answer.out());
    assertThat(report.isTrue("healthy")).isFalse();
    assertThat(report.items("parts"))
        .anySatisfy(
            it -> {
              assertThat(it.text("topic")).contains("database");
              assertThat(it.text("state")).contains("wrong");
              assertThat(it.items("diagnostics").getFirst().text("code")).contains("PG001");
            });
    assertThat(answer.out()).contains("APP_URL in the environment").doesNotContain("secret");
  }

  @Test
  void addressesAndCopiesAreSeenInTheCode() throws IOException {
    calls.write("schema.prisma", SCHEMA.replace("\"Int", "Int"));
    calls.write("api/requirements.txt", "sqlalchemy\nasyncpg\n");
    calls.write(
        "api/app/db.py",
        "import os\nfrom sqlalchemy.ext.asyncio import create_async_engine\n\n"
            + "engine = create_async_engine(os.environ[\"APP_URL\"])\n");
    calls.write("api/app/models/user.py", "class U(Base):\n    __tablename__ = \"User\"\n");
    calls.write("api/app/old/user.py", "class U(Base):\n    __tablename__ = \"User\"\n");
    var url = Map.of("APP_URL", "postgresql://ann@127.0.0.1:1/app?schema=public&sslmode=require");
    var text = new Calls(folder.toRealPath(), url).run("doctor").out();
    assertThat(text)
        .contains("api/app/db.py: The asynchronous engine is handed `postgresql://` as it is")
        .contains("The engine is handed `schema=`, `sslmode=` as it is, which asyncpg refuses.")
        .contains("Run `lockstep scaffold session --out api/app`")
        .contains("The table `User` has models in `api/app/models` and `api/app/old`. [DOC011]");
    calls.write(
        "api/app/urls.py",
        "URL = url.set(drivername=\"postgresql+asyncpg\", query={})\n# sqlalchemy\n");
    assertThat(new Calls(folder.toRealPath(), url).run("doctor").out()).doesNotContain("DOC005");
  }

  @Test
  void sessionsAreBegunWhereConvertedQueriesLookForThem() throws IOException {
    calls.write("schema.prisma", SCHEMA);
    var nowhere = calls.run("scaffold", "session");
    assertThat(nowhere.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(nowhere.err()).contains("--out app/core");
    assertThat(folder.resolve("database.py")).doesNotExist();
    calls.write(
        "lockstep.toml",
        "source = \"schema.prisma\"\n[[target]]\nto = \"sqlalchemy\"\n"
            + "out = \"api/app/models\"\npackage = \"app.models\"\n");
    assertThat(calls.run("scaffold", "session").out())
        .isEqualTo("created  api/app/core/database.py\n");
    var settings = calls.read("lockstep.toml");
    calls.write("lockstep.toml", "[[target]\n");
    assertThat(calls.run("scaffold", "session").err()).contains("PRJ001");
    calls.write("lockstep.toml", settings);
    var again = calls.run("scaffold", "session", "--sync");
    assertThat(again.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(again.err()).contains("PRJ015", "--force");
  }

  @Test
  void aPageForTheTeamIsBegunAndAPartOfItKeptCurrent() throws IOException {
    calls.write("schema.prisma", SCHEMA);
    calls.write("lockstep.toml", "source = \"schema.prisma\"\n");
    var begun = calls.run("scaffold", "docs", "--out", "docs");
    assertThat(begun.out()).isEqualTo("created    docs/DATABASE.md\nchanged    lockstep.toml\n");
    assertThat(calls.run("generate", "--check").code()).isEqualTo(ExitCode.CLEAN);
    assertThat(calls.run("doctor", "--no-database").out())
        .contains("ok     generated   docs/DATABASE.md\n");
    calls.write("docs/DATABASE.md", calls.read("docs/DATABASE.md").replace("# The", "# Our"));
    calls.write("schema.prisma", SCHEMA.replace("User", "Person"));
    assertThat(calls.run("generate", "--check").code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(calls.run("check", "--no-database").out()).contains("docs/DATABASE.md");
    assertThat(calls.run("generate").code()).isEqualTo(ExitCode.CLEAN);
    assertThat(calls.read("docs/DATABASE.md")).startsWith("# Our").contains("`Person`");
    calls.write("docs/DATABASE.md", "# Mine\n");
    assertThat(calls.run("scaffold", "docs", "--out", "docs").err())
        .contains("SNK003")
        .contains("<!-- lockstep:begin -->");
    assertThat(calls.read("docs/DATABASE.md")).isEqualTo("# Mine\n");
    assertThat(calls.run("scaffold", "docs", "--out", "docs", "--force").out())
        .isEqualTo("created    docs/DATABASE.md\n");
  }
}

package lockstep.acceptance.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.PythonEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole switch of file-cleanup: `after` is what becomes of `before`, byte for byte, and the
/// page for the team that its checklist asks for.
///
/// `-Dlockstep.golden=accept` writes `after` anew.
class SwitchTest {
  private static final Path AFTER = Checkout.root().resolve("samples/file-cleanup/after");

  /// What is made where a project is run.
  private static final String MADE = "(?:.*/)?(?:__pycache__|\\.venv)/.*";

  @TempDir private Path folder;

  @Test
  void afterIsWhatBecomesOfBefore() throws IOException {
    try (var project = SampleProject.copy("file-cleanup/before", folder)) {
      passes(project, "lockstep rewrite --project --write --remove-obsolete" + python());
      passes(project, "lockstep scaffold docs --out services/api");
      var made = files(project.folder());
      if ("accept".equals(System.getProperty("lockstep.golden"))) {
        accept(made);
      }
      assertThat(texts(made)).isEqualTo(texts(files(AFTER)));
      assertThat(Files.isExecutable(project.folder().resolve(".husky/pre-commit"))).isTrue();
      secondRunChangesNothing(project, made);
    }
  }

  private static void secondRunChangesNothing(SampleProject project, Map<String, byte[]> made)
      throws IOException {
    assertThat(passes(project, "lockstep rewrite --project --write --remove-obsolete" + python()))
        .contains("no call of Prisma's client in ", "no file around the code to change");
    passes(project, "lockstep rewrite --project --check" + python());
    passes(project, "lockstep generate --check");
    assertThat(texts(files(project.folder()))).isEqualTo(texts(made));
  }

  @Test
  void withoutWriteNothingChanges() throws IOException {
    try (var project = SampleProject.copy("file-cleanup/before", folder)) {
      var before = texts(files(project.folder()));
      assertThat(passes(project, "lockstep rewrite --project --diff" + python()))
          .contains("-prisma==0.15.0", "+sqlalchemy[asyncio]==2.0.25", "+    await startup()")
          .contains("+++ b/MIGRATION_SUMMARY.md");
      var check = project.run("lockstep rewrite --project --check" + python());
      assertThat(check.exit()).isEqualTo(1);
      assertThat(texts(files(project.folder()))).isEqualTo(before);
    }
  }

  @Test
  void whatIsObsoleteIsNamedAndStaysUntilSomebodySaysSo() throws IOException {
    try (var project = SampleProject.copy("file-cleanup/before", folder)) {
      var result = project.run("lockstep rewrite --project --write" + python());
      assertThat(result.exit()).as(result.errors()).isZero();
      assertThat(result.errors()).contains("[QRY011]", "services/api/app/core/db.py");
      assertThat(project.folder().resolve("services/api/scripts/generate_client.sh")).exists();
      assertThat(project.folder().resolve("services/api/scripts/partial_types.py"))
          .content()
          .contains("from prisma.models import User");
      var made = texts(files(project.folder()));
      assertThat(passes(project, "lockstep rewrite --project --write" + python()))
          .contains("no file around the code to change");
      assertThat(texts(files(project.folder()))).isEqualTo(made);
    }
  }

  @Test
  void whatStillNeedsTheClientKeepsIt() throws IOException {
    try (var project = SampleProject.copy("file-cleanup/before", folder)) {
      project.edit(
          "services/api/app/main.py",
          "    await db.query_raw(\"SELECT 1\")",
          "    await db.query_raw(f\"SELECT {1}\")");
      var result = project.run("lockstep rewrite --project --write" + python());
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.errors())
          .contains("[QRY001]", "[QRY012]", "`connect` stays: calls that stay need the client.");
      assertThat(project.folder().resolve("services/api/app/main.py"))
          .content()
          .contains("await db.connect()", "await db.disconnect()")
          .doesNotContain("startup()");
      assertThat(project.folder().resolve("MIGRATION_SUMMARY.md"))
          .content()
          .contains(
              "`query_raw` stays: its SQL is put together from an f-string.",
              "`disconnect` stays: calls that stay need the client.",
              "- the schema\n");
      assertThat(project.folder().resolve("services/api/requirements.txt"))
          .content()
          .contains("prisma==0.15.0\nsqlalchemy[asyncio]==2.0.25\n");
      assertThat(project.folder().resolve("packages/db/prisma/schema.prisma"))
          .content()
          .contains("prisma-client-py");
      assertThat(project.folder().resolve("services/api/render.yaml"))
          .content()
          .contains("prisma py fetch");
    }
  }

  @Test
  void codeOutsideOfThePathsKeepsTheClient() throws IOException {
    try (var project = SampleProject.copy("file-cleanup/before", folder)) {
      var result =
          project.run(
              "lockstep rewrite --project services/api/app/main.py --write --remove-obsolete"
                  + python());
      assertThat(result.exit()).as(result.errors()).isZero();
      assertThat(result.errors())
          .contains("[QRY012]", "Code outside of the paths", "`connect` stays: calls that stay");
      assertThat(texts(files(project.folder())))
          .containsKey("services/api/app/core/db.py")
          .hasEntrySatisfying(
              "services/api/requirements.txt",
              it -> assertThat(it).contains("prisma==0.15.0\nsqlalchemy[asyncio]==2.0.25\n"))
          .hasEntrySatisfying(
              "packages/db/prisma/schema.prisma", it -> assertThat(it).contains("client-py"))
          .hasEntrySatisfying(
              "MIGRATION_SUMMARY.md",
              it ->
                  assertThat(it)
                      .contains("- the schema\n", "Code outside of the paths")
                      .doesNotContain("without Node.js"));
      passes(project, "lockstep rewrite --project --write --remove-obsolete" + python());
      assertThat(project.folder().resolve("services/api/app/core/db.py")).doesNotExist();
      assertThat(project.folder().resolve("services/api/app/main.py"))
          .content()
          .contains("    await startup()\n");
      assertThat(project.folder().resolve("packages/db/prisma/schema.prisma"))
          .content()
          .doesNotContain("client-py");
    }
  }

  /// By a name in a function, by a text that `mock.patch` reads, from a file nobody understands.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "def late():\n    from app.core import (\n        config,\n        db,\n    )\n",
        "PATCHED = \"app.core.db.db\"\n",
        "from .core import db as database\n",
        "print 'two'\n"
      })
  void whatIsImportedStays(String code) throws IOException {
    try (var project = SampleProject.copy("file-cleanup/before", folder)) {
      Files.writeString(project.folder().resolve("services/api/app/extra.py"), code);
      var result = project.run("lockstep rewrite --project --write --remove-obsolete" + python());
      assertThat(project.folder().resolve("services/api/app/core/db.py"))
          .as(result.output() + result.errors())
          .exists();
    }
  }

  @Test
  void aModuleThatOnlyHasTheSameNameKeepsNothing() throws IOException {
    try (var project = SampleProject.copy("file-cleanup/before", folder)) {
      Files.writeString(
          project.folder().resolve("services/api/app/extra.py"),
          "from app.settings import db\nfrom tools.db import open\n");
      passes(project, "lockstep rewrite --project --write --remove-obsolete" + python());
      assertThat(project.folder().resolve("services/api/app/core/db.py")).doesNotExist();
    }
  }

  @Test
  void whatOnlyCarriesTheClientGoesWithIt() throws IOException {
    try (var project = SampleProject.copy("file-cleanup/before", folder)) {
      injected(project, "");
      passes(project, "lockstep rewrite --project --write --remove-obsolete" + python());
      var app = project.folder().resolve("services/api/app");
      assertThat(app.resolve("core/db.py")).doesNotExist();
      assertThat(app.resolve("deps.py")).doesNotExist();
      assertThat(app.resolve("users.py"))
          .content()
          .contains(
              "    return await UserCount().users()\n", "class UserCount:\n    async def users")
          .doesNotContain("Prisma", "Depends", "db");
      assertThat(project.folder().resolve("services/api/requirements.txt"))
          .content()
          .doesNotContain("prisma");
      passes(project, "lockstep rewrite --project --check" + python());
    }
  }

  @Test
  void whatIsDoneWithTheClientElsewhereIsNamed() throws IOException {
    try (var project = SampleProject.copy("file-cleanup/before", folder)) {
      injected(project, "    notify(db)\n");
      var result = project.run("lockstep rewrite --project --write --remove-obsolete" + python());
      assertThat(result.exit()).as(result.errors()).isZero();
      assertThat(result.errors())
          .contains("`db` holds the client, and is used here.", "users.py:19:12", "[QRY012]");
      assertThat(project.folder().resolve("services/api/app/deps.py"))
          .content()
          .contains("def get_db() -> Prisma:");
      assertThat(project.folder().resolve("services/api/requirements.txt"))
          .content()
          .contains("prisma==");
    }
  }

  /// A service that FastAPI gives the client.
  ///
  /// @param more what its route does with it, too
  private static void injected(SampleProject project, String more) throws IOException {
    var app = project.folder().resolve("services/api/app");
    Files.writeString(
        app.resolve("deps.py"),
        """
        from prisma import Prisma

        from app.core.db import db


        async def get_db() -> Prisma:
            return db
        """);
    Files.writeString(
        app.resolve("users.py"),
        """
        from fastapi import APIRouter, Depends
        from prisma import Prisma

        from app.deps import get_db

        router = APIRouter()


        class UserCount:
            def __init__(self, db: Prisma):
                self.db = db

            async def users(self):
                return await self.db.user.count()


        @router.get("/count")
        async def count(db: Prisma = Depends(get_db)):
        MORE    return await UserCount(db).users()
        """
            .replace("MORE", more));
  }

  private static void accept(Map<String, byte[]> made) throws IOException {
    for (var old : files(AFTER).keySet()) {
      Files.delete(AFTER.resolve(old));
    }
    for (var it : made.entrySet()) {
      var file = AFTER.resolve(it.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, it.getValue());
    }
    assertThat(AFTER.resolve(".husky/pre-commit").toFile().setExecutable(true)).isTrue();
  }

  /// The Python that the service runs on; nothing of it is imported.
  private static String python() {
    return " --python '%s'".formatted(PythonEnvironment.oldest().program("python"));
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    var all = new TreeMap<String, byte[]>();
    try (var files = Files.walk(folder)) {
      for (var it : files.filter(Files::isRegularFile).toList()) {
        var name = folder.relativize(it).toString();
        if (!name.matches(MADE)) {
          all.put(name, Files.readAllBytes(it));
        }
      }
    }
    return all;
  }

  private static Map<String, String> texts(Map<String, byte[]> files) {
    var texts = new TreeMap<String, String>();
    files.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  private static String passes(SampleProject project, String line) {
    var result = project.run(line);
    assertThat(result.exit()).as("%s%n%s%n%s", line, result.output(), result.errors()).isZero();
    return result.output();
  }
}

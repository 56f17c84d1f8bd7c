package lockstep.engine.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.emit.sqlalchemy.Choices;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Mixin;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;
import lockstep.engine.postgres.ShadowSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectReaderTest {
  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void resolveLinks() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void settingsAreReadAsWritten() throws IOException {
    write("db/schema.prisma", "");
    write(
        "lockstep.toml",
        """
        source = "db/schema.prisma"
        compare = ["sql:dump.sql", "python:legacy.models"]

        [database]
        url = "env:DB"

        [shadow]
        major = 16

        [python]
        interpreter = "uv run python"
        requirements = "api/requirements.txt"
        timeout-seconds = 5

        [[target]]
        to = "sqlalchemy"
        out = "api/app/models"
        package = "app.models"
        names = "field"
        sqlalchemy = "2.1"
        mixins = { User = "app.mixins.UserMixin", Post = ".post_mixin.PostMixin" }

        [[target]]
        to = "sqlalchemy"
        out = "tools/tables"
        layout = "single"
        """);
    var project = valid(Map.of("DB", "postgresql://ann:secret@db.example/app"), Overrides.NONE);
    assertThat(project.source()).isEqualTo(schema("db/schema.prisma"));
    assertThat(project.compared())
        .containsExactly(
            new SourceSpec.Sql(folder.resolve("dump.sql"), "sql:dump.sql"),
            new SourceSpec.Python(List.of("legacy.models"), folder, "python:legacy.models"));
    assertThat(project.database().orElseThrow().database()).isEqualTo("app");
    assertThat(project.tools().shadow())
        .isInstanceOfSatisfying(
            ShadowSettings.Embedded.class, it -> assertThat(it.settings().major()).isEqualTo(16));
    assertThat(project.tools().python().interpreter()).contains("uv run python");
    assertThat(project.tools().python().requirements())
        .contains(folder.resolve("api/requirements.txt"));
    assertThat(project.tools().python().timeout()).hasSeconds(5);
    assertThat(project.targets())
        .containsExactly(
            new Target.SqlAlchemy(
                folder.resolve("api/app/models"),
                "app.models",
                folder.resolve("api"),
                new Choices(
                    Layout.FILE_PER_MODEL,
                    NameStyle.FIELD,
                    Version.V2_1,
                    List.of(
                        new Mixin("User", "app.mixins", "UserMixin"),
                        new Mixin("Post", ".post_mixin", "PostMixin")))),
            new Target.SqlAlchemy(
                folder.resolve("tools/tables"),
                "tables",
                folder.resolve("tools"),
                new Choices(Layout.SINGLE_FILE, NameStyle.SNAKE_CASE, Version.V2_0, List.of())));
    assertThat(project.toString()).doesNotContain("secret");
  }

  @Test
  void anAlembicHistoryIsFoundOrNamed() throws IOException {
    write("schema.prisma", "");
    write("backend/alembic.ini", "[alembic]\nscript_location = alembic\n");
    assertThat(valid(Map.of(), Overrides.NONE).alembic()).isEmpty();
    write("backend/alembic/env.py", "");
    var found = valid(Map.of(), Overrides.NONE).alembic().orElseThrow();
    assertThat(found.settings()).isEqualTo(folder.resolve("backend/alembic.ini"));
    write("api/alembic.ini", "[alembic]\nscript_location = ../backend/alembic\n");
    var several = valid(Map.of(), Overrides.NONE);
    assertThat(several.alembic()).isEmpty();
    assertThat(several.notes())
        .containsExactly(
            "there are several Alembic histories, backend/alembic.ini, api/alembic.ini: name one"
                + " as `alembic` under [migrations]");
    write("lockstep.toml", "source = \"schema.prisma\"\n[migrations]\nalembic = \"backend\"\n");
    assertThat(valid(Map.of(), Overrides.NONE).alembic()).contains(found);
    write("lockstep.toml", "source = \"schema.prisma\"\n[migrations]\nalembic = \"web\"\n");
    assertThat(errors(Overrides.NONE))
        .contains("Nothing at `web` says where an Alembic history is.");
  }

  @Test
  void modulesAreNamedAsPythonNamesThem() throws IOException {
    write("schema.prisma", "");
    write(
        "lockstep.toml",
        "source = \"schema.prisma\"\ncompare = [\"python:größe.models:Base,app\"]\n");
    assertThat(valid(Map.of(), Overrides.NONE).compared())
        .containsExactly(
            new SourceSpec.Python(
                List.of("größe.models:Base", "app"), folder, "python:größe.models:Base,app"));
    for (var wrong : List.of("app..models", "app.", "1app", "app:", "app,")) {
      write("lockstep.toml", "source = \"schema.prisma\"\ncompare = [\"python:" + wrong + "\"]\n");
      assertThat(errors(Overrides.NONE)).as(wrong).contains("does not name a Python module");
    }
  }

  @Test
  void twoTargetsCannotShareAFolder() throws IOException {
    write("schema.prisma", "");
    write(
        "lockstep.toml",
        """
        source = "schema.prisma"

        [[target]]
        to = "sqlalchemy"
        out = "app/models"

        [[target]]
        to = "sqlalchemy"
        out = "app/../app/models"
        """);
    assertThat(errors(Overrides.NONE))
        .isEqualTo(
            """
            error[PRJ003]: Another target is generated into this folder already.
              --> lockstep.toml:9:1
               |
             9 | out = "app/../app/models"
               | ^^^
               = Give each target a folder of its own.
            """);
  }

  @Test
  void unknownKeysAreErrorsAtTheirPlaceWithTheClosestName() throws IOException {
    write("schema.prisma", "");
    write(
        "lockstep.toml",
        """
        source = "schema.prisma"

        [databse]
        url = "x"

        [[target]]
        to = "sqlalchemy"
        out = "models"
        pakage = "models"
        """);
    assertThat(errors(Overrides.NONE))
        .isEqualTo(
            """
            error[PRJ002]: There is no key `databse` here.
              --> lockstep.toml:3:2
               |
             3 | [databse]
               |  ^^^^^^^
               = Did you mean `database`?
            error[PRJ002]: There is no key `pakage` here.
              --> lockstep.toml:9:1
               |
             9 | pakage = "models"
               | ^^^^^^
               = Did you mean `package`?
            """);
  }

  @Test
  void valuesOfTheWrongKindAreErrors() throws IOException {
    write(
        "lockstep.toml",
        """
        source = 5
        compare = [1]
        target = "models"
        [shadow]
        major = 9
        """);
    assertThat(errors(Overrides.NONE))
        .contains("`source` is a text in quotes.")
        .contains("`compare` is a list of texts in quotes.")
        .contains("`target` is a list of tables, each begun by `[[target]]`.")
        .contains("`major` is a number from 13 to 18, not 9.");
  }

  @Test
  void wrongValuesNameTheClosestOne() throws IOException {
    write(
        "lockstep.toml",
        """
        source = "schema.prisma"
        [[target]]
        to = "sqlalchmy"
        out = "a/models"
        package = "b.models"
        layout = "file"
        """);
    assertThat(errors(Overrides.NONE))
        .contains("`to` is `sqlalchemy` or `docs`, not `sqlalchmy`.")
        .contains("`layout` is `files` or `single`, not `file`.\n")
        .contains("Did you mean `files`?")
        .contains("The package `b.models` cannot be in the folder `models`.");
  }

  @Test
  void textThatIsNotTomlIsAnErrorAtItsPlace() throws IOException {
    write("lockstep.toml", "source = \"a\nx = 1\n");
    assertThat(errors(Overrides.NONE))
        .contains("error[PRJ001]: This is not TOML")
        .contains("lockstep.toml:1:");
  }

  @Test
  void ofTextThatIsNotTomlOnlyTheFirstMistakeIsSaid() throws IOException {
    write("lockstep.toml", "model A {\n  id Int @id\n}\n");
    assertThat(errors(Overrides.NONE).split("PRJ001")).hasSize(2);
  }

  @Test
  void aSourceThatIsNotThereIsAnErrorWhereItIsNamed() throws IOException {
    write("lockstep.toml", "compare = []\nsource = \"s.prisma\"\n");
    assertThat(errors(Overrides.NONE))
        .contains("There is no file or folder `s.prisma`.\n  --> lockstep.toml:2:");
  }

  @Test
  void sourceIsRequired() throws IOException {
    write("lockstep.toml", "");
    assertThat(errors(Overrides.NONE)).contains("`source` is missing");
  }

  @Test
  void aKeyThatATargetLacksIsMissedWhereTheTargetBegins() throws IOException {
    write("lockstep.toml", "source = \"s.prisma\"\n\n# models\n[[target]]\nto = \"sqlalchemy\"\n");
    assertThat(errors(Overrides.NONE))
        .contains("A target needs the key `out`.\n  --> lockstep.toml:4:");
  }

  @Test
  void emptyValuesAreErrorsAtTheirKeys() throws IOException {
    write("s.prisma", "");
    write(
        "lockstep.toml",
        """
        source = ""
        compare = ["sql:"]

        [database]
        url = "env:"

        [python]
        requirements = ""

        [[target]]
        to = "sqlalchemy"
        out = ""
        """);
    assertThat(errors(Overrides.NONE))
        .contains("error[PRJ003]: The path is empty.\n  --> lockstep.toml:1:1")
        .contains("error[PRJ003]: The path is empty.\n  --> lockstep.toml:2:1")
        .contains("error[PRJ008]: `env:` takes the name of a variable")
        .contains("  --> lockstep.toml:5:1")
        .contains("error[PRJ003]: The path is empty.\n  --> lockstep.toml:8:1")
        .contains("error[PRJ003]: The path is empty.\n  --> lockstep.toml:12:1");
  }

  @Test
  void aVariableThatIsNotSetLeavesTheDatabaseOutAndSaysSo() throws IOException {
    write("s.prisma", "");
    write("lockstep.toml", "source = \"s.prisma\"\n[database]\nurl = \"env:DB\"\n");
    var project = valid(Map.of(), Overrides.NONE);
    assertThat(project.database()).isEmpty();
    assertThat(project.notes()).containsExactly("no database compared: DB is not set");
  }

  @Test
  void dotEnvGivesVariablesThatTheEnvironmentDoesNot() throws IOException {
    write("s.prisma", "");
    write("lockstep.toml", "source = \"s.prisma\"\n[database]\nurl = \"env:DB\"\n");
    write(".env", "# local\nexport DB=\"postgresql://localhost/from_file\" # mine\n");
    assertThat(valid(Map.of(), Overrides.NONE).database().orElseThrow().database())
        .isEqualTo("from_file");
    var set = Map.of("DB", "postgresql://localhost/from_process");
    assertThat(valid(set, Overrides.NONE).database().orElseThrow().database())
        .isEqualTo("from_process");
  }

  @Test
  void theCallOverridesTheSettings() throws IOException {
    write("s.prisma", "");
    write("lockstep.toml", "source = \"s.prisma\"\n[database]\nurl = \"env:DB\"\n");
    var overrides =
        new Overrides(
            new Overrides.DatabaseChoice.Named("postgresql://h/named"),
            Optional.of("postgresql://h/shadow"),
            Optional.of("python3.12"));
    var project = valid(Map.of(), overrides);
    assertThat(project.database().orElseThrow().database()).isEqualTo("named");
    assertThat(project.tools().shadow()).isInstanceOf(ShadowSettings.Server.class);
    assertThat(project.tools().python().option()).contains("python3.12");
  }

  @Test
  void withoutSettingsPrismasOwnAreFollowed() throws IOException {
    write(
        "prisma.config.ts",
        """
        import "dotenv/config";
        import path from "node:path";
        import { defineConfig, env } from "prisma/config";

        // The schema is split into files.
        export default defineConfig({
          schema: path.join("db", "models"),
          migrations: { path: "db/migrations", seed: `tsx ${'$'}{x}` },
          datasource: { url: env("DB"), shadowDatabaseUrl: process.env.SHADOW ?? "none" },
        });
        """);
    write("db/models/user.prisma", "model User { id Int @id }\n");
    write(".env", "DB=postgresql://localhost/app\n");
    var project = valid(Map.of(), Overrides.NONE);
    assertThat(project.source()).isEqualTo(schema("db/models"));
    assertThat(project.database().orElseThrow().database()).isEqualTo("app");
    assertThat(project.migrations()).isEqualTo(folder.resolve("db/migrations"));
  }

  @Test
  void migrationsAreBesideTheSchemaUnlessSettingsSayOtherwise() throws IOException {
    write("prisma/schema.prisma", "");
    assertThat(valid(Map.of(), Overrides.NONE).migrations())
        .isEqualTo(folder.resolve("prisma/migrations"));
    write("prisma/schema/a.prisma", "");
    write("lockstep.toml", "source = \"prisma/schema\"\n");
    assertThat(valid(Map.of(), Overrides.NONE).migrations())
        .isEqualTo(folder.resolve("prisma/migrations"));
    write("prisma/schema/migrations/migration_lock.toml", "");
    assertThat(valid(Map.of(), Overrides.NONE).migrations())
        .isEqualTo(folder.resolve("prisma/schema/migrations"));
    write("lockstep.toml", "source = \"prisma/schema\"\n[migrations]\ndir = \"db/history\"\n");
    assertThat(valid(Map.of(), Overrides.NONE).migrations())
        .isEqualTo(folder.resolve("db/history"));
  }

  @Test
  void withoutSettingsPackageJsonAndUsualFoldersAreLookedThrough() throws IOException {
    write("packages/db/prisma/schema.prisma", "datasource db {\n  url = env(\"DB\")\n}\n");
    assertThat(valid(Map.of("DB", "postgresql://h/monorepo"), Overrides.NONE))
        .satisfies(
            it -> {
              assertThat(it.source().label()).isEqualTo("packages/db/prisma/schema.prisma");
              assertThat(it.database().orElseThrow().database()).isEqualTo("monorepo");
            });
    write("prisma/schema.prisma", "");
    assertThat(valid(Map.of(), Overrides.NONE).source().label()).isEqualTo("prisma/schema.prisma");
    write("package.json", "{\"prisma\": {\"schema\": \"other/main.prisma\"}}");
    assertThat(valid(Map.of(), Overrides.NONE).source().label()).isEqualTo("other/main.prisma");
  }

  @Test
  void severalSchemasMustBeChosenFrom() throws IOException {
    write("apps/one/prisma/schema.prisma", "");
    write("apps/two/schema.prisma", "");
    assertThat(errors(Overrides.NONE))
        .contains("PRJ006")
        .contains("apps/one/prisma/schema.prisma, apps/two/schema.prisma");
  }

  @Test
  void anEmptyFolderIsSaidToBeOne() {
    assertThat(errors(Overrides.NONE)).contains("PRJ005").contains("no Prisma schema");
  }

  @Test
  void aPageIsATargetBySettingsOrByItsMarks() throws IOException {
    write("prisma/schema.prisma", "");
    write("api/DATABASE.md", "<!-- lockstep:begin -->\n<!-- lockstep:end -->\n");
    write("web/DATABASE.md", "# Mine\n");
    var page =
        new Target.Docs(
            folder.resolve("api"),
            folder,
            Optional.empty(),
            folder.resolve("prisma/migrations"),
            Optional.empty());
    assertThat(valid(Map.of(), Overrides.NONE).targets()).containsExactly(page);
    write(
        "lockstep.toml",
        """
        source = "prisma/schema.prisma"

        [[target]]
        to = "docs"
        out = "api"
        """);
    assertThat(valid(Map.of(), Overrides.NONE).targets()).containsExactly(page);
    write(
        "lockstep.toml",
        """
        source = "prisma/schema.prisma"

        [[target]]
        to = "docs"
        out = "api"
        package = "app"
        """);
    assertThat(errors(Overrides.NONE)).contains("`package` is said of models");
  }

  @Test
  void packagesThatWereGeneratedBeforeAreFound() throws IOException {
    write("schema.prisma", "");
    write("api/app/__init__.py", "");
    write("api/app/models/__init__.py", "# Generated by Lockstep from schema.prisma.\n");
    write("node_modules/x/__init__.py", "# Generated by Lockstep from schema.prisma.\n");
    write("other/__init__.py", "import os\n");
    assertThat(valid(Map.of(), Overrides.NONE).targets())
        .containsExactly(
            new Target.SqlAlchemy(
                folder.resolve("api/app/models"),
                "app.models",
                folder.resolve("api"),
                Choices.USUAL));
  }

  @Test
  void settingsOfTheNearestFolderAboveCount() throws IOException {
    write("s.prisma", "");
    write("lockstep.toml", "source = \"s.prisma\"\n");
    Files.createDirectories(folder.resolve("a/b"));
    var inside = new Environment(Map.of(), folder.resolve("a/b"), folder);
    assertThat(new ProjectReader(inside, Overrides.NONE).here())
        .isInstanceOfSatisfying(
            ProjectReader.Read.Valid.class,
            it -> assertThat(it.project().folder()).isEqualTo(folder));
  }

  @Test
  void settingsThatCannotBeReadAreNotPassedOver() throws IOException {
    write("schema.prisma", "");
    var settings = folder.resolve("lockstep.toml");
    Files.createSymbolicLink(settings, Path.of("nowhere.toml"));
    assertThat(errors(Overrides.NONE))
        .contains("error[PRJ011]: The settings are a link that leads nowhere.")
        .contains("--> lockstep.toml");
    Files.createDirectories(folder.resolve("a"));
    var inside =
        new ProjectReader(new Environment(Map.of(), folder.resolve("a"), folder), Overrides.NONE);
    assertThat(inside.here()).isInstanceOf(ProjectReader.Read.Invalid.class);
    assertThat(inside.sources(List.of("sql:a.sql"))).isInstanceOf(NamedSources.Invalid.class);
    Files.delete(settings);
    Files.createDirectory(settings);
    assertThat(errors(Overrides.NONE)).contains("PRJ011").contains("are a folder, not a file");
    assertThat(inside.here()).isInstanceOf(ProjectReader.Read.Invalid.class);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Project valid(Map<String, String> variables, Overrides overrides) {
    return switch (read(variables, overrides)) {
      case ProjectReader.Read.Valid(var project) -> project;
      case ProjectReader.Read.Invalid(var diagnostics) ->
          throw new AssertionError(diagnostics.toString());
    };
  }

  private String errors(Overrides overrides) {
    return switch (read(Map.of(), overrides)) {
      case ProjectReader.Read.Valid(var project) -> throw new AssertionError(project.toString());
      case ProjectReader.Read.Invalid(var diagnostics) ->
          String.join("", diagnostics.stream().map(PlainRenderer::render).toList());
    };
  }

  private ProjectReader.Read read(Map<String, String> variables, Overrides overrides) {
    return new ProjectReader(new Environment(variables, folder, folder), overrides)
        .at(Path.of("."));
  }

  private SourceSpec.Prisma schema(String path) {
    var file = folder.resolve(path);
    return new SourceSpec.Prisma(file, path, SqlBeside.of(file).within(folder));
  }

  @Test
  void sqlFilesAreFoundBesideTheSchemaAndWhereTheSettingsSay() throws IOException {
    write("lockstep.toml", "source = \"db/prisma/schema.prisma\"\n");
    write("db/prisma/schema.prisma", "model User { id Int @id }\n");
    write("schema/a.sql", "");
    write("schema/below/b.sql", "");
    write("db/schema/c.sql", "");
    write("db/prisma/schema/d.sql", "");
    write("db/prisma/migrations/1/migration.sql", "");
    assertThat(sql(folder.resolve("db/prisma/schema.prisma")))
        .containsExactlyInAnyOrder("schema/a.sql", "db/schema/c.sql", "db/prisma/schema/d.sql");
    assertThat(sql(folder.resolve("db/prisma")))
        .containsExactlyInAnyOrder("db/schema/c.sql", "db/prisma/schema/d.sql");
    write("lockstep.toml", "source = \"db/prisma/schema.prisma\"\nsql = [\"schema/**/*.sql\"]\n");
    assertThat(sql(folder.resolve("db/prisma/schema.prisma")))
        .containsExactly("schema/below/b.sql");
    write("lockstep.toml", "source = \"db/prisma/schema.prisma\"\nsql = []\n");
    assertThat(sql(folder.resolve("db/prisma/schema.prisma"))).isEmpty();
  }

  private List<String> sql(Path schema) throws IOException {
    var reader = new ProjectReader(new Environment(Map.of(), folder, folder), Overrides.NONE);
    var diagnostics = new ArrayList<Diagnostic>();
    var found = reader.schema(schema, "schema", diagnostics).sql().find();
    assertThat(diagnostics).isEmpty();
    return found.stream().map(it -> folder.relativize(it).toString()).toList();
  }
}

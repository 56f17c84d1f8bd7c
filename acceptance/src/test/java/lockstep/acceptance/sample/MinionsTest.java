package lockstep.acceptance.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import lockstep.engine.postgres.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A team that has its database as SQL: looked at, pulled, models generated and compared, its rows
/// brought in and read through the models.
class MinionsTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String SCRIPT =
      Checkout.acceptance("python").resolve("minions_rows.py").toString();

  @TempDir private Path folder;
  private SampleProject project;

  @BeforeEach
  void copy() throws IOException {
    project = SampleProject.copy("minions", folder);
  }

  @AfterEach
  void drop() {
    project.close();
  }

  @Test
  void theDatabaseIsWrittenAsASchemaAndAsModels() throws IOException {
    assertThat(run("lockstep show env:DATABASE_URL spirits_registry"))
        .contains("table public.spirits_registry\n")
        .contains("category", "spirits_registry_free_check", "spirits_registry_search_idx");
    run("lockstep pull --schema prisma/schema.prisma");
    run("lockstep validate prisma/schema.prisma");
    run("lockstep pull --schema prisma/schema.prisma --check");
    assertThat(Files.readString(project.folder().resolve("prisma/schema.prisma")))
        .contains("model spirits_registry {", "enum spirit_category {");
    run("lockstep generate --from prisma/schema.prisma --out pulled/models");
    PythonEnvironment.oldest()
        .run(project.folder().resolve("pulled"), LIMIT, "python", List.of("-c", "import models"))
        .orThrow("models of the pulled schema");
    var models = project.folder().resolve("app/models");
    var committed = files(models);
    for (var file : committed.keySet()) {
      Files.delete(models.resolve(file));
    }
    run("lockstep generate");
    assertThat(files(models)).isEqualTo(committed);
    run("lockstep diff db/schema.sql env:DATABASE_URL");
    run("lockstep check");
  }

  @Test
  void theRowsComeInOnceAndAreReadThroughTheModels() throws IOException, MalformedJsonException {
    assertThat(run("lockstep seed --dry-run")).endsWith(": 100 rows to change\n");
    assertThat(versions()).isEmpty();
    assertThat(run("lockstep seed"))
        .contains("18 new", "71 new", "7 new", "4 new")
        .endsWith(": 100 rows changed\n");
    for (var python : List.of(PythonEnvironment.oldest(), PythonEnvironment.newest())) {
      holds(read(python));
    }
    var versions = versions();
    assertThat(versions).hasSize(100);
    assertThat(run("lockstep seed")).endsWith(": 0 rows changed\n");
    assertThat(versions()).isEqualTo(versions);
    assertThat(run("lockstep seed --quiet")).isEmpty();
    run("lockstep check");
  }

  @Test
  void onlyWhatAFileChangedIsWritten() throws IOException {
    run("lockstep seed");
    var versions = versions();
    var byHand =
        """
        INSERT INTO spirit_bundles (name, description, spirits, list_price_usd, price_usd)
        VALUES ('By hand', 'Of another hand.', '{Writer,Analyst}', 12, 10)
        """;
    assertThat(project.database().run(byHand)).isEmpty();
    project.edit(
        "db/seed/tools_registry.csv", "Says the same in another tone", "Says it in another tone");
    assertThat(run("lockstep seed"))
        .contains("71 rows: 1 updated, 70 as they were")
        .contains("7 rows: 7 as they were; 1 of others left alone")
        .endsWith(": 1 row changed\n");
    var after = versions();
    assertThat(after).hasSize(101);
    assertThat(after.stream().filter(it -> !versions.contains(it)))
        .hasSize(2)
        .anyMatch(it -> it.startsWith("rewrite_text "))
        .anyMatch(it -> it.startsWith("By hand "));
  }

  /// A mistake in a copy of the data.
  private record Mistake(String file, String from, String to, String code, String place) {}

  @Test
  void eachMistakeIsLoudAndNothingIsWritten() throws IOException {
    for (var it :
        List.of(
            new Mistake(
                "spirits_registry.json", "}\n]", "},\n]", "SED002", "spirits_registry.json:146:1"),
            new Mistake(
                "spirits_registry.json",
                "\"icon\": \"🎨\"",
                "\"ikon\": 1",
                "SED004",
                "spirits_registry.json:11:25"),
            new Mistake(
                "tools_registry.csv",
                "Writer,draft_text",
                "Wrter,draft_text",
                "SED009",
                "tools_registry.csv:2:1"),
            new Mistake(
                "tools_registry.csv",
                "Draft a text,generate,1",
                "Draft,generate,one",
                "SED007",
                "tools_registry.csv:2:34"),
            new Mistake(
                "tools_registry.csv",
                "Draft a text,generate,1",
                "Draft,generate,11",
                "SED011",
                "tools_registry.csv:2:1"),
            new Mistake(
                "tools_registry.csv",
                "rewrite_text",
                "draft_text",
                "SED006",
                "tools_registry.csv:3:1"),
            new Mistake(
                "tools_registry.csv",
                "Writer,draft_text,Draft a text,generate,1,30,Writes a first version from an outline or a few notes.\n",
                "",
                "SED013",
                "lockstep.toml:17:1"),
            new Mistake(
                "spirit_bundles.json",
                "165.00",
                "150.00",
                "SED014",
                "checks/bundle-prices.sql:2:1"),
            new Mistake(
                "spirit_bundles.json",
                "[\"Analyst\", ",
                "[\"Analist\", ",
                "SED011",
                "spirit_bundles.json:8:3"),
            new Mistake(
                "spirits_registry.json",
                "\"Healer\": 10 }, \"conflicts\": []\n  }\n]",
                "\"Heiler\": 10 }, \"conflicts\": []\n  }\n]",
                "SED014",
                "checks/named-spirits.sql:2:1"),
            new Mistake(
                "subscription_plans.json",
                "\"premium\"]",
                "\"platinum\"]",
                "SED007",
                "subscription_plans.json:27:23"))) {
      var file = "db/seed/" + it.file();
      project.edit(file, it.from(), it.to());
      var result = project.run("lockstep seed");
      assertThat(result.exit()).as("%s%n%s", it, result.errors()).isEqualTo(1);
      assertThat(result.errors()).contains("[" + it.code() + "]", it.place(), "nothing written");
      assertThat(versions()).as(it.code()).isEmpty();
      Files.copy(
          Checkout.root().resolve("samples/minions").resolve(file),
          project.folder().resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void holds(Json report) {
    assertThat(report.get("counts").orElseThrow().members())
        .hasSize(12)
        .containsEntry("spirits_registry", number(18))
        .containsEntry("tools_registry", number(71))
        .containsEntry("spirit_bundles", number(7))
        .containsEntry("subscription_plans", number(4))
        .containsEntry("user_points", number(0));
    assertThat(report.get("categories").orElseThrow().members())
        .hasSize(6)
        .containsValue(number(3));
    assertThat(report.get("tools").orElseThrow().members())
        .hasSize(18)
        .containsEntry("Writer", number(4))
        .containsEntry("Scheduler", number(3));
    assertThat(report.text("spirit of draft_text")).contains("Writer");
    assertThat(texts(report, "verifiers")).containsExactly("Checker", "Translator", "Writer");
    assertThat(texts(report, "strict")).containsExactly("Checker", "Reviewer");
    assertThat(report.get("traits of Writer").orElseThrow().text("focus")).contains("prose");
    assertThat(texts(report, "experts and above"))
        .containsExactly("DevOps", "Security", "Strategist");
    assertThat(report.get("savings").orElseThrow().members())
        .hasSize(7)
        .containsEntry("Full Pantheon", number(44))
        .containsEntry("Content Studio", number(28));
    assertThat(texts(report, "bundles with Reviewer"))
        .containsExactly("Developer Workshop", "Full Pantheon", "Quality Guild");
    assertThat(report.items("plans")).hasSize(4);
    assertThat(report.items("plans").getLast().items())
        .contains(new Json.OfText("99.00"), new Json.OfNull());
    assertThat(texts(report, "found")).containsExactly("Database");
  }

  private static Json number(int value) {
    return new Json.OfNumber(String.valueOf(value));
  }

  private static List<String> texts(Json report, String name) {
    return report.items(name).stream().map(it -> it.text().orElseThrow()).toList();
  }

  private Json read(PythonEnvironment python) throws MalformedJsonException {
    var url = project.database().sqlAlchemyUrl("psycopg");
    var words = List.of(SCRIPT, project.folder().toString(), url);
    var result = python.run(project.folder(), LIMIT, "python", words);
    return JsonReader.read(result.orThrow(python.name()).output());
  }

  /// Each row that data files know, where it lies, which transaction wrote it and when.
  private List<String> versions() {
    try (var session = Session.open(project.database().url())) {
      return Stream.of("spirits_registry", "tools_registry", "spirit_bundles", "subscription_plans")
          .map("SELECT concat_ws(' ', name, ctid, xmin, updated_at) FROM "::concat)
          .flatMap(it -> session.query(it, row -> row.text(1)).stream())
          .toList();
    }
  }

  /// By name, the text of each file of a folder.
  private static Map<String, String> files(Path folder) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(it -> it.toString().endsWith(".py")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private String run(String line) {
    var result = project.run(line);
    assertThat(result.exit()).as("%s%n%s%s", line, result.output(), result.errors()).isZero();
    return result.output();
  }
}

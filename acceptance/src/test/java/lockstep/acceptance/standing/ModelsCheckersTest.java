package lockstep.acceptance.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import org.junit.jupiter.api.Test;

/// What Python's checkers say about generated models: each runs once, over all packages.
class ModelsCheckersTest {
  private static final Duration LIMIT = Duration.ofMinutes(20);

  /// The checkers read thousands of files for the largest schema; `-Dlockstep.slow=true` has it
  /// too.
  private static final int MOST_FILES = 1_000;

  @Test
  void mypyStrict() {
    var options =
        List.of(
            "--strict", "--no-error-summary", "--hide-error-context", "--cache-dir", cache("mypy"));
    stand("models-mypy", lines("mypy", with(options)));
  }

  @Test
  void pyrightStrict() throws MalformedJsonException {
    write(
        "pyrightconfig.json",
        "{\"typeCheckingMode\": \"strict\", \"reportMissingModuleSource\": false}");
    var python = PythonEnvironment.newest().program("python").toString();
    var answer = run("pyright", with(List.of("--outputjson", "--pythonpath", python)));
    var found = new TreeMap<String, List<String>>();
    for (var it : JsonReader.read(answer).get("generalDiagnostics").orElseThrow().items()) {
      var file = Path.of(it.text("file").orElseThrow());
      var message = it.text("message").orElseThrow();
      add(found, GeneratedModels.FOLDER.relativize(file), message);
    }
    stand("models-pyright", found);
  }

  @Test
  void ruffFormat() {
    stand("models-ruff-format", lines("ruff", with(List.of("format", "--check", "--isolated"))));
  }

  @Test
  void ruffCheck() {
    var rules = "E,F,W,I,B,UP,N,C4,SIM,RUF";
    var options =
        List.of(
            "check",
            "--isolated",
            "--target-version",
            "py311",
            "--output-format",
            "concise",
            "--select",
            rules);
    stand("models-ruff", lines("ruff", with(options)));
  }

  @Test
  void nothingIsSilenced() throws IOException {
    var silenced = new ArrayList<Path>();
    for (var models : GeneratedModels.all()) {
      for (var file : files(models)) {
        var text = Files.readString(file);
        if (text.contains("# noqa")
            || text.contains("type: ignore")
            || text.contains("pyright: ignore")) {
          silenced.add(file);
        }
      }
    }
    assertThat(silenced).isEmpty();
  }

  private static List<GeneratedModels> checked() {
    return GeneratedModels.all().stream()
        .filter(it -> Boolean.getBoolean("lockstep.slow") || files(it).size() <= MOST_FILES)
        .toList();
  }

  private static List<Path> files(GeneratedModels models) {
    var folder = GeneratedModels.FOLDER.resolve(models.name());
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(it -> it.toString().endsWith(".py")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> with(List<String> options) {
    var packages = checked().stream().filter(it -> !files(it).isEmpty()).map(GeneratedModels::name);
    return Stream.concat(options.stream(), packages).toList();
  }

  /// Returns what a checker says of each package; its lines begin with a path or name one.
  private static Map<String, List<String>> lines(String program, List<String> arguments) {
    var found = new TreeMap<String, List<String>>();
    run(program, arguments)
        .lines()
        .filter(it -> it.contains(".py"))
        .forEach(
            it ->
                add(
                    found,
                    Path.of(it.replaceFirst("^Would reformat: ", "").replaceFirst(":.*", "")),
                    it));
    return found;
  }

  private static void add(Map<String, List<String>> found, Path file, String message) {
    found
        .computeIfAbsent(file.getName(0).toString(), _ -> new ArrayList<>())
        .add(file.getFileName() + ": " + message);
  }

  /// A checker that finds something answers 1; anything else is its own failure.
  private static String run(String program, List<String> arguments) {
    var result = PythonEnvironment.newest().run(GeneratedModels.FOLDER, LIMIT, program, arguments);
    assertThat(result.exit()).as(program + "\n" + result.errors()).isIn(0, 1);
    return result.output();
  }

  private static void stand(String subject, Map<String, List<String>> found) {
    var standing = Standing.of(subject);
    for (var models : checked()) {
      var lines = found.getOrDefault(models.name(), List.of());
      var difference =
          models
              .crash()
              .or(
                  () ->
                      lines.isEmpty()
                          ? Optional.empty()
                          : Optional.of(
                              "%d findings%n%s"
                                  .formatted(
                                      lines.size(),
                                      String.join(
                                          "\n", lines.subList(0, Math.min(10, lines.size()))))));
      standing.count(models.toString(), difference);
    }
    standing.close();
  }

  private static String cache(String name) {
    return GeneratedModels.FOLDER.resolveSibling("cache-" + name).toString();
  }

  private static void write(String name, String content) {
    try {
      Files.writeString(GeneratedModels.FOLDER.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

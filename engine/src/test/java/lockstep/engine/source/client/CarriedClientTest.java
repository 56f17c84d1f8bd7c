package lockstep.engine.source.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diagnostic.PlainRenderer;
import lockstep.engine.python.Interpreter;
import lockstep.rewrite.CarriedClient;
import lockstep.rewrite.CarriedClient.Rest;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/// Modules that carry a client to nobody who calls it, parsed by a real Python, and what becomes of
/// them.
class CarriedClientTest {
  private static final Interpreter PYTHON =
      new Interpreter(List.of("python3"), Interpreter.Way.PATH, List.of());
  private static final String HEAD = "# --- ";

  @TempDir private Path folder;

  @ParameterizedTest
  @GoldenCases("carried") // before.txt with several modules, after.txt, report.txt
  void leavesWhatNobodyNeeds(GoldenCase it) throws IOException {
    var after = new StringBuilder();
    var report = new StringBuilder();
    var made = leave(modules(it.text("before.txt")), report);
    made.forEach((name, text) -> after.append(HEAD).append(name).append('\n').append(text));
    it.expect("after.txt", after.toString());
    it.expect("report.txt", report.toString());
    assertThat(leave(made, new StringBuilder())).isEqualTo(made);
  }

  private Map<String, String> leave(Map<String, String> modules, StringBuilder report)
      throws IOException {
    var files = new ArrayList<Path>();
    for (var it : modules.entrySet()) {
      var file = folder.resolve(it.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, it.getValue()));
    }
    var trees =
        PythonTrees.read(
            files,
            Map.of(),
            Set.of("import"),
            PYTHON,
            it -> folder.relativize(it).toString(),
            Duration.ofSeconds(30));
    assertThat(trees.diagnostics()).isEmpty();
    var carried = CarriedClient.in(trees::trees);
    var made = new LinkedHashMap<>(modules);
    for (var it : trees.files()) {
      var file = it.file();
      var without = carried.without(file);
      var isEmptied = without.rest() == Rest.NOTHING;
      made.put(file.text().name(), isEmptied ? "# nothing is left\n" : without.content());
      for (var remark : without.remarks()) {
        report.append(
            PlainRenderer.render(
                Diagnostic.of(remark.code(), Place.of(file.text(), remark.span()), remark.fact())
                    .withAdvice(remark.advice())));
      }
    }
    return made;
  }

  private static Map<String, String> modules(String text) {
    var modules = new LinkedHashMap<String, String>();
    for (var it : text.split("(?m)^" + HEAD)) {
      if (!it.isEmpty()) {
        modules.put(it.lines().findFirst().orElseThrow(), it.substring(it.indexOf('\n') + 1));
      }
    }
    return modules;
  }
}

package lockstep.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.NodeProject;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models say the same in a Python that machines rarely have yet: CPython 3.14, as WebAssembly,
/// with the newest SQLAlchemy in pure Python.
class PythonVersionsTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String SCRIPTS = Checkout.acceptance("python").toString();

  @TempDir private Path folder;

  @Test
  void python314() throws MalformedJsonException {
    var packages = new ArrayList<String>();
    for (var schema : OwnSchemas.all()) {
      packages.add(WrittenModels.of(schema, folder).name());
    }
    var words = new ArrayList<>(List.of(SCRIPTS + "/ddl_text.py", folder.toString()));
    words.addAll(packages);
    var usual =
        read(PythonEnvironment.newest().run(folder, LIMIT, "python", words).orThrow("python"));
    words = new ArrayList<>(List.of(text(usual, "site"), SCRIPTS, folder.toString()));
    words.addAll(packages);
    var judge = NodeProject.of("python-3.14");
    var found = read(judge.judge(LIMIT, words.toArray(String[]::new)).orThrow("Python 3.14"));
    assertThat(text(found, "python")).startsWith("3.14.");
    assertThat(found.get("ddl")).isEqualTo(usual.get("ddl"));
    assertThat(found.get("ddl").orElseThrow().members()).containsOnlyKeys(packages);
  }

  private static Json read(Command.Result result) throws MalformedJsonException {
    return JsonReader.read(result.output());
  }

  private static String text(Json json, String name) {
    return json.text(name).orElseThrow();
  }
}

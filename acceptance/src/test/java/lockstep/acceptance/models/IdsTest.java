package lockstep.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.NodeProject;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What generated models fill in by themselves, judged by the packages that Prisma's clients use
/// and by RFC 9562: form, alphabet, length, time, and that nothing comes twice, also not from
/// threads and from children that were forked.
class IdsTest {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @TempDir private Path folder;

  @Test
  void ofTheNewestPython() throws IOException, MalformedJsonException {
    judge(PythonEnvironment.newest(), Boolean.getBoolean("lockstep.slow") ? 100_000 : 20_000);
  }

  @Test
  void ofTheOldestPython() throws IOException, MalformedJsonException {
    judge(PythonEnvironment.oldest(), 5_000);
  }

  private void judge(PythonEnvironment python, int count)
      throws IOException, MalformedJsonException {
    var values =
        OwnSchemas.all().stream()
            .filter(it -> it.name().equals("own/values"))
            .findFirst()
            .orElseThrow();
    var models = WrittenModels.of(values, folder);
    var script = Checkout.acceptance("python").resolve("ids_made.py").toString();
    var words = List.of(script, models.folder().toString(), models.name(), Integer.toString(count));
    var made = python.run(folder, LIMIT, "python", words).orThrow("making identifiers");
    var file = folder.resolve("made.json");
    Files.writeString(file, made.output());
    var verdict =
        JsonReader.read(
            NodeProject.of("ids").judge(LIMIT, file.toString()).orThrow("judging ids").output());
    assertThat(verdict.get("wrong").orElseThrow().items()).isEmpty();
    assertThat(verdict.integer("judged")).as("nine columns, 200 of each").hasValue(9 * 200);
  }
}

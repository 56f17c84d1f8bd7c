package lockstep.engine.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {
  @Test
  void theJsonSchemaHasTheSameKeys() throws IOException, MalformedJsonException {
    var schema = JsonReader.read(Files.readString(Path.of("../docs/manual/lockstep.schema.json")));
    var top = schema.get("properties").orElseThrow();
    assertThat(top.members().keySet()).containsExactlyInAnyOrderElementsOf(ConfigKeys.TOP);
    assertThat(keys(top.get("database").orElseThrow())).hasSameElementsAs(ConfigKeys.DATABASE);
    assertThat(keys(top.get("shadow").orElseThrow())).hasSameElementsAs(ConfigKeys.SHADOW);
    assertThat(keys(top.get("python").orElseThrow())).hasSameElementsAs(ConfigKeys.PYTHON);
    assertThat(keys(top.get("seed").orElseThrow())).hasSameElementsAs(ConfigKeys.SEED);
    assertThat(keys(top.get("migrations").orElseThrow())).hasSameElementsAs(ConfigKeys.MIGRATIONS);
    assertThat(keys(top.get("target").orElseThrow().get("items").orElseThrow()))
        .hasSameElementsAs(ConfigKeys.TARGET);
  }

  private static Iterable<String> keys(Json table) {
    return table.get("properties").orElseThrow().members().keySet();
  }
}

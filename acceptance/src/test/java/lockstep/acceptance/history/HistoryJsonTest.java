package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.acceptance.launcher.Launcher;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What programs read of the commands that change a history.
class HistoryJsonTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      model people {
        id Int @id
      }
      """;

  private final Launcher lockstep = Launcher.ofCheckout();
  private final Scratch database = ScratchServer.instance().plain();

  @TempDir private Path folder;

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void whatWasDoneIsSaid() throws Exception {
    write("prisma/migrations/1_a/migration.sql", "CREATE TABLE a (id int);\n");
    write("prisma/migrations/1_a/down.sql", "DROP TABLE a;\n");
    assertThat(said("migrate", "apply", "--dry-run", "--no-check"))
        .contains("\"applied\": false")
        .contains("\"migration\": \"1_a\",\n      \"sql\": \"CREATE TABLE a (id int);\\n\"");
    assertThat(said("migrate", "apply", "--no-check"))
        .contains("\"applied\": true")
        .doesNotContain("scripts");
    assertThat(said("migrate", "rollback", "--dry-run")).contains("\"sql\": \"DROP TABLE a;\\n\"");
    assertThat(said("migrate", "resolve", "--rolled-back", "1_a"))
        .contains(
            "\"resolved\": false", "\"migration\": \"1_a\"", "\"as\": \"rolledBack\"", "MIG0");
    assertThat(said("migrate", "reset", "--force", database.url().database()))
        .contains("\"reset\": true", "\"done\": 1", "\"1_a\"");
    assertThat(said("migrate", "reset", "--force", "other"))
        .contains("\"reset\": false", "`--force` names `other`, which is another one.");
    assertThat(database.run("drop table _prisma_migrations")).isEmpty();
    assertThat(said("migrate", "resolve", "--applied", "1_a"))
        .contains("\"resolved\": true", "\"as\": \"applied\"");
    assertThat(database.run("drop table _prisma_migrations")).isEmpty();
    assertThat(said("migrate", "baseline", "--dir", "fresh"))
        .contains("\"baselined\": true", "\"file\": \"fresh/0_init/migration.sql\"");
    assertThat(said("migrate", "baseline", "--dir", "fresh")).contains("\"baselined\": false");
  }

  @Test
  void whatGeneratingSaysIsPartOfIt() throws Exception {
    write("prisma/schema.prisma", SCHEMA);
    write(
        "lockstep.toml",
        """
        source = "prisma/schema.prisma"

        [database]
        url = "env:DATABASE_URL"

        [[target]]
        to = "sqlalchemy"
        out = "models"
        package = "models"
        """);
    write("models", "In the way of a folder.\n");
    for (var words : Stream.of("migrate new a", "migrate dev b", "push").toList()) {
      var result = run(words.split(" "));
      assertThat(result.exit()).as(words).isNotZero();
      assertThat(read(result)).as(words).containsPattern("\"code\": \"(SNK|EMT|PRJ)\\d+\"");
    }
  }

  private String said(String... words) throws MalformedJsonException {
    return read(run(words));
  }

  /// Returns it if it is one JSON value.
  private static String read(Command.Result result) throws MalformedJsonException {
    assertThat(JsonReader.read(result.output())).isInstanceOf(Json.class);
    return result.output();
  }

  private Command.Result run(String... words) {
    var all = Stream.concat(Stream.of(words), Stream.of("--format", "json")).toArray(String[]::new);
    return lockstep.run(folder, Map.of("DATABASE_URL", database.url().reveal()), all);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

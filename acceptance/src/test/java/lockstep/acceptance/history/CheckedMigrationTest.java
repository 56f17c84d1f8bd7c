package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lockstep.acceptance.launcher.Launcher;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a database behind its migrations, beside the schema that it shall follow.
class CheckedMigrationTest {
  private static final String TABLE = "CREATE TABLE \"a\" (\"id\" INTEGER PRIMARY KEY%s);";

  private final Launcher lockstep = Launcher.ofCheckout();

  @TempDir private Path folder;

  @Test
  void whatMigrationsMakeIsComparedWithTheSchema() throws IOException {
    try (var database = ScratchServer.instance().plain()) {
      write("1_a", TABLE.formatted(""));
      assertThat(apply(database).orThrow("a folder without a schema").output()).contains("applied");
      Files.writeString(
          folder.resolve("prisma/schema.prisma"),
          """
          datasource db {
            provider = "postgresql"
          }

          model a {
            id Int @id
            b  Int?
          }
          """);
      write("2_b", "SELECT 1;");
      var drifting = apply(database);
      assertThat(drifting.exit()).as(drifting.errors()).isEqualTo(1);
      assertThat(drifting.output()).contains("applied  2_b", "a.b");
      write("3_c", "SELECT 1;");
      apply(database, "--no-check").orThrow("no check");
      write("4_d", "SELECT 1;");
      assertThat(apply(database, "--format", "json").output())
          .contains("\"applied\": true", "\"object\": \"column public.a.b\"");
      write("5_e", "ALTER TABLE a ADD COLUMN b INTEGER;");
      apply(database).orThrow("in step");
    }
  }

  private Command.Result apply(Scratch database, String... more) {
    var words = new String[more.length + 2];
    words[0] = "migrate";
    words[1] = "apply";
    System.arraycopy(more, 0, words, 2, more.length);
    return lockstep.run(folder, Map.of("DATABASE_URL", database.url().reveal()), words);
  }

  private void write(String name, String script) throws IOException {
    var migration = Files.createDirectories(folder.resolve("prisma/migrations").resolve(name));
    Files.writeString(migration.resolve("migration.sql"), script);
  }
}

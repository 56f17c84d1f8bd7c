package lockstep.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import lockstep.acceptance.launcher.Launcher;
import lockstep.acceptance.oracle.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedWriteTest {
  private static final int MODELS = 150;
  private static final int KILLS = Boolean.getBoolean("lockstep.slow") ? 60 : 6;

  private final Launcher lockstep = Launcher.ofCheckout();

  @TempDir private Path folder;

  @BeforeEach
  void schema() throws IOException {
    write("old.prisma", "Int");
    write("new.prisma", "String");
  }

  @Test
  void whoeverIsKilledWhileWritingLeavesWholeFilesAndTheNextRunFinishes() throws Exception {
    var old = generated("old.prisma", "old");
    var wanted = generated("new.prisma", "new");
    var took = Duration.ofNanos(timed(() -> generated("new.prisma", "timing")));
    var random = new Random(11);
    for (var i = 0; i < KILLS; i++) {
      generated("old.prisma", "out/models");
      var process = start("new.prisma");
      if (!process.waitFor(random.nextLong(took.toMillis() + 1), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      for (var file : pythonFiles("out/models").entrySet()) {
        assertThat(file.getValue())
            .as(file.getKey())
            .isIn(old.getOrDefault(file.getKey(), ""), wanted.getOrDefault(file.getKey(), ""));
      }
      assertThat(generated("new.prisma", "out/models")).isEqualTo(wanted);
      assertThat(leftovers()).isEmpty();
    }
  }

  @Test
  void twoRunsAtOnceBothSucceed() throws Exception {
    var wanted = generated("new.prisma", "new");
    for (var i = 0; i < 3; i++) {
      generated("old.prisma", "out/models");
      var first = start("new.prisma");
      var second = start("new.prisma");
      assertThat(first.waitFor()).isZero();
      assertThat(second.waitFor()).isZero();
      assertThat(pythonFiles("out/models")).isEqualTo(wanted);
    }
  }

  @Test
  void aFullDiskBehindTheResult() {
    var answer =
        Command.run(
            folder,
            Map.of("LOCKSTEP_CACHE", lockstep.cache().toString()),
            Duration.ofMinutes(5),
            List.of("sh", "-c", "'" + lockstep.script() + "' ddl old.prisma > /dev/full"));
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.errors()).contains("CLI005").contains("No space left");
  }

  @Test
  void aFullDiskWhileWritingLeavesWholeFilesAndTheNextRunFinishes() throws Exception {
    var old = generated("old.prisma", "old");
    var wanted = generated("new.prisma", "new");
    // A disk of our own that is nearly full: user and mount namespaces, no privileges needed.
    var script =
        """
        mkdir -p disk && mount -t tmpfs -o size=2m tmpfs disk || exit 99
        %1$s generate --from old.prisma --out disk/models >/dev/null || exit 98
        head -c 3m /dev/zero > disk/ballast 2>/dev/null
        %1$s generate --from new.prisma --out disk/models
        echo "exit $?"
        mkdir -p full && cp disk/models/*.py full/
        rm disk/ballast
        %1$s generate --from new.prisma --out disk/models >/dev/null || exit 97
        { mkdir -p after && cp disk/models/*.py after/; } || exit 98
        """
            .formatted("'" + lockstep.script() + "'");
    var answer =
        Command.run(
            folder,
            Map.of("LOCKSTEP_CACHE", lockstep.cache().toString()),
            Duration.ofMinutes(5),
            List.of("unshare", "-rm", "sh", "-c", script));
    org.junit.jupiter.api.Assumptions.assumeTrue(
        answer.exit() != 99 && answer.exit() != 1, "needs a mount namespace: " + answer.errors());
    assertThat(answer.exit()).as(answer.errors()).isZero();
    assertThat(answer.output()).contains("exit 3");
    assertThat(answer.errors()).contains("SNK002").doesNotContain("Exception");
    pythonFiles("full")
        .forEach((name, text) -> assertThat(text).as(name).isIn(old.get(name), wanted.get(name)));
    assertThat(pythonFiles("after")).isEqualTo(wanted);
  }

  @Test
  void aPlaceThatCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("file"), "not a folder");
    var answer = lockstep.run(folder, "generate", "--from", "old.prisma", "--out", "file/models");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.errors()).contains("SNK001").doesNotContain("Exception");
    assertThat(Files.readString(folder.resolve("file"))).isEqualTo("not a folder");
  }

  private Process start(String schema) {
    return lockstep.start(folder, "generate", "--from", schema, "--out", "out/models");
  }

  private Map<String, String> generated(String schema, String out) throws IOException {
    lockstep.run(folder, "generate", "--from", schema, "--out", out).orThrow("generate");
    return pythonFiles(out);
  }

  private Map<String, String> pythonFiles(String name) throws IOException {
    var all = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(folder.resolve(name), "*.py")) {
      for (var it : files) {
        // The package's name is the folder's and stands in no file; the source's does.
        all.put(it.getFileName().toString(), Files.readString(it));
      }
    }
    return all;
  }

  private List<Path> leftovers() throws IOException {
    try (var files = Files.list(folder.resolve("out/models"))) {
      return files.filter(it -> it.toString().endsWith("-tmp")).toList();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static long timed(Work work) throws IOException {
    var start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private void write(String name, String type) throws IOException {
    var text = new StringBuilder("datasource db {\n  provider = \"postgresql\"\n}\n\n");
    for (var i = 0; i < MODELS; i++) {
      text.append("model M%d {\n  id Int @id\n  value %s\n}\n\n".formatted(i, type));
    }
    Files.writeString(folder.resolve(name), text);
  }
}

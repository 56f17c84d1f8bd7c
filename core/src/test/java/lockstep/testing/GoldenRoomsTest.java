package lockstep.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GoldenRoomsTest {
  private static final Pattern OWNER = Pattern.compile("@GoldenCases\\(\"([^\"]+)\"\\)");

  @Test
  void everyRoomOfGoldenCasesHasATest() throws IOException {
    var owned = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("src", "test", "java"))) {
      for (var source : sources.filter(it -> it.toString().endsWith("Test.java")).toList()) {
        OWNER.matcher(Files.readString(source)).results().forEach(it -> owned.add(it.group(1)));
      }
    }
    try (var rooms = Files.list(Path.of("src", "test", "golden"))) {
      assertThat(rooms.map(it -> it.getFileName().toString()))
          .as("folders in src/test/golden")
          .containsExactlyInAnyOrderElementsOf(owned);
    }
  }
}

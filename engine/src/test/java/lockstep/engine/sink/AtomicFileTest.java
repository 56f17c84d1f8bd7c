package lockstep.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import lockstep.engine.EnvironmentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void whereTheNewFileCannotTakeItsPlaceNothingIsLeftBehind() throws IOException {
    var taken = Files.createDirectories(folder.resolve("models.py/inside")).getParent();
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(() -> AtomicFile.replaceRenewable(taken, "text"));
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(taken);
    }
  }

  /// A rename would put an ordinary file in the place of a device or a pipe.
  @Test
  void onlyOrdinaryFilesAreReplaced() throws Exception {
    var pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(() -> AtomicFile.replace(pipe, "text"))
        .satisfies(it -> assertThat(it.diagnostic().fact()).contains("not an ordinary file"));
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
  }

  @Test
  void aLinkStaysALinkAndPermissionsStay() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "old");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    var link = Files.createSymbolicLink(folder.resolve("link"), file);
    AtomicFile.replace(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new").isExecutable();
  }
}

package lockstep.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreesTest {
  private static final Path MEMORY = Path.of("/dev/shm");

  @TempDir private Path folder;

  @Test
  void aFolderIsMovedWithAllThatIsInIt() throws IOException {
    moved(folder.resolve("there"));
    assertThatThrownBy(() -> moved(folder.resolve("there")))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void aFolderIsMovedToAnotherDisk() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(MEMORY) && !Files.getFileStore(MEMORY).equals(Files.getFileStore(folder)),
        "this machine has no second disk");
    var other = Files.createTempDirectory(MEMORY, "lockstep");
    try {
      moved(other.resolve("there"));
    } finally {
      FileTrees.delete(other);
    }
  }

  private void moved(Path to) throws IOException {
    var here = folder.resolve("here");
    Files.createDirectories(here.resolve("within"));
    Files.writeString(here.resolve("within/file"), "text");
    FileTrees.move(here, to);
    assertThat(here).doesNotExist();
    assertThat(to.resolve("within/file")).hasContent("text");
  }
}

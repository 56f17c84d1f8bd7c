package lockstep.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import lockstep.text.SourceText;

/// One folder of input and expected output.
///
/// JUnit closes it after the test; then every file in it must have been read or expected.
public final class GoldenCase implements AutoCloseable {
  private static final boolean ACCEPT = System.getProperty("lockstep.golden", "").equals("accept");

  private final Path folder;
  private final TreeSet<String> used = new TreeSet<>();

  GoldenCase(Path folder) {
    this.folder = folder;
  }

  /// Returns the sentence that the folder is named after, with hyphens between the words.
  public String name() {
    return folder.getFileName().toString();
  }

  /// Returns the names of all files, sorted; those in folders with `/` between the parts.
  public List<String> files() {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(it -> folder.relativize(it).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String file) {
    return Files.isRegularFile(folder.resolve(file));
  }

  /// Returns the content of an input file.
  public String text(String file) {
    used.add(file);
    return read(file);
  }

  /// Returns an input file under its name in the folder.
  public SourceText source(String file) {
    return SourceText.of(file, text(file));
  }

  /// Returns all input files whose names end so, in the order of their names.
  public List<SourceText> sources(String ending) {
    return files().stream().filter(it -> it.endsWith(ending)).map(this::source).toList();
  }

  /// Compares a result with a golden file, or rewrites the file.
  public void expect(String file, String actual) {
    used.add(file);
    if (ACCEPT) {
      accept(file, actual);
      return;
    }
    assertThat(has(file))
        .as("%s is missing; -Dlockstep.golden=accept writes it", folder.resolve(file))
        .isTrue();
    assertThat(actual).as("%s", folder.resolve(file)).isEqualTo(read(file));
  }

  @Override
  public void close() {
    assertThat(used).as("files that the test of %s used", folder).containsAll(files());
  }

  @Override
  public String toString() {
    return name();
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(String file, String actual) {
    assertThat(System.getenv("CI")).as("golden files are never accepted in CI").isNull();
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), actual);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

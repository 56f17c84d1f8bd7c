package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lockstep.diagnostic.Code;
import org.junit.jupiter.api.Test;

class DiagnosticPagesTest {
  private static final Path PAGES = Path.of("../docs/diagnostics");

  @Test
  void everyCodeHasAPageAndEveryPageACode() throws IOException, URISyntaxException {
    try (var pages = Files.list(PAGES)) {
      var ids = pages.map(it -> it.getFileName().toString().replace(".md", "")).toList();
      assertThat(codes().keySet()).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(DiagnosticPages.codes()).containsExactlyElementsOf(codes().keySet());
    }
  }

  @Test
  void everyPageIsTitledByItsCode() throws IOException {
    try (var pages = Files.list(PAGES)) {
      for (var page : pages.toList()) {
        var id = page.getFileName().toString().replace(".md", "");
        assertThat(Files.readString(page)).startsWith("# " + id + ": ");
      }
    }
  }

  /// Finds the enums of codes among all classes of the product; an id belongs to one of them.
  private static Map<String, String> codes() throws IOException, URISyntaxException {
    var codes = new TreeMap<String, String>();
    for (var owner :
        new Class<?>[] {Code.class, lockstep.engine.EnvironmentException.class, Main.class}) {
      var root = Path.of(owner.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (var name : classNames(root)) {
        codesOf(name)
            .forEach(it -> assertThat(codes.put(it.id(), name)).as("two of " + it.id()).isNull());
      }
    }
    return codes;
  }

  private static Stream<Code> codesOf(String name) {
    try {
      var type = Class.forName(name, false, DiagnosticPagesTest.class.getClassLoader());
      var isOfCodes =
          type.isEnum()
              && Code.class.isAssignableFrom(type)
              && !Modifier.isAbstract(type.getModifiers());
      return isOfCodes ? Stream.of(type.getEnumConstants()).map(Code.class::cast) : Stream.of();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Iterable<String> classNames(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      return classNamesBelow(root);
    }
    try (var jar = FileSystems.newFileSystem(root)) {
      return classNamesBelow(jar.getPath("/"));
    }
  }

  private static Iterable<String> classNamesBelow(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .map(it -> root.relativize(it).toString())
          .filter(it -> it.startsWith("lockstep/") && it.endsWith("Code.class"))
          .map(it -> it.replace('/', '.').replace(".class", ""))
          .toList();
    }
  }
}

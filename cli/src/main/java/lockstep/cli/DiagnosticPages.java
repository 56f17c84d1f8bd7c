package lockstep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages about diagnostics that are packed with the product, by code.
public final class DiagnosticPages {
  private static final String FOLDER = "/lockstep/cli/diagnostics/";
  private static final String SUFFIX = ".md";

  private DiagnosticPages() {}

  /// Returns the page of a code, or none for what is no code.
  public static Optional<String> find(String code) {
    if (!code.matches("[A-Z]{2,5}[0-9]{3}")) {
      return Optional.empty();
    }
    try (var page = DiagnosticPages.class.getResourceAsStream(FOLDER + code + SUFFIX)) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns what the page of a code is titled, without the code.
  public static Optional<String> title(String code) {
    return find(code)
        .flatMap(it -> it.lines().findFirst())
        .map(it -> it.replaceFirst("^.*?: ", ""));
  }

  /// Returns every code that has a page, in order.
  public static List<String> codes() {
    try {
      var one = DiagnosticPages.class.getResource(FOLDER + CliCode.UNKNOWN_CODE.id() + SUFFIX);
      var uri = one.toURI();
      if (!uri.getScheme().equals("jar")) {
        return codes(Path.of(uri).getParent());
      }
      try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
        return codes(jar.getPath(FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> codes(Path folder) throws IOException {
    try (var pages = Files.list(folder)) {
      return pages
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(SUFFIX))
          .map(it -> it.substring(0, it.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }
}

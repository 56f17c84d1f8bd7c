package lockstep.acceptance.oracle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folders that the acceptance tests read and write.
public final class Checkout {
  private static final Path ROOT = findRoot();

  private Checkout() {}

  /// Returns the folder that holds the modules.
  public static Path root() {
    return ROOT;
  }

  /// Returns a file or folder of the acceptance module.
  public static Path acceptance(String name) {
    return ROOT.resolve("acceptance").resolve(name);
  }

  /// Returns the folder with the corpus, empty where this machine has none.
  ///
  /// It lies beside the checkout; the environment variable `LOCKSTEP_SHARED` names another place.
  public static Optional<Path> shared() {
    var named = Optional.ofNullable(System.getenv("LOCKSTEP_SHARED")).map(Path::of);
    var folder = named.orElseGet(() -> ROOT.resolveSibling("shared"));
    return Optional.of(folder).filter(it -> Files.isDirectory(it.resolve("corpus")));
  }

  /// Returns where judges are installed: the user's cache folder, shared by all checkouts.
  public static Path cache() {
    var xdg = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(it -> !it.isBlank());
    var base =
        xdg.map(Path::of).orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    return base.resolve("lockstep").resolve("acceptance");
  }

  private static Path findRoot() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("acceptance/prisma"))) {
        return at;
      }
    }
    throw new IllegalStateException("not inside a checkout: " + Path.of("").toAbsolutePath());
  }
}

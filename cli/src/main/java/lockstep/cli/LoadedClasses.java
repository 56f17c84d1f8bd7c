package lockstep.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/// Loads the classes of the product and of the PostgreSQL driver without running them, so that a
/// cache holds those that only a server would have brought in.
final class LoadedClasses {
  private static final List<String> ALL =
      List.of(
          "lockstep/",
          "org/postgresql/Driver",
          "org/postgresql/core/",
          "org/postgresql/jdbc/",
          "org/postgresql/hostchooser/",
          "org/postgresql/util/",
          "com/ongres/");

  /// By which a password is proven.
  private static final List<String> LOGIN = List.of("com/ongres/");

  private LoadedClasses() {}

  static void all() {
    load(ALL);
  }

  /// Loads those that the server in the training does not ask for, which trusts everybody.
  static void login() {
    load(LOGIN);
  }

  private static void load(List<String> wanted) {
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        load(Path.of(entry), wanted);
      }
    }
  }

  private static void load(Path jar, List<String> wanted) {
    try (var zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .map(it -> it.getName())
          .filter(it -> it.endsWith(".class") && wanted.stream().anyMatch(it::startsWith))
          .map(it -> it.replace('/', '.').substring(0, it.length() - ".class".length()))
          .forEach(LoadedClasses::loadClass);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns whether the class can be loaded: some belong to libraries that are not here.
  private static boolean loadClass(String name) {
    try {
      Class.forName(name, false, LoadedClasses.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError _) {
      return false;
    }
  }
}

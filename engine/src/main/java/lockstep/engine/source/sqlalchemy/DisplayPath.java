package lockstep.engine.source.sqlalchemy;

import java.nio.file.Path;

/// A file's name for people: relative to the project where it is inside.
final class DisplayPath {
  private DisplayPath() {}

  static String of(Path project, String file) {
    var path = Path.of(file);
    if (!path.startsWith(project)) {
      return file;
    }
    var relative = project.relativize(path).toString();
    return relative.isEmpty() ? "." : relative;
  }
}

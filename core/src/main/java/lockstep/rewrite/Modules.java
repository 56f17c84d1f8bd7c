package lockstep.rewrite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.rewrite.syntax.PythonFile;

/// What is known of modules, by their whole names, as the paths of their files say them.
record Modules<T>(Map<String, T> byName) {
  /// Returns the whole name of a module, as `app.services.users`.
  static String name(PythonFile file) {
    var path = file.text().name().replace('\\', '/').replaceFirst("(/__init__)?\\.py$", "");
    return path.replace('/', '.');
  }

  /// Returns the whole name of a module that an import names: the last parts of a name are enough
  /// where no other module has them.
  Optional<String> whole(String imported) {
    var name = imported.replaceFirst("^\\.+", "");
    if (byName.containsKey(name)) {
      return Optional.of(name);
    }
    var all = byName.keySet().stream().filter(it -> it.endsWith("." + name)).toList();
    return Optional.of(all).filter(it -> it.size() == 1).map(List::getFirst);
  }

  Optional<T> find(String imported) {
    return whole(imported).map(byName::get);
  }
}

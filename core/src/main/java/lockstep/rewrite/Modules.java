package lockstep.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.rewrite.syntax.PythonFile;

/// What is known of modules, by their whole names, as the paths of their files say them.
final class Modules<T> {
  private final Map<String, T> byName;

  /// Whole names by their last parts.
  private final Map<String, List<String>> byLast = new HashMap<>();

  Modules(Map<String, T> byName) {
    this.byName = byName;
    byName
        .keySet()
        .forEach(
            it -> byLast.computeIfAbsent(Clients.last(it, '.'), _ -> new ArrayList<>()).add(it));
  }

  /// Returns the whole name of a module, as `app.services.users`.
  static String name(PythonFile file) {
    var path = file.text().name().replace('\\', '/').replaceFirst("(/__init__)?\\.py$", "");
    return path.replace('/', '.');
  }

  /// Returns the whole name of a module that an import names: the last parts of a name are enough
  /// where no other module has them.
  Optional<String> whole(String imported) {
    var start = 0;
    while (start < imported.length() && imported.charAt(start) == '.') {
      start++;
    }
    var name = imported.substring(start);
    if (byName.containsKey(name)) {
      return Optional.of(name);
    }
    var all =
        byLast.getOrDefault(Clients.last(name, '.'), List.of()).stream()
            .filter(it -> it.endsWith("." + name))
            .toList();
    return Optional.of(all).filter(it -> it.size() == 1).map(List::getFirst);
  }

  /// @param imported as an import names a module
  Optional<T> find(String imported) {
    return whole(imported).map(byName::get);
  }
}

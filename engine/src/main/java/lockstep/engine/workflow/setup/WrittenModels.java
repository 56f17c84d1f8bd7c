package lockstep.engine.workflow.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lockstep.engine.project.PythonHome;
import lockstep.engine.project.Survey;

/// SQLAlchemy models that people wrote, as a source of settings names them.
///
/// @param folder where imports start
/// @param modules in the order of their names
/// @param tables how many they have
record WrittenModels(Path folder, List<String> modules, int tables) {
  private static final Pattern NOT_OF_THE_SERVICE =
      Pattern.compile("(?:^|/)(?:tests?|examples?|versions|migrations|alembic)(?:/|$)");

  WrittenModels {
    modules = List.copyOf(modules);
  }

  /// Returns those of the Python code that has most of them; empty where there are none.
  static Optional<WrittenModels> find(Survey survey, ServiceCode code) {
    var byHome = new TreeMap<Path, TreeSet<Path>>();
    var tables = new TreeMap<Path, Integer>();
    code.tables()
        .forEach(
            (table, files) -> {
              for (var file : files) {
                if (isWritten(file, survey)) {
                  var home = home(file, survey);
                  byHome.computeIfAbsent(home, _ -> new TreeSet<>()).add(file);
                  tables.merge(home, 1, Integer::sum);
                }
              }
            });
    return tables.entrySet().stream()
        .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
        .map(
            it ->
                new WrittenModels(
                    it.getKey(), modules(byHome.get(it.getKey()), it.getKey()), it.getValue()));
  }

  /// Returns as settings write it, as in `python:services/api/app.models`.
  String source(Path root) {
    var at = root.relativize(folder).toString().replace('\\', '/');
    return "python:" + (at.isEmpty() ? "" : at + "/") + String.join(",", modules);
  }

  private static boolean isWritten(Path file, Survey survey) {
    var shown = survey.folder().relativize(file).toString();
    return !NOT_OF_THE_SERVICE.matcher(shown).find()
        && survey.generated().stream().noneMatch(it -> file.startsWith(it.out()));
  }

  /// Returns the innermost folder that says what Python it needs, else the repository's.
  private static Path home(Path file, Survey survey) {
    return survey.homes().stream()
        .map(PythonHome::folder)
        .filter(file::startsWith)
        .reduce((one, other) -> other.getNameCount() > one.getNameCount() ? other : one)
        .orElse(survey.folder());
  }

  /// The probe looks below `src` too.
  private static List<String> modules(TreeSet<Path> files, Path home) {
    var modules = new ArrayList<String>();
    for (var file : files) {
      var path = home.relativize(file);
      var inSource =
          path.getNameCount() > 1 && path.startsWith("src")
              ? path.subpath(1, path.getNameCount())
              : path;
      var name =
          inSource
              .toString()
              .replace('\\', '/')
              .replaceAll("(?:/__init__)?\\.py$", "")
              .replace('/', '.');
      modules.add(name);
    }
    return modules;
  }
}

package lockstep.engine.source.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Resource;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.json.MalformedJsonException;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.PythonCode;
import lockstep.engine.python.PythonProcess;

/// Which modules Python files name, as Python itself reads them.
///
/// @param names by file, with their leading dots; a file that Python does not understand has none
public record PythonImports(Map<Path, Optional<List<String>>> names) {
  public PythonImports {
    names = new LinkedHashMap<>(names);
  }

  /// Asks an interpreter; runs none of the code.
  ///
  /// @param changed texts that files will have
  public static PythonImports of(
      List<Path> files, Map<Path, String> changed, Interpreter interpreter, Duration timeout) {
    if (files.isEmpty()) {
      return new PythonImports(Map.of());
    }
    var command = new ArrayList<>(interpreter.command());
    command.addAll(
        List.of("-I", "-X", "utf8", "-c", Resource.text(PythonImports.class, "imports.py")));
    var run =
        PythonProcess.run(
            new PythonProcess.Call(
                command, files.getFirst().getParent(), Map.of(), job(files, changed), timeout));
    if (run.exitCode() != 0) {
      throw EnvironmentException.of(
          PythonCode.CANNOT_START,
          "%s could not say what the files import.".formatted(interpreter.described()),
          "Name an interpreter of Python 3.8 or later by `--python`.");
    }
    var names = new LinkedHashMap<Path, Optional<List<String>>>();
    run.output().lines().map(PythonImports::json).forEach(it -> names.put(path(it), said(it)));
    return new PythonImports(names);
  }

  /// Returns whether any file names a module. What Python does not understand may.
  ///
  /// @param without files that are not asked, the module's own among them
  public boolean mayName(Path module, Set<Path> without) {
    return names.entrySet().stream()
        .filter(it -> !without.contains(it.getKey()))
        .anyMatch(
            it ->
                it.getValue()
                    .map(all -> all.stream().anyMatch(name -> isOf(name, it.getKey(), module)))
                    .orElse(true));
  }

  /// An absolute name may begin in any folder, since nobody knows here where imports start.
  private static boolean isOf(String name, Path from, Path module) {
    var path = module.toString().replace('\\', '/').replaceFirst("\\.py$", "");
    var whole = path.replaceFirst("/__init__$", "");
    var dots = name.length() - name.replaceFirst("^\\.+", "").length();
    var words = name.substring(dots).replace('.', '/');
    if (dots == 0) {
      // Whoever imports a module of a package imports the package.
      return ("/" + whole).endsWith("/" + words)
          || !path.equals(whole) && ("/" + words + "/").contains("/" + last(whole) + "/");
    }
    var base = from.getParent();
    for (var i = 1; i < dots && base != null; i++) {
      base = base.getParent();
    }
    return base != null
        && base.resolve(words).normalize().toString().replace('\\', '/').equals(whole);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Path path(Json answer) {
    return Path.of(answer.text("path").orElseThrow());
  }

  private static Optional<List<String>> said(Json answer) {
    return answer
        .get("names")
        .map(_ -> answer.items("names").stream().flatMap(it -> it.text().stream()).toList());
  }

  private static String job(List<Path> files, Map<Path, String> changed) {
    var json = JsonWriter.compact();
    try (var _ = json.array()) {
      for (var it : files) {
        try (var _ = json.array()) {
          json.value(it.toString());
          json.value(
              Optional.ofNullable(changed.get(it))
                  .<Json>map(Json.OfText::new)
                  .orElseGet(Json.OfNull::new));
        }
      }
    }
    return json.toString();
  }

  private static Json json(String line) {
    try {
      return JsonReader.read(line);
    } catch (MalformedJsonException e) {
      throw new IllegalStateException("imports.py wrote no JSON", e);
    }
  }
}

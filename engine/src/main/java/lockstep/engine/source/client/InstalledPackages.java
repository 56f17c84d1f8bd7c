package lockstep.engine.source.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Resource;
import lockstep.engine.ShellWord;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.json.MalformedJsonException;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.PythonCode;
import lockstep.engine.python.PythonProcess;

/// What an interpreter is and has. None of the packages is imported for it.
///
/// @param python the interpreter's version, as in `3.11.7`
/// @param versions by package, of those that are there
/// @param client what there is of Prisma Client Python
public record InstalledPackages(
    String python, Map<String, String> versions, Optional<Client> client) {
  private static final Duration ASKING = Duration.ofSeconds(30);
  private static final String MARK = "\u001e";
  private static final String OPENING = MARK + "lockstep" + MARK;

  public InstalledPackages {
    versions = new TreeMap<>(versions);
  }

  /// Prisma Client Python as it is installed.
  ///
  /// @param folder of the package
  /// @param isGenerated whether it was ever generated
  /// @param schema that it was generated from, which it keeps a copy of
  /// @param engines those that it would find (prisma 0.15)
  public record Client(
      Path folder, boolean isGenerated, Optional<String> schema, List<String> engines) {
    public Client {
      engines = List.copyOf(engines);
    }
  }

  /// Asks an interpreter.
  ///
  /// @param folder that programs are started in
  public static InstalledPackages of(Interpreter interpreter, Path folder, List<String> packages) {
    var command = new ArrayList<>(interpreter.command());
    command.addAll(
        List.of("-X", "utf8", "-c", Resource.text(InstalledPackages.class, "installed.py")));
    var run =
        PythonProcess.run(
            new PythonProcess.Call(command, folder, Map.of(), request(folder, packages), ASKING));
    return reported(run.output()).orElseThrow(() -> silent(interpreter, folder, run.exitCode()));
  }

  /// One that is too old does not understand the question.
  private static EnvironmentException silent(Interpreter interpreter, Path folder, int exit) {
    var command = new ArrayList<>(interpreter.command());
    command.addAll(List.of("-c", "import sys; print(sys.version.split()[0])"));
    var said =
        PythonProcess.run(new PythonProcess.Call(command, folder, Map.of(), "", ASKING))
            .output()
            .strip();
    return said.matches("2\\..*|3\\.[0-8]\\b.*")
        ? EnvironmentException.of(
            PythonCode.TOO_OLD,
            "%s is Python %s; models are read by Python 3.9 or later."
                .formatted(interpreter.described(), said),
            "Name another interpreter by `--python`, or as `interpreter` under `[python]` in"
                + " lockstep.toml.")
        : EnvironmentException.of(
            PythonCode.NO_ANSWER,
            "%s does not say what is installed in it; it ended with exit code %d."
                .formatted(interpreter.described(), exit),
            "Look at what it says: `%s`."
                .formatted(command.stream().map(ShellWord::of).collect(Collectors.joining(" "))));
  }

  public Optional<String> version(String name) {
    return Optional.ofNullable(versions.get(name));
  }

  private static String request(Path folder, List<String> packages) {
    var json = JsonWriter.compact();
    try (var _ = json.object()) {
      json.member("folder", folder.toString());
      try (var _ = json.array("packages")) {
        packages.forEach(json::value);
      }
    }
    return json.toString();
  }

  private static Optional<InstalledPackages> reported(String output) {
    var start = output.indexOf(OPENING);
    var end = output.lastIndexOf(MARK);
    if (start < 0 || end < start + OPENING.length()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(JsonReader.read(output.substring(start + OPENING.length(), end))));
    } catch (MalformedJsonException e) {
      throw new IllegalStateException("the report is not JSON", e);
    }
  }

  private static InstalledPackages of(Json report) {
    var versions = new TreeMap<String, String>();
    report
        .get("packages")
        .ifPresent(
            all ->
                all.members()
                    .forEach((name, it) -> it.text().ifPresent(v -> versions.put(name, v))));
    return new InstalledPackages(
        report.text("version").orElse(""),
        versions,
        report
            .get("client")
            .filter(Json.OfObject.class::isInstance)
            .map(
                it ->
                    new Client(
                        Path.of(it.text("folder").orElse("")),
                        it.isTrue("isGenerated"),
                        it.text("schema"),
                        it.items("engines").stream().flatMap(e -> e.text().stream()).toList())));
  }
}

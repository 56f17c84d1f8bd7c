package lockstep.engine.source.sqlalchemy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Resource;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.json.MalformedJsonException;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.PythonCode;
import lockstep.engine.python.PythonProcess;
import lockstep.engine.python.PythonProject;

/// Runs the probe in an interpreter and returns the JSON that it reported, of success or failure.
final class Probe {
  private static final int LONGEST_LINE = 300;
  private static final String OPENING = "\u001elockstep\u001e";
  private static final List<String> SOURCES = List.of("probe", "facts", "recorder", "failures");

  private final Interpreter interpreter;
  private final PythonProject project;

  Probe(Interpreter interpreter, PythonProject project) {
    this.interpreter = interpreter;
    this.project = project;
  }

  /// @param serverVersion as `server_version_num` has it
  Json run(List<ModelsSpec> specs, int serverVersion) {
    var command = new ArrayList<>(interpreter.command());
    command.addAll(List.of("-X", "utf8", "-c", source("start")));
    var request = request(specs, serverVersion);
    var run =
        PythonProcess.run(
            new PythonProcess.Call(
                command, project.folder(), Map.of(), request, project.settings().timeout()));
    return reported(run.output()).orElseThrow(() -> silent(run));
  }

  private String request(List<ModelsSpec> specs, int serverVersion) {
    var json = JsonWriter.compact();
    try (var _ = json.object()) {
      json.member("root", project.folder().toString());
      try (var _ = json.array("paths")) {
        paths().forEach(it -> json.value(it.toString()));
      }
      try (var _ = json.array("models")) {
        specs.forEach(it -> models(json, it));
      }
      json.member("server", serverVersion / 10_000 + "." + serverVersion % 10_000);
      try (var _ = json.object("sources")) {
        SOURCES.forEach(it -> json.member(it, source(it)));
      }
    }
    return json.toString();
  }

  private static void models(JsonWriter json, ModelsSpec spec) {
    try (var _ = json.object()) {
      json.member("module", spec.module());
      json.member("attribute", spec.attribute());
    }
  }

  /// Where modules are looked for first: the folder, and `src` below it where there is one.
  private List<Path> paths() {
    var source = project.folder().resolve("src");
    return Files.isDirectory(source)
        ? List.of(project.folder(), source)
        : List.of(project.folder());
  }

  private static Optional<Json> reported(String output) {
    var start = output.indexOf(OPENING);
    var end = output.lastIndexOf('\u001e');
    if (start < 0 || end < start + OPENING.length()) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonReader.read(output.substring(start + OPENING.length(), end)));
    } catch (MalformedJsonException e) {
      throw new IllegalStateException("the probe's report is not JSON", e);
    }
  }

  private EnvironmentException silent(PythonProcess.Run run) {
    var signal = run.exitCode() - 128;
    if (signal > 0 && signal < 65) {
      return EnvironmentException.of(
          PythonCode.CRASHED,
          "%s crashed while it imported the models: signal %d%s."
              .formatted(interpreter.described(), signal, meaning(signal)),
          "Import the models in that interpreter by hand; `python -X faulthandler` shows where it"
              + " crashes.");
    }
    if (run.errors().contains("-X is reserved")) {
      return EnvironmentException.of(
          PythonCode.TOO_OLD,
          "%s is Python 2.".formatted(interpreter.described()),
          "Name a Python 3.9 or later by `--python`.");
    }
    return EnvironmentException.of(
        PythonCode.NO_ANSWER,
        "%s ended with exit code %d before it had reported anything%s."
            .formatted(interpreter.described(), run.exitCode(), said(run)),
        "Check that it is a Python interpreter, and that no code ends the process when it is"
            + " imported.");
  }

  private static String meaning(int signal) {
    return switch (signal) {
      case 6 -> " (aborted)";
      case 9 -> " (killed, perhaps for want of memory)";
      case 11 -> " (a fault in native code)";
      case 15 -> " (asked to end)";
      default -> "";
    };
  }

  private static String said(PythonProcess.Run run) {
    return run.errors()
        .lines()
        .filter(it -> !it.isBlank())
        .reduce((_, last) -> last)
        .map(it -> it.replaceAll("://[^/@\\s]*@", "://***@").replaceAll("[.;:\\s]+$", "").strip())
        // A program that repeats what it was given repeats the probe.
        .filter(it -> !it.isEmpty() && it.length() <= LONGEST_LINE)
        .map(it -> ": " + it)
        .orElse("");
  }

  private static String source(String name) {
    return Resource.text(Probe.class, "probe/" + name + ".py");
  }
}

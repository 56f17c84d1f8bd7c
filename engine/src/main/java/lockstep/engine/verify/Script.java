package lockstep.engine.verify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Resource;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import lockstep.engine.python.PythonProcess;

/// Our own programs in other languages: they read a job as JSON and answer a line of JSON for each
/// of its parts.
final class Script {
  private Script() {}

  static String text(String name) {
    return Resource.text(Script.class, name);
  }

  /// @param name in messages
  /// @param remedy for what it said last
  record Program(String name, List<String> command, UnaryOperator<String> remedy) {
    Program {
      command = List.copyOf(command);
    }
  }

  /// Runs a program to its end and returns its answers.
  static List<Json> run(Program program, Path folder, String job, Duration timeout) {
    var run =
        PythonProcess.run(
            new PythonProcess.Call(
                program.command(), folder, Map.of("PYTHONUTF8", "1"), job, timeout));
    if (run.exitCode() != 0) {
      var last = lastLine(run.errors());
      throw EnvironmentException.of(
          VerifyCode.PROGRAM_FAILED,
          "%s ended with %d: %s".formatted(program.name(), run.exitCode(), last),
          program.remedy().apply(last));
    }
    var answers = new ArrayList<Json>();
    run.output().lines().filter(it -> it.startsWith("{")).forEach(it -> answers.add(read(it)));
    return answers;
  }

  static String lastLine(String text) {
    return text.lines()
        .filter(it -> !it.isBlank())
        .reduce((_, last) -> last)
        .orElse("nothing said.");
  }

  private static Json read(String line) {
    try {
      return JsonReader.read(line);
    } catch (MalformedJsonException e) {
      throw new IllegalStateException("no JSON: " + line, e);
    }
  }
}

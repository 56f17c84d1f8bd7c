package lockstep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Shown;
import lockstep.engine.project.Environment;

/// What to say when Lockstep itself is wrong: one sentence, and a file with what we need to know.
///
/// The file holds the command's name and the trace; no other argument, since those may be secret.
///
/// @param file empty where none could be written
record BugReport(String summary, Optional<Path> file) {
  static BugReport of(Throwable problem, List<String> arguments, Environment environment) {
    var summary = problem.getClass().getSimpleName() + ": " + problem.getMessage();
    return new BugReport(Shown.in(summary), write(problem, arguments, environment));
  }

  ExitCode show(Output to) {
    try {
      to.line("internal error: " + summary);
      to.line("   = This is a bug in Lockstep; please report it with what led to it.");
      file.ifPresent(it -> to.line("   = Details: " + it));
      to.flush();
    } catch (EnvironmentException _) {
      // Nobody can be told any more; the exit code still says it.
      return ExitCode.OUR_BUG;
    }
    return ExitCode.OUR_BUG;
  }

  private static Optional<Path> write(
      Throwable problem, List<String> arguments, Environment environment) {
    var trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace, true));
    var command = arguments.isEmpty() ? "" : arguments.getFirst();
    try {
      var folder = Files.createDirectories(environment.cacheFolder().resolve("reports"));
      var file = Files.createTempFile(folder, "bug-", ".txt");
      Files.writeString(
          file,
          "lockstep %s %s%n%s".formatted(Version.text(), command, Shown.in(trace.toString())));
      return Optional.of(file);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}

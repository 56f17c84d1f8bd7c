package lockstep.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// One command: what it takes, how it is explained, what it does.
public interface Command {
  /// Adds options and positional parameters; those that every command has are there already.
  void describe(CommandSpec spec);

  /// Returns calls worth copying, each with a phrase that says what it does.
  List<Example> examples();

  ExitCode run(Invocation invocation);

  /// Returns the member of the JSON report that says whether all is well; empty where a command has
  /// no such report.
  default Optional<String> verdict() {
    return Optional.empty();
  }

  /// @param call as typed, without a prompt
  record Example(String call, String meaning) {}
}

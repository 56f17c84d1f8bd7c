package lockstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Shown;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.project.Environment;
import lockstep.text.Closest;

/// Finds the command that was named, runs it and turns whatever happens into an exit code.
public final class Shell {
  private static final List<String> HELPS = List.of("-h", Options.HELP);

  private final Environment environment;
  private final Terminal terminal;

  public Shell(Environment environment, Terminal terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  /// Never throws, and leaves both outputs flushed.
  public ExitCode run(List<String> arguments) {
    try {
      var code = dispatch(arguments);
      terminal.flush();
      return code;
    } catch (BadCall e) {
      return fail(e.diagnostics(), ExitCode.BAD_CALL);
    } catch (EnvironmentException e) {
      return fail(List.of(e.diagnostic()), ExitCode.ENVIRONMENT_FAILED);
    } catch (SqlError.Thrown e) {
      return e.diagnostic()
          .map(it -> fail(List.of(it), ExitCode.ENVIRONMENT_FAILED))
          .orElseGet(() -> BugReport.of(e, arguments, environment).show(terminal.err()));
    } catch (OutOfMemoryError _) {
      return fail(List.of(outOfMemory()), ExitCode.ENVIRONMENT_FAILED);
    } catch (RuntimeException | Error e) {
      return BugReport.of(e, arguments, environment).show(terminal.err());
    }
  }

  private static Diagnostic outOfMemory() {
    return Diagnostic.of(
            CliCode.OUT_OF_MEMORY,
            "%d MB of memory, which is what Java allows itself here, are not enough."
                .formatted(Runtime.getRuntime().maxMemory() >> 20))
        .withAdvice("Allow it more, as in `JAVA_TOOL_OPTIONS=-Xmx8g lockstep …`.");
  }

  private ExitCode dispatch(List<String> arguments) {
    var first = arguments.isEmpty() ? "help" : arguments.getFirst();
    return switch (first) {
      case "--version", "-V", "version" -> version(arguments);
      case "--help", "-h", "help" -> help(arguments);
      default -> command(arguments);
    };
  }

  private ExitCode command(List<String> words) {
    var group = Verb.inGroup(words.getFirst());
    if (!group.isEmpty() && (words.size() == 1 || HELPS.contains(words.get(1)))) {
      terminal.out().text(Overview.ofGroup(words.getFirst(), terminal.out()));
      return ExitCode.CLEAN;
    }
    var length = group.isEmpty() ? 1 : 2;
    var word = String.join(" ", words.subList(0, length));
    var verb = Verb.find(word).orElseThrow(() -> unknown(word));
    return command(verb, words.subList(length, words.size()));
  }

  private ExitCode command(Verb verb, List<String> arguments) {
    var parser = new ArgumentParser(verb);
    var parsed = parser.parse(arguments);
    if (parsed.isUsageHelpRequested()) {
      terminal.out().text(parser.help(terminal.out()));
      return ExitCode.CLEAN;
    }
    var invocation = new Invocation(parsed, environment, terminal);
    var start = System.nanoTime();
    invocation.exclude(Options.QUIET, Options.VERBOSE);
    var code = run(parser.command(), invocation);
    invocation.detail("took " + (System.nanoTime() - start) / 1_000_000 + " ms");
    return code;
  }

  /// What ends a command stands in the report too, for the program that reads it.
  private static ExitCode run(Command command, Invocation invocation) {
    try {
      return command.run(invocation);
    } catch (BadCall | EnvironmentException | SqlError.Thrown e) {
      command.verdict().ifPresent(it -> Report.failed(diagnostics(e), it, invocation));
      throw e;
    }
  }

  private static List<Diagnostic> diagnostics(RuntimeException e) {
    return switch (e) {
      case BadCall it -> it.diagnostics();
      case EnvironmentException it -> List.of(it.diagnostic());
      case SqlError.Thrown it -> it.diagnostic().stream().toList();
      default -> List.of();
    };
  }

  private ExitCode help(List<String> arguments) {
    if (arguments.size() < 2) {
      terminal.out().text(Overview.text(terminal.out()));
      return ExitCode.CLEAN;
    }
    var words = new ArrayList<>(arguments.subList(1, arguments.size()));
    refuseAfter(Verb.inGroup(words.getFirst()).isEmpty() ? 2 : 3, arguments);
    words.add(Options.HELP);
    return command(words);
  }

  private ExitCode version(List<String> arguments) {
    refuseAfter(1, arguments);
    terminal.out().line("lockstep " + Version.text());
    return ExitCode.CLEAN;
  }

  private static void refuseAfter(int count, List<String> arguments) {
    if (arguments.size() > count) {
      throw BadCall.surplus(
          arguments.getFirst(), arguments.get(count), Optional.of("See `lockstep --help`."));
    }
  }

  private static BadCall unknown(String word) {
    var isOption = word.startsWith("-");
    var closest = Closest.to(word, Verb.words()).map("Did you mean `lockstep %s`?"::formatted);
    var known = Verb.words().stream().collect(Collectors.joining(", ", "The commands are ", "."));
    return new BadCall(
        isOption ? CliCode.UNKNOWN_OPTION : CliCode.UNKNOWN_COMMAND,
        "`%s` is not a command.".formatted(Shown.of(word)),
        closest.or(() -> Optional.of(known)));
  }

  private ExitCode fail(List<Diagnostic> diagnostics, ExitCode code) {
    try {
      diagnostics.forEach(it -> DiagnosticView.show(it, terminal.err()));
      terminal.err().flush();
      terminal.out().flush();
    } catch (EnvironmentException _) {
      // Nobody can be told any more; the exit code still says it.
      return code;
    }
    return code;
  }
}

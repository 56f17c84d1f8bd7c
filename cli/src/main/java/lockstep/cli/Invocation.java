package lockstep.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lockstep.check.drift.DriftCode;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.Reason;
import lockstep.engine.Shown;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Tools;
import lockstep.engine.project.WrittenPath;
import lockstep.engine.workflow.SourceReader;
import lockstep.text.Closest;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// One call of one command: its arguments, and whom to talk to.
public final class Invocation {
  private static final int MOST_SHOWN = 200;

  private final ParseResult parsed;
  private final Environment environment;
  private final Terminal terminal;

  Invocation(ParseResult parsed, Environment environment, Terminal terminal) {
    this.parsed = parsed;
    this.environment = environment;
    this.terminal = terminal;
  }

  /// Returns whether somebody is there to answer.
  public boolean canAsk() {
    return terminal.in().isTerminal() && terminal.err().isTerminal();
  }

  /// Asks a question; whatever does not begin with y is a no, and so is the end of input.
  public boolean confirms(String question) {
    terminal.err().text(question + " [y/N] ");
    terminal.err().flush();
    return line().strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /// Reads byte by byte: what follows the line is for the next question.
  private String line() {
    var bytes = new ByteArrayOutputStream();
    try {
      var next = terminal.in().stream().read();
      while (next >= 0 && next != '\n') {
        bytes.write(next);
        next = terminal.in().stream().read();
      }
    } catch (IOException _) {
      return "";
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  public Environment environment() {
    return environment;
  }

  public boolean has(String option) {
    return parsed.hasMatchedOption(option);
  }

  /// @throws BadCall where both options are given, which contradict each other
  public void exclude(String one, String other) {
    if (has(one) && has(other)) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "`%s` and `%s` contradict each other.".formatted(one, other),
          Optional.of("Give one of them."));
    }
  }

  public Optional<String> value(String option) {
    return Optional.ofNullable(parsed.matchedOptionValue(option, (String) null));
  }

  /// Returns every value of an option that may be given several times.
  public List<String> values(String option) {
    return List.of(parsed.matchedOptionValue(option, new String[0]));
  }

  /// Returns the value of an option with a closed list, the list's first where it is not given.
  public String choice(String option) {
    var spec = parsed.commandSpec().findOption(option);
    var values = values(spec);
    var written = value(option).orElse(values.getFirst());
    if (!values.contains(written)) {
      throw new BadCall(
          CliCode.BAD_VALUE,
          "`%s` takes %s, not `%s`."
              .formatted(option, String.join(", ", values), Shown.of(written)),
          Closest.to(written, values).map("Did you mean `%s`?"::formatted));
    }
    return written;
  }

  /// Returns a positional parameter, from 0.
  public Optional<String> argument(int index) {
    return Optional.ofNullable(parsed.matchedPositionalValue(index, (String) null));
  }

  /// Returns all positional parameters.
  public List<String> arguments() {
    return parsed.matchedPositionals().stream()
        .flatMap(it -> it.stringValues().stream())
        .distinct()
        .toList();
  }

  public String required(int index) {
    return argument(index).orElseThrow();
  }

  /// Returns a path as the call has it, absolute.
  ///
  /// @throws BadCall for what cannot be one, such as nothing or a database's address
  public Path path(String written) {
    return switch (WrittenPath.of(environment.folder(), written)) {
      case WrittenPath.Valid(var path) -> path;
      case WrittenPath.Invalid(var fact, var advice) ->
          throw new BadCall(CliCode.BAD_VALUE, fact, advice);
    };
  }

  /// Returns a reader of sources that tells the user what takes long.
  ///
  /// @param folder the project's
  public SourceReader reader(Path folder, Tools tools) {
    return new SourceReader(environment, folder, tools, progress());
  }

  /// Returns who tells the user what takes long.
  public Progress progress() {
    if (isQuiet()) {
      return Progress.SILENT;
    }
    return has(Options.VERBOSE)
        ? new VerboseProgress(terminal.err())
        : new TerminalProgress(terminal.err());
  }

  /// Writes to stdout: the result, and nothing else.
  public void result(String line) {
    terminal.out().line(line);
  }

  /// Returns all that stands on stdin.
  public byte[] input() {
    try {
      return terminal.in().stream().readAllBytes();
    } catch (IOException e) {
      throw EnvironmentException.of(
          CliCode.INPUT_FAILED, "The input cannot be read: %s.".formatted(Reason.of(e)));
    }
  }

  public Output out() {
    return terminal.out();
  }

  /// Says on stderr what a person wants to know, unless `--quiet`.
  public void note(String line) {
    if (!isQuiet()) {
      terminal.err().line(line);
    }
  }

  /// Says on stderr what only `--verbose` asks for.
  public void detail(String line) {
    if (has(Options.VERBOSE)) {
      terminal.err().line(line);
    }
  }

  public boolean isQuiet() {
    return has(Options.QUIET);
  }

  /// Returns whether a diagnostic is shown to a person: of `--quiet` only errors are left.
  public boolean shows(Diagnostic it) {
    return it.isError() || !isQuiet();
  }

  /// Returns whether a difference is shown to a person. That a table of another tool was left alone
  /// is so in every database that a tool looks after, and nothing to do.
  public boolean showsDifference(Diagnostic it) {
    return shows(it) && (it.code() != DriftCode.LEFT_ALONE || has(Options.VERBOSE));
  }

  /// Shows diagnostics on stderr, and of very many the first.
  public void diagnostics(List<Diagnostic> all) {
    var diagnostics = all.stream().filter(this::shows).toList();
    diagnostics.stream().limit(MOST_SHOWN).forEach(it -> DiagnosticView.show(it, terminal.err()));
    if (diagnostics.size() > MOST_SHOWN) {
      var rest = diagnostics.size() - MOST_SHOWN;
      terminal.err().line("… and %d more; `--format json` has them all.".formatted(rest));
    }
  }

  private static List<String> values(OptionSpec spec) {
    var values = new ArrayList<String>();
    spec.completionCandidates().forEach(values::add);
    return values;
  }
}

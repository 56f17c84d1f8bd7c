package lockstep.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.DiagnosticPages;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.engine.Shown;
import picocli.CommandLine.Model.CommandSpec;

/// Shows what a diagnostic's code means, from the pages packed with the product.
public final class Explain implements Command {
  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.word(
            // Only completion asks for all of them.
            () -> DiagnosticPages.codes().iterator(),
            "CODE",
            "the code in a diagnostic's brackets, as in PSL101"));
  }

  @Override
  public List<Example> examples() {
    return List.of(new Example("lockstep explain CLI001", "show the page of one code"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var code = invocation.required(0).toUpperCase(Locale.ROOT);
    invocation.out().text(DiagnosticPages.find(code).orElseThrow(() -> unknown(code)));
    return ExitCode.CLEAN;
  }

  private static BadCall unknown(String code) {
    return new BadCall(
        CliCode.UNKNOWN_CODE,
        "No diagnostic has the code `%s`.".formatted(Shown.of(code)),
        Optional.of("A code is letters and three digits, as in `error[PSL101]`."));
  }
}

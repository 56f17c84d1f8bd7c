package lockstep.cli.command;

import java.util.List;
import lockstep.cli.Command;
import lockstep.cli.CompletionScript;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import picocli.CommandLine.Model.CommandSpec;

/// Writes a script that completes commands and options in a shell.
public final class Completion implements Command {
  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.word(CompletionScript.SHELLS, "SHELL", "bash, zsh or fish"));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("source <(lockstep completion bash)", "complete in this bash"),
        new Example(
            "lockstep completion zsh > \"${fpath[1]}/_lockstep\"", "complete in every new zsh"),
        new Example(
            "lockstep completion fish > ~/.config/fish/completions/lockstep.fish",
            "complete in every new fish"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    invocation.out().text(CompletionScript.forShell(invocation.required(0)));
    return ExitCode.CLEAN;
  }
}

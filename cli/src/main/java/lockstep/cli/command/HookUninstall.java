package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Sources;
import lockstep.engine.workflow.hook.Hooks;
import picocli.CommandLine.Model.CommandSpec;

/// Takes a project's hook out of whatever runs it.
public final class HookUninstall implements Command {
  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.optional("DIR", "the project's folder; without it, the one that this belongs to"));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep hook uninstall", "all other lines of the hook stay as they are"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var project = Sources.project(invocation, invocation.argument(0), "lockstep validate %s");
    var outcome =
        Hooks.uninstall(new Hooks.Request(project, Optional.empty(), invocation.environment()));
    invocation.diagnostics(outcome.diagnostics());
    for (var it : outcome.changed()) {
      invocation.result("taken out of " + invocation.environment().show(it));
    }
    if (outcome.changed().isEmpty() && outcome.diagnostics().isEmpty()) {
      invocation.result("there is no hook of this project");
    }
    return Sources.exitCode(outcome.diagnostics());
  }
}

package lockstep.cli.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Sources;
import lockstep.engine.workflow.hook.HookState;
import lockstep.engine.workflow.hook.Hooks;
import lockstep.engine.workflow.hook.Manager;
import picocli.CommandLine.Model.CommandSpec;

/// Has every commit of a project run its hook.
public final class HookInstall implements Command {
  private static final String MANAGER = "--manager";
  private static final List<String> MANAGERS =
      Arrays.stream(Manager.values()).map(Manager::word).toList();

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.optional("DIR", "the project's folder; without it, the one that this belongs to"));
    spec.addOption(
        Options.choice(MANAGERS, "who runs it; without it, who runs hooks already", MANAGER));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep hook install", "where hooks are run already, else by Git itself"),
        new Example("lockstep hook install services/api", "for one project of several"),
        new Example("lockstep hook install --manager husky", "in .husky/pre-commit"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var manager =
        invocation
            .value(MANAGER)
            .map(_ -> Manager.values()[MANAGERS.indexOf(invocation.choice(MANAGER))]);
    var project = Sources.project(invocation, invocation.argument(0), "lockstep validate %s");
    var outcome = Hooks.install(new Hooks.Request(project, manager, invocation.environment()));
    invocation.diagnostics(outcome.diagnostics());
    if (outcome.diagnostics().isEmpty()) {
      show(outcome, invocation);
    }
    return Sources.exitCode(outcome.diagnostics());
  }

  private static void show(Hooks.Outcome outcome, Invocation invocation) {
    switch (outcome.state()) {
      case HookState.Installed(var _, var file) -> written(outcome, file, invocation);
      case HookState.Inactive(var _, var file, var command) -> {
        written(outcome, file, invocation);
        invocation.note("note: nobody runs it in this clone yet: " + command);
      }
      case HookState.Outdated _, HookState.ByHand _, HookState.Missing _, HookState.Useless _ ->
          throw new IllegalStateException("installed, and " + outcome.state());
    }
  }

  private static void written(Hooks.Outcome outcome, Path file, Invocation invocation) {
    if (outcome.changed().isEmpty()) {
      invocation.result("installed already in " + invocation.environment().show(file));
    }
    for (var it : outcome.changed()) {
      var verb = it.equals(file) ? "installed in " : "taken out of ";
      invocation.result(verb + invocation.environment().show(it));
    }
  }
}

package lockstep.cli.command;

import java.util.List;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Sources;
import lockstep.engine.workflow.hook.RunHook;
import lockstep.engine.workflow.hook.RunHook.Staging;
import picocli.CommandLine.Model.CommandSpec;

/// What the hook of a project does before each commit.
public final class HookRun implements Command {
  private static final String NO_STAGE = "--no-stage";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.optional("DIR", "the project's folder; without it, the one that this belongs to"));
    spec.addOption(
        Options.flag("generate, stage nothing, and exit with 1 if anything is to stage", NO_STAGE));
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep hook run", "what is staged gets the code that belongs to it"),
        new Example("lockstep hook run --no-stage", "for pre-commit, which wants to stage itself"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var project = Sources.project(invocation, invocation.argument(0), "lockstep validate %s");
    try (var reader = invocation.reader(project.folder(), project.tools())) {
      var outcome =
          RunHook.run(
              new RunHook.Request(
                  project,
                  reader,
                  invocation.environment(),
                  invocation.has(NO_STAGE) ? Staging.LATER : Staging.HERE));
      invocation.diagnostics(outcome.diagnostics());
      outcome.staged().forEach(it -> invocation.note("generated and staged: " + it));
      return Sources.exitCode(outcome.diagnostics());
    }
  }
}

package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.MigrationLimits;
import lockstep.cli.Options;
import lockstep.cli.Sources;
import lockstep.engine.workflow.ApplyMigrations;
import lockstep.engine.workflow.ResetDatabase;
import picocli.CommandLine.Model.CommandSpec;

/// Builds a development database anew.
public final class MigrateReset implements Command {
  private static final String FORCE = "--force";

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
        Options.value("DATABASE", "the name of the database, all rows of which are lost", FORCE));
    Sources.addHistory(spec);
    MigrationLimits.add(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep migrate reset --force app_dev", "lose all that is in app_dev"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var history = Sources.history(invocation);
    var name = history.database().database();
    if (!invocation.value(FORCE).equals(Optional.of(name))) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "All that is in the database `%s` would be lost.".formatted(name),
          Optional.of("If that is meant, say `%s` and the name of the database.".formatted(FORCE)));
    }
    var manner = new ApplyMigrations.Manner(MigrationLimits.of(invocation), Optional.empty());
    var outcome =
        ResetDatabase.run(
            new ApplyMigrations.Request(
                history.folder(),
                history.database(),
                Optional.empty(),
                Optional.of(manner),
                invocation.environment(),
                invocation.progress()));
    invocation.diagnostics(outcome.diagnostics());
    invocation.note(
        "database %s: built anew by %s".formatted(name, Count.of(outcome.applied(), "migration")));
    return Sources.exitCode(outcome.diagnostics());
  }
}

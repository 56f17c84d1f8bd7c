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
  static final String FORCE = "--force";

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
    confirmed(name, "lost", invocation);
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

  /// @param fate of all that is in the database
  /// @throws BadCall where the call does not name the database as one that may have it
  static void confirmed(String database, String fate, Invocation invocation) {
    if (!invocation.value(FORCE).equals(Optional.of(database))) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "All that is in the database `%s` would be %s.".formatted(database, fate),
          Optional.of("If that is meant, say `%s` and the name of the database.".formatted(FORCE)));
    }
  }
}

package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.LockTimeout;
import lockstep.cli.Options;
import lockstep.cli.Sources;
import lockstep.engine.workflow.ResolveMigration;
import lockstep.engine.workflow.ResolveMigration.Verdict;
import picocli.CommandLine.Model.CommandSpec;

/// Records what somebody knows of a migration.
public final class MigrateResolve implements Command {
  private static final String APPLIED = "--applied";
  private static final String ROLLED_BACK = "--rolled-back";

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Options.value("NAME", "the migration whose changes are all there", APPLIED));
    spec.addOption(
        Options.value("NAME", "the failed migration that left nothing behind", ROLLED_BACK));
    Sources.addHistory(spec);
    LockTimeout.add(spec, "how long to wait for another deployer; 3");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "lockstep migrate resolve --rolled-back 20260113_emails", "have it applied again"),
        new Example(
            "lockstep migrate resolve --applied 20260112090000_init",
            "take over a database that has it already"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var verdict = verdictOf(invocation);
    var history = Sources.history(invocation);
    var diagnostics =
        ResolveMigration.run(
            new ResolveMigration.Request(
                history.folder(),
                history.database(),
                verdict,
                LockTimeout.of(invocation),
                invocation.environment(),
                invocation.progress()));
    invocation.diagnostics(diagnostics);
    if (diagnostics.isEmpty()) {
      invocation.note(
          "database %s: %s is recorded as %s"
              .formatted(
                  history.database().database(),
                  verdict.name(),
                  switch (verdict) {
                    case Verdict.Applied _ -> "applied";
                    case Verdict.RolledBack _ -> "rolled back";
                  }));
    }
    return Sources.exitCode(diagnostics);
  }

  private static Verdict verdictOf(Invocation invocation) {
    invocation.exclude(APPLIED, ROLLED_BACK);
    return invocation
        .value(APPLIED)
        .<Verdict>map(Verdict.Applied::new)
        .or(() -> invocation.value(ROLLED_BACK).map(Verdict.RolledBack::new))
        .orElseThrow(
            () ->
                new BadCall(
                    CliCode.WRONG_ARGUMENTS,
                    "`lockstep migrate resolve` needs `%s` or `%s`."
                        .formatted(APPLIED, ROLLED_BACK),
                    Optional.of("See `lockstep migrate resolve --help`.")));
  }
}

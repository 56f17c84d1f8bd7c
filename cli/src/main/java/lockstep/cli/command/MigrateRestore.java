package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.MigrationLimits;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.RestoreBackup;
import picocli.CommandLine.Model.CommandSpec;

/// Brings a database back to a backup.
public final class MigrateRestore implements Command {
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.one("FILE", "the backup, as `migrate apply --backup` writes it"));
    spec.addOption(
        Options.value(
            "DATABASE", "the name of the database, all of which is replaced", MigrateReset.FORCE));
    Sources.addDatabaseToChange(spec);
    MigrationLimits.add(spec);
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "lockstep migrate restore backups/app-20260113T100000Z.dump --force app",
            "replace all that is in the database app by what the file holds"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("restored");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var file = invocation.path(invocation.required(0));
    var database = Sources.databaseToChange(invocation);
    var name = database.database();
    MigrateReset.confirmed(name, "replaced", invocation);
    var outcome =
        RestoreBackup.run(
            new RestoreBackup.Request(
                file,
                database,
                MigrationLimits.of(invocation),
                invocation.environment(),
                invocation.progress()));
    switch (format) {
      case JSON -> invocation.out().text(json(outcome));
      case TEXT -> text(outcome, name, invocation);
    }
    return Sources.exitCode(outcome.diagnostics());
  }

  private static void text(RestoreBackup.Outcome outcome, String name, Invocation invocation) {
    invocation.diagnostics(outcome.diagnostics());
    if (outcome.diagnostics().isEmpty()) {
      invocation.note(
          "database %s: restored; all %d entries of the backup are as it holds them"
              .formatted(name, outcome.entries()));
    }
  }

  private static String json(RestoreBackup.Outcome outcome) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("restored", outcome.diagnostics().stream().noneMatch(Diagnostic::isError));
      out.member("entries", outcome.entries());
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }
}

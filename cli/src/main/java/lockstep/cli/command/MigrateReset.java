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
import lockstep.cli.OutputFormat;
import lockstep.cli.Sources;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.ApplyMigrations;
import lockstep.engine.workflow.ResetDatabase;
import picocli.CommandLine.Model.CommandSpec;

/// Builds a development database anew.
public final class MigrateReset implements Command {
  static final String FORCE = "--force";
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
        Options.value("DATABASE", "the name of the database, all rows of which are lost", FORCE));
    Sources.addHistory(spec);
    MigrationLimits.add(spec);
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep migrate reset --force app_dev", "lose all that is in app_dev"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("reset");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
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
    switch (format) {
      case JSON -> invocation.out().text(json(outcome));
      case TEXT -> {
        invocation.diagnostics(outcome.diagnostics());
        var count = Count.of(outcome.applied(), "migration");
        invocation.note("database %s: built anew by %s".formatted(name, count));
      }
    }
    return Sources.exitCode(outcome.diagnostics());
  }

  private static String json(ApplyMigrations.Outcome outcome) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("reset", !outcome.hasErrors());
      out.member("done", outcome.applied());
      try (var _ = out.array("migrations")) {
        outcome.planned().forEach(it -> out.value(it.name()));
      }
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }

  /// @param fate of all that is in the database
  /// @throws BadCall where the call does not name the database as one that may have it
  static void confirmed(String database, String fate, Invocation invocation) {
    if (!invocation.value(FORCE).equals(Optional.of(database))) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "All that is in the database `%s` would be %s.".formatted(database, fate),
          Optional.of(
              invocation
                  .value(FORCE)
                  .map(it -> "`%s` names `%s`, which is another one.".formatted(FORCE, it))
                  .orElse("If that is meant, say `%s %s`.".formatted(FORCE, database))));
    }
  }
}

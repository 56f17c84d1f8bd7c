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
import lockstep.cli.ScriptsJson;
import lockstep.cli.Sources;
import lockstep.engine.Shown;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.RollBackMigrations;
import lockstep.engine.workflow.RollBackMigrations.Range;
import picocli.CommandLine.Model.CommandSpec;

/// Takes migrations back.
public final class MigrateRollback implements Command {
  private static final String TO = "--to";
  private static final String LAST = "--last";
  private static final String ALLOW = "--allow";
  private static final String DRY_RUN = "--dry-run";
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Options.value("NAME", "take back all that came after this one", TO));
    spec.addOption(Options.value("N", "how many to take back, the last one first; 1", LAST));
    spec.addOption(
        Options.values("LOSS", "what may be lost, as down files name it; `all` for all", ALLOW));
    spec.addOption(Options.flag("change nothing; print the SQL that would be run", DRY_RUN));
    Sources.addHistory(spec);
    MigrationLimits.add(spec);
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep migrate rollback", "take the last one back"),
        new Example("lockstep migrate rollback --last 2 --dry-run", "see the SQL first"),
        new Example("lockstep migrate rollback --to 20260112090000_init", "all after this one"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("rolledBack");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var range = range(invocation);
    var history = Sources.history(invocation);
    var limits = MigrationLimits.of(invocation);
    var outcome =
        RollBackMigrations.run(
            new RollBackMigrations.Request(
                history.folder(),
                history.database(),
                range,
                invocation.values(ALLOW),
                invocation.has(DRY_RUN) ? Optional.empty() : Optional.of(limits),
                invocation.environment(),
                invocation.progress()));
    switch (format) {
      case JSON -> invocation.out().text(json(outcome, invocation));
      case TEXT -> text(outcome, history.database().database(), invocation);
    }
    return Sources.exitCode(outcome.diagnostics());
  }

  private static Range range(Invocation invocation) {
    invocation.exclude(TO, LAST);
    return invocation
        .value(TO)
        .<Range>map(Range.DownTo::new)
        .orElseGet(
            () -> new Range.Last(invocation.value(LAST).map(MigrateRollback::count).orElse(1)));
  }

  private static int count(String text) {
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new BadCall(
          CliCode.BAD_VALUE,
          "`%s` takes a number of migrations, not `%s`.".formatted(LAST, Shown.of(text)),
          Optional.of("Write it as in `%s 2`.".formatted(LAST)));
    }
    return Integer.parseInt(text);
  }

  private static void text(
      RollBackMigrations.Outcome outcome, String database, Invocation invocation) {
    var planned = outcome.planned();
    if (invocation.has(DRY_RUN)) {
      for (var it : planned) {
        invocation.result("-- " + it.name());
        invocation.result(it.script().content().stripTrailing());
      }
    } else {
      planned.stream()
          .limit(outcome.done())
          .forEach(it -> invocation.result("rolled back  " + it.name()));
    }
    invocation.diagnostics(outcome.diagnostics());
    invocation.note(
        invocation.has(DRY_RUN)
            ? "database %s: %s to take back"
                .formatted(database, Count.of(planned.size(), "migration"))
            : "database %s: %s taken back"
                .formatted(database, Count.of(outcome.done(), "migration")));
  }

  private static String json(RollBackMigrations.Outcome outcome, Invocation invocation) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("rolledBack", !outcome.hasErrors() && !invocation.has(DRY_RUN));
      out.member("done", outcome.done());
      try (var _ = out.array("migrations")) {
        outcome.planned().forEach(it -> out.value(it.name()));
      }
      if (invocation.has(DRY_RUN)) {
        ScriptsJson.write(out, outcome.planned());
      }
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }
}

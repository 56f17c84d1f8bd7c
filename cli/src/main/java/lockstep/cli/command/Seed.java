package lockstep.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.LockTimeout;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.Sources;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.project.SeedSettings;
import lockstep.engine.seed.SeedRun;
import lockstep.engine.seed.TableOutcome;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.SeedDatabase;
import picocli.CommandLine.Model.CommandSpec;

/// Brings the rows of data files into a database.
public final class Seed implements Command {
  private static final String DRY_RUN = "--dry-run";
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.optional("PATH", "a folder of data files, or one of them; without it, as set"));
    Sources.addDatabaseToChange(spec);
    spec.addOption(
        Options.flag("write nothing: try it all, say what would change, take it back", DRY_RUN));
    LockTimeout.add(spec, "how long to wait for rows or tables that others hold; 3");
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep seed", "bring in what `[seed]` in lockstep.toml names"),
        new Example("lockstep seed --dry-run", "see what would change"),
        new Example("lockstep seed db/seed/plans.csv", "one table"),
        new Example("lockstep seed db/seed --database env:STAGING_URL", "another database"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("seeded");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var settings = Sources.seed(invocation);
    var files = invocation.argument(0).map(invocation::path).orElseGet(() -> files(settings));
    var url = Sources.databaseToChange(invocation);
    var ending = invocation.has(DRY_RUN) ? SeedRun.Ending.TAKEN_BACK : SeedRun.Ending.KEPT;
    var outcome =
        SeedDatabase.run(
            new SeedDatabase.Request(
                files,
                settings,
                url,
                ending,
                LockTimeout.of(invocation),
                invocation.environment(),
                invocation.progress()));
    switch (format) {
      case JSON -> invocation.out().text(json(outcome, invocation));
      case TEXT -> text(outcome, url.database(), invocation);
    }
    return Sources.exitCode(outcome.diagnostics());
  }

  private static Path files(SeedSettings settings) {
    return settings
        .files()
        .orElseThrow(
            () ->
                new BadCall(
                    CliCode.WRONG_ARGUMENTS,
                    "No data files are named, and lockstep.toml sets none.",
                    Optional.of("Name their folder, as in `lockstep seed db/seed`.")));
  }

  private static void text(SeedRun.Outcome outcome, String database, Invocation invocation) {
    invocation.diagnostics(outcome.diagnostics());
    if (outcome.hasErrors()) {
      invocation.note("database %s: nothing written".formatted(database));
      return;
    }
    if (invocation.isQuiet()) {
      return;
    }
    var width =
        outcome.tables().stream().mapToInt(it -> it.table().toString().length()).max().orElse(0);
    for (var it : outcome.tables()) {
      var name = it.table().toString();
      invocation.result(name + " ".repeat(width - name.length() + 2) + words(it));
    }
    invocation.result(
        "database %s: %s %s"
            .formatted(
                database,
                rows(outcome.changed()),
                invocation.has(DRY_RUN) ? "to change" : "changed"));
  }

  private static String words(TableOutcome it) {
    var words = new StringBuilder(rows(it.rows())).append(':');
    if (it.inserted() > 0) {
      words.append(" %d new,".formatted(it.inserted()));
    }
    if (it.updated() > 0) {
      words.append(" %d updated,".formatted(it.updated()));
    }
    words.append(" %d as they were".formatted(it.unchanged()));
    return it.others() > 0
        ? words.append("; %d of others left alone".formatted(it.others())).toString()
        : words.toString();
  }

  private static String rows(long count) {
    return count + (count == 1 ? " row" : " rows");
  }

  private static String json(SeedRun.Outcome outcome, Invocation invocation) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("seeded", !outcome.hasErrors() && !invocation.has(DRY_RUN));
      out.member("changed", outcome.changed());
      try (var _ = out.array("tables")) {
        outcome.tables().forEach(it -> table(out, it));
      }
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }

  private static void table(JsonWriter out, TableOutcome it) {
    try (var _ = out.object()) {
      out.member("table", it.table().toString());
      out.member("rows", it.rows());
      out.member("inserted", it.inserted());
      out.member("updated", it.updated());
      out.member("unchanged", it.unchanged());
      out.member("others", it.others());
    }
  }
}

package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.LockTimeout;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.PlanJson;
import lockstep.cli.PlanOptions;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.migrate.Patience;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.PushSchema;
import lockstep.plan.Plan;
import lockstep.plan.PlanScript;
import lockstep.plan.Style;
import picocli.CommandLine.Model.CommandSpec;

/// Makes the database equal to the schema, now, and generates.
public final class Push implements Command {
  private static final String DRY_RUN = "--dry-run";
  private static final String ONLINE = "--online";
  private static final String NO_GENERATE = "--no-generate";
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.optional("DIR", "the project's folder; without it, the one that this belongs to"));
    Sources.addDatabaseToChange(spec);
    spec.addOption(Options.flag("change nothing; print the SQL that would be run", DRY_RUN));
    spec.addOption(Options.flag("do not generate code afterwards", NO_GENERATE));
    spec.addOption(Options.flag("change tables in use with care, a step at a time", ONLINE));
    PlanOptions.addLosses(spec);
    LockTimeout.add(spec, "how long to wait for a lock, five times; 3");
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep push", "make the development database follow the schema"),
        new Example("lockstep push --dry-run", "see the SQL first"),
        new Example("lockstep push --allow drop-column:users.age", "what would lose data, by name"),
        new Example("lockstep push --rename users.age=years", "rename instead of drop and add"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("pushed");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var project =
        Sources.project(
            invocation, invocation.argument(0), "lockstep diff env:DATABASE_URL %s --sql");
    var url = project.database().orElseGet(() -> Sources.usualDatabase(invocation));
    try (var reader = invocation.reader(project.folder(), project.tools())) {
      var outcome =
          PushSchema.run(
              new PushSchema.Request(
                  project.source(),
                  url,
                  reader,
                  invocation.has(ONLINE) ? Style.ONLINE : Style.PLAIN,
                  PlanOptions.consent(invocation),
                  PlanOptions.trial(invocation),
                  invocation.has(DRY_RUN) ? Optional.empty() : Optional.of(patience(invocation))));
      Consumer<List<Diagnostic>> told =
          all -> report(outcome, all, url.database(), format, invocation);
      if (!outcome.hasErrors() && !invocation.has(DRY_RUN) && !invocation.has(NO_GENERATE)) {
        return Generate.after(project, reader, outcome.diagnostics(), format, invocation, told);
      }
      told.accept(outcome.diagnostics());
      return Sources.exitCode(outcome.diagnostics());
    }
  }

  private static Patience patience(Invocation invocation) {
    return Patience.of(LockTimeout.of(invocation));
  }

  private static void report(
      PushSchema.Outcome outcome,
      List<Diagnostic> all,
      String database,
      OutputFormat format,
      Invocation invocation) {
    switch (format) {
      case JSON -> invocation.out().text(json(outcome, all, invocation));
      case TEXT -> text(outcome, database, invocation);
    }
  }

  private static void text(PushSchema.Outcome outcome, String database, Invocation invocation) {
    invocation.diagnostics(outcome.diagnostics());
    if (outcome.plan().isEmpty()) {
      return;
    }
    var plan = outcome.plan().get();
    if (!plan.isEmpty()) {
      invocation.out().text(PlanScript.of(plan).text());
    }
    if (!invocation.isQuiet() && !outcome.hasErrors()) {
      invocation.note(summary(plan, database, invocation));
    }
  }

  private static String summary(Plan plan, String database, Invocation invocation) {
    if (plan.isEmpty()) {
      return "database %s: nothing to do".formatted(database);
    }
    var statements = Count.of(plan.steps().size(), "statement");
    return invocation.has(DRY_RUN)
        ? "database %s: %s to run".formatted(database, statements)
        : "database %s: %s run".formatted(database, statements);
  }

  private static String json(
      PushSchema.Outcome outcome, List<Diagnostic> all, Invocation invocation) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("pushed", !outcome.hasErrors() && !invocation.has(DRY_RUN));
      out.member("done", outcome.done());
      PlanJson.steps(out, outcome.plan());
      JsonReport.diagnostics(out, all);
    }
    return out.toString();
  }
}

package lockstep.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.MigrationLimits;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.Report;
import lockstep.cli.ScriptsJson;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.workflow.ApplyMigrations;
import lockstep.engine.workflow.RunChecks;
import picocli.CommandLine.Model.CommandSpec;

/// Applies the migrations that a database has not got.
public final class MigrateApply implements Command {
  private static final String DRY_RUN = "--dry-run";
  private static final String TO = "--to";
  private static final String BACKUP = "--backup";
  private static final String NO_CHECK = "--no-check";
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    Sources.addHistory(spec);
    spec.addOption(Options.flag("change nothing; print the SQL that would be run", DRY_RUN));
    spec.addOption(Options.value("NAME", "the last migration to apply; without it, all", TO));
    spec.addOption(
        Options.value("DIR", "first copy the database into a file there, by pg_dump", BACKUP));
    spec.addOption(
        Options.flag("do not compare the database with the schema afterwards", NO_CHECK));
    MigrationLimits.add(spec);
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep migrate apply", "apply what is pending, in order"),
        new Example("lockstep migrate apply --dry-run", "see the SQL first"),
        new Example("lockstep migrate apply --to 20260112090000_init", "go no further than this"),
        new Example("lockstep migrate apply --backup backups", "copy the database first"),
        new Example(
            "lockstep migrate deploy --database env:PRODUCTION_URL",
            "the same, as Prisma says it"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("applied");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var history = Sources.history(invocation);
    var manner =
        new ApplyMigrations.Manner(
            MigrationLimits.of(invocation), invocation.value(BACKUP).map(invocation::path));
    var outcome =
        ApplyMigrations.run(
            new ApplyMigrations.Request(
                history.folder(),
                history.database(),
                invocation.value(TO),
                invocation.has(DRY_RUN) ? Optional.empty() : Optional.of(manner),
                invocation.environment(),
                invocation.progress()));
    var check = check(outcome, history, invocation);
    var report =
        new Report(check.map(RunChecks.Outcome::drifts).orElse(List.of()), said(outcome, check));
    switch (format) {
      case JSON -> invocation.out().text(json(outcome, report, invocation));
      case TEXT -> text(outcome, report, history.database().database(), invocation);
    }
    return check.filter(it -> !it.failures().isEmpty()).isPresent()
        ? ExitCode.ENVIRONMENT_FAILED
        : Sources.exitCode(report.all());
  }

  /// Compares what the migrations made with what the project's schema says. Where more is to be
  /// applied they differ, and where nothing was applied nobody asked.
  private static Optional<RunChecks.Outcome> check(
      ApplyMigrations.Outcome outcome, Sources.History history, Invocation invocation) {
    var isComplete =
        !outcome.hasErrors() && outcome.applied() > 0 && invocation.value(TO).isEmpty();
    return history
        .project()
        .filter(_ -> isComplete && !invocation.has(NO_CHECK))
        .map(
            it ->
                RunChecks.run(
                    new RunChecks.Request(
                        it.onlyWith(history.database()),
                        invocation.environment(),
                        invocation.progress())));
  }

  private static List<Diagnostic> said(
      ApplyMigrations.Outcome outcome, Optional<RunChecks.Outcome> check) {
    return Stream.concat(
            outcome.diagnostics().stream(),
            check.stream()
                .flatMap(it -> Stream.concat(it.diagnostics().stream(), it.failures().stream())))
        .toList();
  }

  private static void text(
      ApplyMigrations.Outcome outcome, Report report, String database, Invocation invocation) {
    var planned = outcome.planned();
    if (invocation.has(DRY_RUN)) {
      for (var it : planned) {
        invocation.result("-- " + it.name());
        invocation.result(it.script().content().stripTrailing());
      }
    } else {
      outcome
          .backup()
          .ifPresent(it -> invocation.result("backup   " + invocation.environment().show(it)));
      planned.stream()
          .limit(outcome.applied())
          .forEach(it -> invocation.result("applied  " + it.name()));
    }
    invocation.diagnostics(report.others());
    new Report(report.drifts(), List.of()).text(invocation);
    invocation.note("database %s: %s".formatted(database, summary(outcome, invocation)));
  }

  private static String summary(ApplyMigrations.Outcome outcome, Invocation invocation) {
    var planned = outcome.planned().size();
    if (invocation.has(DRY_RUN)) {
      return Count.of(planned, "migration") + " to apply";
    }
    if (planned == 0) {
      return outcome.hasErrors() ? "nothing applied" : "nothing to do";
    }
    return "%d of %d migrations applied".formatted(outcome.applied(), planned);
  }

  private static String json(
      ApplyMigrations.Outcome outcome, Report report, Invocation invocation) {
    return report.json(
        out -> {
          out.member("applied", !outcome.hasErrors() && !invocation.has(DRY_RUN));
          out.member("done", outcome.applied());
          out.member("backup", outcome.backup().map(Path::toString));
          try (var _ = out.array("migrations")) {
            outcome.planned().forEach(it -> out.value(it.name()));
          }
          if (invocation.has(DRY_RUN)) {
            ScriptsJson.write(out, outcome.planned());
          }
        });
  }
}

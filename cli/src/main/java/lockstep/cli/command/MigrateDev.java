package lockstep.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.MigrationLimits;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.PlanOptions;
import lockstep.cli.Report;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.workflow.ApplyMigrations;
import lockstep.engine.workflow.DevelopHistory;
import lockstep.engine.workflow.WriteMigration;
import lockstep.migration.Migration;
import picocli.CommandLine.Model.CommandSpec;

/// Keeps a development database, its history and the schema together.
public final class MigrateDev implements Command {
  private static final String USUAL = "change";
  private static final String CREATE_ONLY = "--create-only";
  private static final String NO_GENERATE = "--no-generate";
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.optional("NAME", "a few words on what a new migration does, as in add_users"));
    spec.addOption(Options.flag("write the migration, and do not apply it", CREATE_ONLY));
    PlanOptions.add(spec);
    spec.addOption(Options.flag("do not generate code afterwards", NO_GENERATE));
    Sources.addHistory(spec);
    MigrationLimits.add(spec);
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep migrate dev add_users", "apply, compare, write, apply, generate"),
        new Example("lockstep migrate dev add_users --create-only", "look at the file first"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("upToDate");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var words = MigrateNew.words(invocation.argument(0).orElse(USUAL));
    var project =
        Sources.project(invocation, Optional.empty(), "lockstep diff migrations:DIR %s --sql");
    var folder = Sources.migrations(invocation, project);
    var database = project.database().orElseGet(() -> Sources.usualDatabase(invocation));
    try (var reader = invocation.reader(project.folder(), project.tools())) {
      var outcome =
          DevelopHistory.run(
              new DevelopHistory.Request(
                  MigrateNew.request(
                      folder,
                      words,
                      new WriteMigration.Content.Difference(
                          project.source(), PlanOptions.style(invocation)),
                      reader,
                      invocation),
                  database,
                  new ApplyMigrations.Manner(MigrationLimits.of(invocation), Optional.empty()),
                  invocation.has(CREATE_ONLY)
                      ? DevelopHistory.Then.LEAVE
                      : DevelopHistory.Then.APPLY));
      Consumer<List<Diagnostic>> told =
          others -> {
            var all = new Report(outcome.drifts(), others);
            switch (format) {
              case JSON -> invocation.out().text(json(outcome, all, folder, invocation));
              case TEXT -> text(outcome, all, folder, database.database(), invocation);
            }
          };
      if (outcome.hasErrors() || invocation.has(NO_GENERATE)) {
        told.accept(outcome.diagnostics());
        return Sources.exitCode(new Report(outcome.drifts(), outcome.diagnostics()).all());
      }
      return Generate.after(project, reader, outcome.diagnostics(), format, invocation, told);
    }
  }

  private static void text(
      DevelopHistory.Outcome outcome,
      Report report,
      Path folder,
      String database,
      Invocation invocation) {
    invocation.diagnostics(report.others());
    new Report(report.drifts(), List.of()).text(invocation);
    lines(outcome, folder, invocation).forEach(invocation::result);
    if (!outcome.hasErrors() && outcome.applied().isEmpty() && outcome.written().isEmpty()) {
      invocation.note("database %s: nothing to do".formatted(database));
    }
  }

  private static Stream<String> lines(
      DevelopHistory.Outcome outcome, Path folder, Invocation invocation) {
    return Stream.concat(
        MigrateNew.files(outcome.written(), folder, invocation).stream().map("created  "::concat),
        outcome.applied().stream().map(Migration::name).map("applied  "::concat));
  }

  private static String json(
      DevelopHistory.Outcome outcome, Report report, Path folder, Invocation invocation) {
    return report.json(
        out -> {
          out.member("upToDate", !outcome.hasErrors() && report.findings() == 0);
          try (var _ = out.array("files")) {
            MigrateNew.files(outcome.written(), folder, invocation).forEach(out::value);
          }
          try (var _ = out.array("applied")) {
            outcome.applied().forEach(it -> out.value(it.name()));
          }
        });
  }
}

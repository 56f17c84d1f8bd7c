package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.MigrationLimits;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Shown;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.project.Project;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.engine.workflow.BaselineHistory;
import picocli.CommandLine.Model.CommandSpec;

/// Begins a history with what a database is.
public final class MigrateBaseline implements Command {
  private static final String USUAL = "0_init";
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.optional("NAME", "how the migration is called; 0_init"));
    Sources.addHistory(spec);
    MigrationLimits.add(spec);
    Sources.addShadow(spec);
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep migrate baseline", "take over a database that has its tables"),
        new Example("lockstep migrate baseline --database env:PRODUCTION_URL", "another database"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("baselined");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var name = folderName(invocation.argument(0).orElse(USUAL));
    var history = Sources.history(invocation);
    var tools =
        history
            .project()
            .map(Project::tools)
            .orElseGet(() -> Sources.named(invocation, "empty:").tools());
    try (var reader = invocation.reader(invocation.environment().folder(), tools)) {
      var outcome =
          BaselineHistory.run(
              new BaselineHistory.Request(
                  history.folder(),
                  history.database(),
                  name,
                  reader,
                  MigrationLimits.of(invocation),
                  invocation.environment()));
      var script = history.folder().resolve(name).resolve(MigrationFolder.SCRIPT);
      var file = outcome.written().map(_ -> invocation.environment().show(script));
      switch (format) {
        case JSON -> invocation.out().text(json(name, file, outcome.diagnostics()));
        case TEXT -> {
          invocation.diagnostics(outcome.diagnostics());
          file.ifPresent(
              it -> {
                invocation.result("created  " + it);
                invocation.note(
                    "database %s: %s is recorded as applied"
                        .formatted(history.database().database(), name));
              });
        }
      }
      return Sources.exitCode(outcome.diagnostics());
    }
  }

  private static String json(String name, Optional<String> file, List<Diagnostic> diagnostics) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("baselined", file.isPresent());
      out.member("migration", name);
      out.member("file", file);
      JsonReport.diagnostics(out, diagnostics);
    }
    return out.toString();
  }

  /// Returns a name as it is, where a folder may have it.
  static String folderName(String name) {
    if (!name.matches("[A-Za-z0-9_-]{1,200}")) {
      throw new BadCall(
          CliCode.BAD_VALUE,
          "`%s` is no name of a migration.".formatted(Shown.of(name)),
          Optional.of("Letters, digits, `_` and `-` may stand in it, as in `0_init`."));
    }
    return name;
  }
}

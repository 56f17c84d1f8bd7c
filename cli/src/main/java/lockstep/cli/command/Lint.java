package lockstep.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.DiagnosticView;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Report;
import lockstep.cli.Sources;
import lockstep.diagnostic.Severity;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.source.sql.SqlFiles;
import lockstep.engine.workflow.LintScripts;
import picocli.CommandLine.Model.CommandSpec;

/// Says what SQL scripts would do to a running service.
public final class Lint implements Command {
  private static final String FORMAT = "--format";
  private static final String DATABASE = "--database";
  private static final String INPUT = "-";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.one("PATH", "an SQL file, a folder of migrations in their order, or - for stdin"));
    spec.addOption(
        Options.value(
            "URL",
            "what the scripts are to run on: its tables, sizes and rows are looked at",
            DATABASE));
    spec.addOption(Options.choice(Report.Format.WORDS, "how to report", FORMAT));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "lockstep lint prisma/migrations", "all migrations, each after those before it"),
        new Example("lockstep lint migration.sql", "one script by itself"),
        new Example(
            "lockstep lint migration.sql --database env:DATABASE_URL",
            "with the sizes and rows of the database that it is for"),
        new Example("git show HEAD:up.sql | lockstep lint -", "what another program writes"),
        new Example("lockstep lint db/migration --format github", "in a GitHub workflow"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("clean");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = Report.Format.of(invocation.choice(FORMAT));
    var levels = Sources.levels(invocation);
    var database = invocation.value(DATABASE).map(it -> Sources.database(invocation, it));
    var outcome = LintScripts.run(new LintScripts.Request(files(invocation), levels, database));
    var report = new Report(List.of(), outcome.diagnostics());
    report.show(format, () -> json(outcome), () -> text(outcome, invocation), invocation);
    return exitCode(outcome);
  }

  private static SqlFiles files(Invocation invocation) {
    var written = invocation.required(0);
    return written.equals(INPUT)
        ? SqlFiles.of(invocation.input(), "stdin")
        : SqlFiles.read(invocation.path(written), invocation.environment()::show);
  }

  private static ExitCode exitCode(LintScripts.Outcome outcome) {
    if (isUnread(outcome)) {
      return ExitCode.BAD_CALL;
    }
    return outcome.isClean() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static boolean isUnread(LintScripts.Outcome outcome) {
    return outcome.diagnostics().stream().anyMatch(it -> it.code() instanceof ProjectCode);
  }

  private static void text(LintScripts.Outcome outcome, Invocation invocation) {
    if (isUnread(outcome)) {
      invocation.diagnostics(outcome.diagnostics());
      return;
    }
    outcome.diagnostics().stream()
        .filter(invocation::shows)
        .forEach(it -> DiagnosticView.show(it, invocation.out()));
    if (!invocation.isQuiet()) {
      invocation.result(summary(outcome));
    }
  }

  private static String summary(LintScripts.Outcome outcome) {
    var scripts = Count.of(outcome.scripts(), "script");
    if (outcome.diagnostics().isEmpty()) {
      return "no hazard in " + scripts;
    }
    var parts = new ArrayList<String>();
    for (var severity : Severity.values()) {
      var count = outcome.count(severity);
      if (count > 0) {
        parts.add(Count.of(count, severity.word()));
      }
    }
    return "%s in %s".formatted(String.join(", ", parts), scripts);
  }

  private static String json(LintScripts.Outcome outcome) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("clean", outcome.isClean());
      out.member("scripts", outcome.scripts());
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }
}

package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Report;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.VerifyHistory;
import lockstep.migration.Migration;
import picocli.CommandLine.Model.CommandSpec;

/// Proves a history in the shadow.
public final class MigrateVerify implements Command {
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    Sources.addMigrations(spec);
    spec.addOption(Options.choice(Report.Format.WORDS, "how to report", FORMAT));
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep migrate verify", "do all migrations lead there and back?"),
        new Example("lockstep migrate verify --verbose", "name also those that do"),
        new Example("lockstep migrate verify --format github", "in a GitHub workflow"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("verified");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = Report.Format.of(invocation.choice(FORMAT));
    var project = Sources.project(invocation, Optional.empty(), "lockstep show migrations:DIR");
    try (var reader = invocation.reader(project.folder(), project.tools())) {
      var outcome =
          VerifyHistory.run(
              new VerifyHistory.Request(
                  Sources.migrations(invocation, project), reader, invocation.environment()));
      new Report(List.of(), outcome.diagnostics())
          .show(format, () -> json(outcome), () -> text(outcome, invocation), invocation);
      return Sources.exitCode(outcome.diagnostics());
    }
  }

  private static void text(VerifyHistory.Outcome outcome, Invocation invocation) {
    invocation.diagnostics(outcome.diagnostics());
    outcome.proven().forEach(it -> invocation.detail("proven   " + it.name()));
    outcome.oneWay().forEach(it -> invocation.result("one way  " + it.name()));
    invocation.result(
        "history: %d lead there and back, %d have no way back"
            .formatted(outcome.proven().size(), outcome.oneWay().size()));
  }

  private static String json(VerifyHistory.Outcome outcome) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("verified", outcome.diagnostics().stream().noneMatch(Diagnostic::isError));
      names(out, "proven", outcome.proven());
      names(out, "oneWay", outcome.oneWay());
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }

  private static void names(JsonWriter out, String member, List<Migration> migrations) {
    try (var _ = out.array(member)) {
      migrations.forEach(it -> out.value(it.name()));
    }
  }
}

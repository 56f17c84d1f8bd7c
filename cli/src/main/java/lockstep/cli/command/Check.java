package lockstep.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Report;
import lockstep.cli.Sources;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.workflow.RunChecks;
import picocli.CommandLine.Model.CommandSpec;

/// Proves that a project's schema, models, generated files and database agree.
public final class Check implements Command {
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.optional("DIR", "the project's folder; without it, the one that this belongs to"));
    spec.addOption(Options.choice(Report.Format.WORDS, "how to report", FORMAT));
    Sources.addDatabase(spec);
    Sources.addTools(spec);
    Sources.addStrict(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep check", "check the project here"),
        new Example("lockstep check services/api", "check another one"),
        new Example("lockstep check --no-database", "without the database, as in a commit hook"),
        new Example("lockstep check --format github", "in a GitHub workflow"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("agree");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = Report.Format.of(invocation.choice(FORMAT));
    var project = Sources.project(invocation, invocation.argument(0), "lockstep validate %s");
    var outcome =
        RunChecks.run(
            new RunChecks.Request(project, invocation.environment(), invocation.progress()));
    var all = new ArrayList<>(outcome.diagnostics());
    all.addAll(outcome.failures());
    var report = new Report(outcome.drifts(), Sources.strict(invocation, all));
    report.show(
        format,
        out -> members(outcome, report, out),
        () -> text(outcome, report, invocation),
        invocation);
    return outcome.failures().isEmpty()
        ? Sources.exitCode(report.all())
        : ExitCode.ENVIRONMENT_FAILED;
  }

  private static void members(RunChecks.Outcome outcome, Report report, JsonWriter out) {
    out.member("agree", report.findings() == 0);
    out.member("models", outcome.models());
    try (var _ = out.array("sources")) {
      outcome.sources().forEach(out::value);
    }
    try (var _ = out.array("next")) {
      outcome.next().forEach(out::value);
    }
    try (var _ = out.array("notes")) {
      outcome.notes().forEach(out::value);
    }
  }

  private static void text(RunChecks.Outcome outcome, Report report, Invocation invocation) {
    report.text(invocation);
    outcome.notes().forEach(it -> invocation.note("note: " + it));
    report.leftAlone(invocation);
    if (invocation.isQuiet()) {
      return;
    }
    if (outcome.sources().size() == 1 && report.findings() == 0) {
      invocation.result(
          "%s in %s, and nothing to compare it with: name a target, a database or `compare`"
              .formatted(Count.of(outcome.models(), "model"), outcome.sources().getFirst()));
    } else if (report.findings() == 0) {
      invocation.result(
          "%s, %s agree: %s"
              .formatted(
                  Count.of(outcome.models(), "model"),
                  Count.of(outcome.sources().size(), "source"),
                  String.join(", ", outcome.sources())));
    } else {
      invocation.result(
          "%s in %s: %s"
              .formatted(
                  Count.of(report.findings(), "finding"),
                  Count.of(outcome.sources().size(), "source"),
                  String.join(", ", outcome.sources())));
    }
    if (!outcome.next().isEmpty()) {
      var commands = outcome.next().stream().map("`%s`"::formatted).toList();
      invocation.note("next: " + String.join(", then ", commands));
    }
  }
}

package lockstep.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.PlanJson;
import lockstep.cli.PlanOptions;
import lockstep.cli.Report;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.workflow.DiffSources;
import lockstep.engine.workflow.PlanChanges;
import lockstep.plan.Plan;
import lockstep.plan.PlanScript;
import picocli.CommandLine.Model.CommandSpec;

/// Compares any two sources.
public final class Diff implements Command {
  private static final String FORMAT = "--format";
  private static final String SQL = "--sql";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.at(0, "A", Sources.WAYS));
    spec.addPositional(Options.at(1, "B", "another source"));
    spec.addOption(Options.choice(Report.Format.WORDS, "how to report", FORMAT));
    spec.addOption(Options.flag("print what turns A into B, as SQL", SQL));
    PlanOptions.add(spec);
    Sources.addTools(spec);
    Sources.addStrict(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "lockstep diff prisma env:DATABASE_URL", "does the database follow the schema?"),
        new Example(
            "lockstep diff prisma/schema.prisma python:app.models", "do the models follow it?"),
        new Example(
            "lockstep diff sql:before.sql sql:after.sql", "what changed between two dumps?"),
        new Example(
            "lockstep diff env:DATABASE_URL prisma --sql",
            "what makes the database follow the schema?"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("agree");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = Report.Format.of(invocation.choice(FORMAT));
    var named = Sources.named(invocation, invocation.required(0), invocation.required(1));
    var from = named.specs().getFirst();
    var to = named.specs().getLast();
    try (var reader = invocation.reader(invocation.environment().folder(), named.tools())) {
      var outcome = DiffSources.run(new DiffSources.Request(from, to, reader));
      var planned =
          outcome
              .comparison()
              .filter(_ -> invocation.has(SQL))
              .map(it -> PlanChanges.run(PlanOptions.request(from, it, reader, invocation)));
      var read = Sources.strict(invocation, outcome.diagnostics());
      var diagnostics = new ArrayList<>(read);
      planned.ifPresent(it -> diagnostics.addAll(it.findings()));
      var report = new Report(outcome.drifts(), diagnostics);
      var code =
          planned.map(it -> exitCode(it, read)).orElseGet(() -> Sources.exitCode(report.all()));
      report.show(
          format,
          out -> {
            out.member("agree", code == ExitCode.CLEAN);
            out.member("from", from.label());
            out.member("to", to.label());
            planned.ifPresent(it -> json(it.plan(), out));
          },
          () ->
              planned.ifPresentOrElse(
                  it -> sql(it, read, invocation), () -> text(report, from, to, invocation)),
          invocation);
      return code;
    }
  }

  private static ExitCode exitCode(PlanChanges.Outcome planned, List<Diagnostic> read) {
    return planned.plan().filter(Plan::isEmpty).isPresent()
            && read.stream().noneMatch(Diagnostic::isError)
        ? ExitCode.CLEAN
        : ExitCode.FINDINGS;
  }

  private static void json(Optional<Plan> plan, JsonWriter out) {
    PlanJson.steps(out, plan);
    out.member("script", plan.map(it -> PlanScript.of(it).text()));
  }

  /// Prints a script and nothing else to stdout, so that it can be kept or sent on.
  private static void sql(
      PlanChanges.Outcome planned, List<Diagnostic> read, Invocation invocation) {
    invocation.diagnostics(read);
    invocation.diagnostics(planned.findings());
    if (read.stream().noneMatch(Diagnostic::isError)) {
      planned.plan().ifPresent(it -> invocation.out().text(PlanScript.of(it).text()));
    }
  }

  private static void text(Report report, SourceSpec from, SourceSpec to, Invocation invocation) {
    invocation.diagnostics(report.others());
    var drifts = new Report(report.drifts(), List.of());
    drifts.text(invocation);
    drifts.leftAlone(invocation);
    if (!invocation.isQuiet() && report.others().stream().noneMatch(Diagnostic::isError)) {
      var verdict = drifts.findings() == 0 ? "agree" : "do not agree";
      invocation.result("%s and %s %s".formatted(from.label(), to.label(), verdict));
    }
  }
}

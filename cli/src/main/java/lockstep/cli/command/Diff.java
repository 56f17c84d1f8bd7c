package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.PlanOptions;
import lockstep.cli.Report;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.workflow.Comparison;
import lockstep.engine.workflow.DiffSources;
import lockstep.engine.workflow.PlanChanges;
import lockstep.engine.workflow.SourceReader;
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
      var diagnostics = Sources.strict(invocation, outcome.diagnostics());
      if (invocation.has(SQL) && outcome.comparison().isPresent()) {
        return sql(outcome.comparison().get(), diagnostics, from, reader, invocation);
      }
      var report = new Report(outcome.drifts(), diagnostics);
      var code = Sources.exitCode(report.all());
      report.show(
          format,
          out -> {
            out.member("agree", code == ExitCode.CLEAN);
            out.member("from", from.label());
            out.member("to", to.label());
          },
          () -> text(report, from, to, invocation),
          invocation);
      return code;
    }
  }

  /// Prints a script and nothing else to stdout, so that it can be kept or sent on.
  private static ExitCode sql(
      Comparison comparison,
      List<Diagnostic> diagnostics,
      SourceSpec from,
      SourceReader reader,
      Invocation invocation) {
    var planned = PlanChanges.run(PlanOptions.request(from, comparison, reader, invocation));
    invocation.diagnostics(diagnostics);
    invocation.diagnostics(planned.findings());
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return ExitCode.FINDINGS;
    }
    planned.plan().ifPresent(it -> invocation.out().text(PlanScript.of(it).text()));
    return planned.plan().filter(Plan::isEmpty).isPresent() ? ExitCode.CLEAN : ExitCode.FINDINGS;
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

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
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.ResolveMigration;
import lockstep.engine.workflow.ResolveMigration.Verdict;
import picocli.CommandLine.Model.CommandSpec;

/// Records what somebody knows of a migration, or goes on with it.
public final class MigrateResolve implements Command {
  private static final String APPLIED = "--applied";
  private static final String ROLLED_BACK = "--rolled-back";
  private static final String RESUME = "--resume";
  private static final String STATEMENT = "--statement";
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Options.value("NAME", "the migration whose changes are all there", APPLIED));
    spec.addOption(
        Options.value("NAME", "the failed migration that left nothing behind", ROLLED_BACK));
    spec.addOption(
        Options.value("NAME", "the failed migration to go on with behind what stands", RESUME));
    spec.addOption(
        Options.value("NUMBER", "the first statement to run of it; else as recorded", STATEMENT));
    Sources.addHistory(spec);
    MigrationLimits.add(spec);
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "lockstep migrate resolve --resume 20260113_emails", "run the rest of what failed"),
        new Example(
            "lockstep migrate resolve --rolled-back 20260113_emails", "have it applied again"),
        new Example(
            "lockstep migrate resolve --applied 20260112090000_init",
            "take over a database that has it already"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("resolved");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var verdict = verdictOf(invocation);
    var history = Sources.history(invocation);
    var diagnostics =
        ResolveMigration.run(
            new ResolveMigration.Request(
                history.folder(),
                history.database(),
                verdict,
                MigrationLimits.of(invocation),
                invocation.environment(),
                invocation.progress()));
    switch (format) {
      case JSON -> invocation.out().text(json(verdict, diagnostics));
      case TEXT -> text(verdict, diagnostics, history.database().database(), invocation);
    }
    return Sources.exitCode(diagnostics);
  }

  private static void text(
      Verdict verdict, List<Diagnostic> diagnostics, String database, Invocation invocation) {
    invocation.diagnostics(diagnostics);
    if (diagnostics.isEmpty()) {
      invocation.note(
          "database %s: %s is recorded as %s"
              .formatted(
                  database,
                  verdict.name(),
                  switch (verdict) {
                    case Verdict.Applied _, Verdict.Resumed _ -> "applied";
                    case Verdict.RolledBack _ -> "rolled back";
                  }));
    }
  }

  private static String json(Verdict verdict, List<Diagnostic> diagnostics) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("resolved", diagnostics.isEmpty());
      out.member("migration", verdict.name());
      out.member(
          "as",
          switch (verdict) {
            case Verdict.Applied _, Verdict.Resumed _ -> "applied";
            case Verdict.RolledBack _ -> "rolledBack";
          });
      JsonReport.diagnostics(out, diagnostics);
    }
    return out.toString();
  }

  private static Verdict verdictOf(Invocation invocation) {
    invocation.exclude(APPLIED, ROLLED_BACK);
    invocation.exclude(APPLIED, RESUME);
    invocation.exclude(ROLLED_BACK, RESUME);
    invocation.exclude(APPLIED, STATEMENT);
    invocation.exclude(ROLLED_BACK, STATEMENT);
    return invocation
        .value(APPLIED)
        .<Verdict>map(Verdict.Applied::new)
        .or(() -> invocation.value(ROLLED_BACK).map(Verdict.RolledBack::new))
        .or(
            () ->
                invocation
                    .value(RESUME)
                    .map(
                        it ->
                            new Verdict.Resumed(
                                it, invocation.value(STATEMENT).map(MigrateResolve::number))))
        .orElseThrow(
            () ->
                new BadCall(
                    CliCode.WRONG_ARGUMENTS,
                    "`lockstep migrate resolve` needs `%s`, `%s` or `%s`."
                        .formatted(APPLIED, ROLLED_BACK, RESUME),
                    Optional.of("See `lockstep migrate resolve --help`.")));
  }

  private static int number(String text) {
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw new BadCall(
          CliCode.BAD_VALUE,
          "`%s` takes the number of a statement, not `%s`.".formatted(STATEMENT, text),
          Optional.of("The first statement of the file is `--statement 1`."));
    }
    return Integer.parseInt(text);
  }
}

package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.DiffView;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.Sources;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.FileChange;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.PullSchema;
import lockstep.psl.PslCode;
import picocli.CommandLine.Model.CommandSpec;

/// Writes what a database has into a Prisma schema, or says what would change.
public final class Pull implements Command {
  private static final String CHECK = "--check";
  private static final String DRY_RUN = "--dry-run";
  private static final String PRINT = "--print";
  private static final String SCHEMA = "--schema";
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
        Options.flag("write nothing; show what would change, and exit with 1 if anything", CHECK));
    spec.addOption(Options.flag("write nothing; show what would change", DRY_RUN));
    spec.addOption(Options.flag("write nothing; print the whole schema", PRINT));
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
    spec.addOption(
        Options.value("PATH", "the schema file or folder; made where there is none", SCHEMA));
    Sources.addPulled(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep pull", "bring the project's schema in line with its database"),
        new Example("lockstep pull --check", "in CI: fail if the database has moved on"),
        new Example(
            "lockstep pull --database postgresql://localhost/app --schema prisma/schema.prisma",
            "without settings; the file is made where there is none"),
        new Example("lockstep pull --database env:DATABASE_URL --print", "look, without a file"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("upToDate");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    invocation.exclude(CHECK, DRY_RUN);
    invocation.exclude(CHECK, PRINT);
    invocation.exclude(DRY_RUN, PRINT);
    if (format == OutputFormat.JSON && invocation.has(PRINT)) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "`%s` writes a schema, and `%s json` a report.".formatted(PRINT, FORMAT),
          Optional.of("Give one of them."));
    }
    var pulled = Sources.pulled(invocation, invocation.value(SCHEMA));
    try (var reader = invocation.reader(pulled.folder(), pulled.tools())) {
      var request =
          new PullSchema.Request(
              pulled.schema(), pulled.database(), reader, invocation.environment());
      var writesNothing = invocation.has(CHECK) || invocation.has(DRY_RUN) || invocation.has(PRINT);
      var outcome = writesNothing ? PullSchema.compare(request) : PullSchema.write(request);
      switch (format) {
        case JSON -> invocation.out().text(json(outcome));
        case TEXT -> text(outcome, invocation);
      }
      var code = Sources.exitCode(outcome.diagnostics());
      var isStale = invocation.has(CHECK) && !outcome.pending().isEmpty();
      return code == ExitCode.CLEAN && isStale ? ExitCode.FINDINGS : code;
    }
  }

  private static void text(PullSchema.Outcome outcome, Invocation invocation) {
    invocation.diagnostics(outcome.diagnostics());
    if (outcome.hasErrors()) {
      return;
    }
    if (invocation.has(PRINT)) {
      outcome.files().stream()
          .filter(it -> it.name().endsWith(".prisma"))
          .forEach(it -> invocation.out().text(it.wanted()));
      return;
    }
    if (invocation.has(CHECK) || invocation.has(DRY_RUN)) {
      outcome.pending().forEach(it -> DiffView.show(it.diff(it.name()), invocation.out()));
    }
    unsaid(outcome).ifPresent(invocation::note);
    invocation.note(summary(outcome, invocation));
  }

  /// Returns as in `3 things of the database have no word in a Prisma schema`.
  private static Optional<String> unsaid(PullSchema.Outcome outcome) {
    var count =
        (int)
            outcome.diagnostics().stream()
                .filter(it -> it.code() == PslCode.NO_WORD_FOR_IT)
                .count();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            "%s of the database %s no word in a Prisma schema"
                .formatted(Count.of(count, "thing"), count == 1 ? "has" : "have"));
  }

  private static String summary(PullSchema.Outcome outcome, Invocation invocation) {
    var pending = outcome.pending().stream().map(FileChange::name).toList();
    if (pending.isEmpty()) {
      return "%s up to date".formatted(Count.of(outcome.files().size(), "file"));
    }
    var wouldBe = invocation.has(CHECK) || invocation.has(DRY_RUN);
    return (wouldBe ? "would change: " : "changed: ") + String.join(", ", pending);
  }

  private static String json(PullSchema.Outcome outcome) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("upToDate", !outcome.hasErrors() && outcome.pending().isEmpty());
      try (var _ = out.array("files")) {
        for (var it : outcome.files()) {
          try (var _ = out.object()) {
            out.member("path", it.name());
            out.member("change", it.kind().word());
          }
        }
      }
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }
}

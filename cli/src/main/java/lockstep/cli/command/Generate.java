package lockstep.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.DiffView;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.NamesReport;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.Report;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.project.CallTarget;
import lockstep.engine.project.Project;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Target;
import lockstep.engine.project.TargetWords;
import lockstep.engine.project.Tools;
import lockstep.engine.sink.FileChange;
import lockstep.engine.sink.FileChange.Kind;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.EmitTargets;
import lockstep.engine.workflow.SourceReader;
import picocli.CommandLine.Model.CommandSpec;

/// Generates code from a schema, or says whether what was generated is up to date.
public final class Generate implements Command {
  private static final String CHECK = "--check";
  private static final String NAMES = "--names";
  private static final String FORMAT = "--format";
  private static final String FROM = "--from";
  private static final String TO = "--to";
  private static final String OUT = "--out";
  private static final String PACKAGE = "--package";
  private static final String LAYOUT = "--layout";
  private static final String NAMING = "--naming";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.optional("DIR", "the project's folder; without it, the one that this belongs to"));
    spec.addOption(
        Options.flag("write nothing; show what would change, and exit with 1 if anything", CHECK));
    spec.addOption(Options.flag("write nothing; say what code calls models and fields", NAMES));
    spec.addOption(Options.choice(Report.Format.WORDS, "how to report", FORMAT));
    spec.addOption(Options.value("SOURCE", "generate from this, without settings", FROM));
    spec.addOption(Options.choice(List.of("sqlalchemy"), "what is generated", TO));
    spec.addOption(Options.value("DIR", "the folder to write to", OUT));
    spec.addOption(
        Options.value("NAME", "the package that the folder is, as in app.models", PACKAGE));
    spec.addOption(
        Options.choice(TargetWords.LAYOUTS, "one file for each model, or one for all", LAYOUT));
    spec.addOption(
        Options.choice(
            TargetWords.NAMINGS, "attributes in snake case, or as the fields are", NAMING));
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep generate", "write what the settings say"),
        new Example("lockstep generate --check", "fail if something is out of date"),
        new Example("lockstep generate --check --format github", "in a GitHub workflow"),
        new Example(
            "lockstep generate --from prisma --to sqlalchemy --out app/models --package app.models",
            "without settings"),
        new Example("lockstep generate --names --format json", "what code calls each field"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("upToDate");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = Report.Format.of(invocation.choice(FORMAT));
    invocation.exclude(CHECK, NAMES);
    var work = invocation.value(FROM).isPresent() ? ofCall(invocation) : ofProject(invocation);
    try (var reader = invocation.reader(work.folder(), work.tools())) {
      var request =
          new EmitTargets.Request(work.source(), work.targets(), reader, invocation.environment());
      var writesNothing = invocation.has(CHECK) || invocation.has(NAMES);
      var outcome = writesNothing ? EmitTargets.compare(request) : EmitTargets.write(request);
      if (invocation.has(NAMES) && !outcome.hasErrors()) {
        invocation.diagnostics(outcome.diagnostics());
        NamesReport.show(outcome, ofNames(format), invocation);
        return ExitCode.CLEAN;
      }
      return report(outcome, format, invocation);
    }
  }

  private static OutputFormat ofNames(Report.Format format) {
    return switch (format) {
      case TEXT -> OutputFormat.TEXT;
      case JSON -> OutputFormat.JSON;
      case SARIF, GITHUB, GITLAB, BUILDKITE ->
          throw new BadCall(
              CliCode.BAD_VALUE,
              "`%s` takes text and json with `%s`.".formatted(FORMAT, NAMES),
              Optional.of("Names are no findings, which the other formats are for."));
    };
  }

  /// Generates what a project says, after its schema was put to use and that was told; for programs
  /// all of it is told at once.
  ///
  /// @param used what putting it to use said
  /// @param told writes the report, with what there is to say in all
  static ExitCode after(
      Project project,
      SourceReader reader,
      List<Diagnostic> used,
      OutputFormat format,
      Invocation invocation,
      Consumer<List<Diagnostic>> told) {
    if (format == OutputFormat.TEXT) {
      told.accept(used);
    }
    var generated = generated(project, reader, invocation);
    var all = new ArrayList<>(used);
    generated.map(EmitTargets.Outcome::diagnostics).ifPresent(all::addAll);
    switch (format) {
      case JSON -> told.accept(all);
      case TEXT -> generated.ifPresent(it -> text(it, invocation));
    }
    return Sources.exitCode(all);
  }

  /// Generates what a project says, and tells it.
  static ExitCode after(
      Project project, SourceReader reader, OutputFormat format, Invocation invocation) {
    return after(project, reader, List.of(), format, invocation, _ -> {});
  }

  private static Optional<EmitTargets.Outcome> generated(
      Project project, SourceReader reader, Invocation invocation) {
    return project.targets().isEmpty()
        ? Optional.empty()
        : Optional.of(
            EmitTargets.write(
                new EmitTargets.Request(
                    project.source(), project.targets(), reader, invocation.environment())));
  }

  private record Work(Path folder, SourceSpec source, List<Target> targets, Tools tools) {}

  private static Work ofProject(Invocation invocation) {
    for (var option : List.of(TO, OUT, PACKAGE, LAYOUT, NAMING)) {
      if (invocation.has(option)) {
        throw new BadCall(
            CliCode.WRONG_ARGUMENTS,
            "`%s` has no meaning without `%s`.".formatted(option, FROM),
            Optional.of(
                "Name the source by `%s`, or set the target in lockstep.toml.".formatted(FROM)));
      }
    }
    var project =
        Sources.project(
            invocation, invocation.argument(0), "lockstep generate --from %s --out DIR");
    if (project.targets().isEmpty()) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "There is no target to generate.",
          Optional.of(
              "Set one as `[[target]]` in lockstep.toml, or call with --from, --to and --out."));
    }
    return new Work(project.folder(), project.source(), project.targets(), project.tools());
  }

  private static Work ofCall(Invocation invocation) {
    var named = Sources.named(invocation, invocation.value(FROM).orElseThrow());
    var out =
        invocation
            .value(OUT)
            .orElseThrow(
                () ->
                    new BadCall(
                        CliCode.WRONG_ARGUMENTS,
                        "`%s` needs `%s`.".formatted(FROM, OUT),
                        Optional.of("Name the folder to write to.")));
    invocation.choice(TO);
    var target =
        CallTarget.sqlAlchemy(
            invocation.path(out),
            invocation.value(PACKAGE),
            invocation.choice(LAYOUT),
            invocation.choice(NAMING));
    return switch (target) {
      case CallTarget.Valid(var it) ->
          new Work(
              invocation.environment().folder(),
              named.specs().getFirst(),
              List.of(it),
              named.tools());
      case CallTarget.Invalid(var fact, var advice) ->
          throw new BadCall(CliCode.BAD_VALUE, fact, Optional.of(advice));
    };
  }

  private static ExitCode report(
      EmitTargets.Outcome outcome, Report.Format format, Invocation invocation) {
    var findings = new ArrayList<>(outcome.diagnostics());
    if (invocation.has(CHECK)) {
      outcome.stale().stream()
          .map(it -> EmitTargets.stale(it, invocation.environment()))
          .forEach(findings::add);
    }
    new Report(List.of(), findings)
        .show(format, () -> json(outcome, invocation), () -> text(outcome, invocation), invocation);
    var code = Sources.exitCode(outcome.diagnostics());
    return code == ExitCode.CLEAN && isStale(outcome, invocation) ? ExitCode.FINDINGS : code;
  }

  /// What was written is up to date; what was only looked at may not be.
  private static boolean isStale(EmitTargets.Outcome outcome, Invocation invocation) {
    return invocation.has(CHECK)
        && outcome.targets().stream().anyMatch(it -> !it.files().isUpToDate());
  }

  static void text(EmitTargets.Outcome outcome, Invocation invocation) {
    invocation.diagnostics(outcome.diagnostics());
    if (outcome.hasErrors()) {
      return;
    }
    for (var target : outcome.targets()) {
      var changes = target.files().changes();
      if (invocation.has(CHECK)) {
        changes.stream()
            .filter(FileChange::isPending)
            .forEach(it -> DiffView.show(it.diff(shown(it, invocation)), invocation.out()));
      }
      if (!invocation.isQuiet()) {
        var out = invocation.environment().show(target.target().out());
        invocation.result(out + ": " + summary(changes, Wording.of(invocation)));
      }
    }
  }

  private static String shown(FileChange change, Invocation invocation) {
    return invocation.environment().show(change.path());
  }

  /// How a summary calls what was done, or would be.
  private record Wording(String written, String removed) {
    static Wording of(Invocation invocation) {
      return invocation.has(CHECK)
          ? new Wording(" out of date", " to remove")
          : new Wording(" written", " removed");
    }
  }

  /// Returns as in `2 files written, 1 removed, 5 unchanged`.
  private static String summary(List<FileChange> changes, Wording wording) {
    var parts = new ArrayList<String>();
    var written = count(changes, Kind.CREATED) + count(changes, Kind.CHANGED);
    var removed = count(changes, Kind.REMOVED);
    var unchanged = count(changes, Kind.UNCHANGED);
    if (written > 0) {
      parts.add(Count.of(written, "file") + wording.written());
    }
    if (removed > 0) {
      parts.add(Count.of(removed, "file") + wording.removed());
    }
    if (unchanged > 0 || parts.isEmpty()) {
      parts.add(Count.of(unchanged, "file") + (parts.isEmpty() ? " up to date" : " unchanged"));
    }
    return String.join(", ", parts);
  }

  private static int count(List<FileChange> changes, Kind kind) {
    return (int) changes.stream().filter(it -> it.kind() == kind).count();
  }

  private static String json(EmitTargets.Outcome outcome, Invocation invocation) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("upToDate", !isStale(outcome, invocation) && !outcome.hasErrors());
      try (var _ = out.array("targets")) {
        for (var target : outcome.targets()) {
          try (var _ = out.object()) {
            out.member("out", invocation.environment().show(target.target().out()));
            try (var _ = out.array("files")) {
              target.files().changes().forEach(it -> file(out, it));
            }
          }
        }
      }
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }

  private static void file(JsonWriter out, FileChange change) {
    try (var _ = out.object()) {
      out.member("path", change.name());
      out.member("change", change.kind().word());
    }
  }
}

package lockstep.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.project.Project;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Target;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.verify.Proof;
import lockstep.engine.workflow.RewriteQueries;
import lockstep.engine.workflow.RewriteQueries.Rewritten;
import lockstep.engine.workflow.VerifyQueries;
import lockstep.rewrite.Verdict;
import lockstep.rewrite.Verdict.Outcome;
import lockstep.text.UnifiedDiff;
import picocli.CommandLine.Model.CommandSpec;

/// Converts the queries of Prisma Client Python to SQLAlchemy.
public final class Rewrite implements Command {
  static final String WRITE = "--write";
  static final String CHECK = "--check";
  static final String DIFF = "--diff";
  private static final String VERIFY = "--verify";
  private static final String FORMAT = "--format";
  private static final String SESSION = "--session";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.any("PATH", "files, and folders in which all Python files are looked at"));
    spec.addOption(Options.flag("write the files; without it nothing is changed", WRITE));
    spec.addOption(Options.flag("exit with 1 while any call of Prisma's client is left", CHECK));
    spec.addOption(Options.flag("show what changes in each file", DIFF));
    spec.addOption(
        Options.flag(
            "try each converted call, and compare with Prisma Client for JavaScript", VERIFY));
    spec.addOption(
        Options.value(
            "MODULE", "the module that has AsyncSessionLocal, as in app.core.database", SESSION));
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
    RewriteProject.describe(spec);
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep rewrite services/api --diff", "what it would change"),
        new Example("lockstep rewrite services/api --write", "change it"),
        new Example(
            "lockstep rewrite --project --write",
            "the whole project, with requirements, generator and build files"),
        new Example("lockstep rewrite services/api --check", "in CI: fail while a call is left"),
        new Example(
            "lockstep rewrite services/api --verify", "prove that what it writes means the same"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("clean");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    invocation.exclude(WRITE, CHECK);
    invocation.exclude(VERIFY, CHECK);
    var format = OutputFormat.of(invocation, FORMAT);
    var isWhole = RewriteProject.isMeant(invocation);
    if (!isWhole && invocation.arguments().isEmpty()) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "It is not said which files to convert.",
          Optional.of("Name files or folders; or say `--project` for all of them, and the rest."));
    }
    var project = Sources.project(invocation, Optional.empty(), "lockstep generate --from %s");
    if (isWhole) {
      return RewriteProject.run(project, format, invocation);
    }
    var target = target(project);
    if (invocation.has(VERIFY) && !(project.source() instanceof SourceSpec.Prisma)) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "What queries mean is asked of Prisma, and the source is no Prisma schema.",
          Optional.of("Name the schema of the client by `source` in lockstep.toml."));
    }
    try (var reader = invocation.reader(project.folder(), project.tools())) {
      var request =
          new RewriteQueries.Request(
              invocation.arguments().stream().map(invocation::path).toList(),
              List.of(),
              project.source(),
              target,
              sessions(invocation, target),
              target.root(),
              reader,
              invocation.environment());
      var outcome = RewriteQueries.run(request);
      var proofs =
          invocation.has(VERIFY)
              ? Optional.of(VerifyQueries.run(request, outcome))
              : Optional.<List<Proof>>empty();
      if (invocation.has(WRITE)) {
        RewriteQueries.write(outcome);
      }
      switch (format) {
        case TEXT -> text(outcome, proofs, invocation);
        case JSON -> invocation.out().text(json(outcome, proofs, invocation));
      }
      return exitCode(outcome, proofs, invocation);
    }
  }

  static Target.SqlAlchemy target(Project project) {
    return project.targets().stream()
        .filter(Target.SqlAlchemy.class::isInstance)
        .map(Target.SqlAlchemy.class::cast)
        .findFirst()
        .orElseThrow(
            () ->
                new BadCall(
                    CliCode.WRONG_ARGUMENTS,
                    "It is not known what the models are called.",
                    Optional.of(
                        "Run `lockstep init`, or say where they are generated, as `[[target]]` in"
                            + " lockstep.toml.")));
  }

  static String sessions(Invocation invocation, Target.SqlAlchemy target) {
    return invocation.value(SESSION).orElseGet(target::sessions);
  }

  static ExitCode exitCode(RewriteQueries.Outcome outcome, Invocation invocation) {
    return exitCode(outcome, Optional.empty(), invocation);
  }

  private static ExitCode exitCode(
      RewriteQueries.Outcome outcome, Optional<List<Proof>> proofs, Invocation invocation) {
    if (outcome.hasErrors()) {
      return Sources.exitCode(outcome.diagnostics());
    }
    if (proofs.stream().flatMap(List::stream).anyMatch(ProofReport::isDifferent)) {
      return ExitCode.FINDINGS;
    }
    var left = count(outcome, it -> it instanceof Outcome.Refused);
    var open = invocation.has(CHECK) ? verdicts(outcome).size() : left;
    return open > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private static List<Verdict> verdicts(RewriteQueries.Outcome outcome) {
    return outcome.files().stream().flatMap(it -> it.rewriting().verdicts().stream()).toList();
  }

  private static int count(RewriteQueries.Outcome outcome, Predicate<Outcome> which) {
    return (int) verdicts(outcome).stream().filter(it -> which.test(it.outcome())).count();
  }

  private static void text(
      RewriteQueries.Outcome outcome, Optional<List<Proof>> proofs, Invocation invocation) {
    invocation.diagnostics(diagnostics(outcome, proofs));
    if (invocation.has(DIFF)) {
      outcome.files().forEach(it -> DiffView.show(diff(it), invocation.out()));
    }
    // Files that cannot be read keep no other from being converted.
    if (!invocation.isQuiet() && (!outcome.hasErrors() || !outcome.files().isEmpty())) {
      invocation.result(summary(outcome, invocation));
      proofs.ifPresent(it -> invocation.result(ProofReport.summary(it)));
    }
  }

  static List<Diagnostic> diagnostics(RewriteQueries.Outcome outcome) {
    return diagnostics(outcome, Optional.empty());
  }

  private static List<Diagnostic> diagnostics(
      RewriteQueries.Outcome outcome, Optional<List<Proof>> proofs) {
    var all = new ArrayList<>(outcome.diagnostics());
    outcome.files().forEach(it -> all.addAll(it.rewriting().diagnostics()));
    proofs.ifPresent(it -> all.addAll(ProofReport.diagnostics(outcome, it)));
    return all;
  }

  static String diff(Rewritten file) {
    var name = file.rewriting().from().name();
    return UnifiedDiff.of(
        UnifiedDiff.side("a", name),
        file.rewriting().from().content(),
        UnifiedDiff.side("b", name),
        file.rewriting().content());
  }

  static String summary(RewriteQueries.Outcome outcome, Invocation invocation) {
    var calls = verdicts(outcome).size();
    var having =
        outcome.files().stream().filter(it -> !it.rewriting().verdicts().isEmpty()).count();
    if (calls == 0) {
      return "no call of Prisma's client in " + Count.of(outcome.looked(), "file");
    }
    var verb = invocation.has(WRITE) ? "converted" : "can be converted";
    return "%s in %s: %d %s, of them %d with a note and %d with a helper; %d refused"
        .formatted(
            Count.of(calls, "call"),
            Count.of((int) having, "file"),
            calls - count(outcome, it -> it instanceof Outcome.Refused),
            verb,
            count(outcome, it -> it instanceof Outcome.WithNote),
            count(outcome, it -> it instanceof Outcome.WithHelper),
            count(outcome, it -> it instanceof Outcome.Refused));
  }

  private static String json(
      RewriteQueries.Outcome outcome, Optional<List<Proof>> proofs, Invocation invocation) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("clean", exitCode(outcome, proofs, invocation) == ExitCode.CLEAN);
      out.member("looked", outcome.looked());
      try (var _ = out.array("files")) {
        outcome.files().forEach(it -> json(out, it));
      }
      proofs.ifPresent(it -> ProofReport.json(out, outcome, it));
      JsonReport.diagnostics(out, diagnostics(outcome, proofs));
    }
    return out.toString();
  }

  static void json(JsonWriter out, Rewritten file) {
    try (var _ = out.object()) {
      out.member("path", file.rewriting().from().name());
      out.member("changed", file.rewriting().isChanged());
      try (var _ = out.array("calls")) {
        for (var it : file.rewriting().verdicts()) {
          try (var _ = out.object()) {
            out.member("call", it.call());
            out.member("line", file.rewriting().from().position(it.span().start()).line());
            switch (it.outcome()) {
              case Outcome.Converted _ -> out.member("verdict", "converted");
              case Outcome.WithNote(var note) -> {
                out.member("verdict", "note");
                out.member("note", note);
              }
              case Outcome.WithHelper(var reason) -> {
                out.member("verdict", "helper");
                out.member("note", reason);
              }
              case Outcome.Refused(var reason) -> {
                out.member("verdict", "refused");
                out.member("reason", reason);
              }
            }
          }
        }
      }
    }
  }
}

package lockstep.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
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
import lockstep.engine.sink.FileChange;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.SwitchProject;
import lockstep.engine.workflow.SwitchProject.Obsolete;
import picocli.CommandLine.Model.CommandSpec;

/// The whole switch: what [Rewrite] does with `--project`.
final class RewriteProject {
  private static final String PROJECT = "--project";
  private static final String REMOVE_OBSOLETE = "--remove-obsolete";

  private RewriteProject() {}

  static void describe(CommandSpec spec) {
    spec.addOption(
        Options.flag("the whole project: queries, requirements, generator, build files", PROJECT));
    spec.addOption(
        Options.flag("with --project: remove files that only served the client", REMOVE_OBSOLETE));
  }

  static boolean isMeant(Invocation invocation) {
    if (invocation.has(REMOVE_OBSOLETE) && !invocation.has(PROJECT)) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "`%s` has no meaning without `%s`.".formatted(REMOVE_OBSOLETE, PROJECT),
          Optional.of("Call `lockstep rewrite --project --remove-obsolete`."));
    }
    return invocation.has(PROJECT);
  }

  static ExitCode run(Project project, OutputFormat format, Invocation invocation) {
    var target = Rewrite.target(project);
    var paths = invocation.arguments().stream().map(invocation::path).toList();
    SwitchProject.Outcome outcome;
    try (var reader = invocation.reader(project.folder(), project.tools())) {
      var request =
          new SwitchProject.Request(
              project,
              target,
              paths.isEmpty() ? List.of(project.folder()) : paths,
              Rewrite.sessions(invocation, target),
              invocation.has(REMOVE_OBSOLETE) ? Obsolete.REMOVED : Obsolete.NAMED,
              reader,
              invocation.environment());
      outcome = SwitchProject.plan(request);
      if (invocation.has(Rewrite.WRITE) && !outcome.hasErrors()) {
        SwitchProject.write(request, outcome);
      }
    }
    switch (format) {
      case TEXT -> text(outcome, invocation);
      case JSON -> invocation.out().text(json(outcome, invocation));
    }
    if (outcome.hasErrors()) {
      return Sources.exitCode(diagnostics(outcome));
    }
    if (!invocation.has(Rewrite.WRITE)) {
      return exitCode(outcome, invocation);
    }
    // The schema has changed: what was read of it is not what it says now.
    try (var reader = invocation.reader(project.folder(), project.tools())) {
      var models = Generate.after(project, reader, format, invocation);
      return models == ExitCode.CLEAN ? exitCode(outcome, invocation) : models;
    }
  }

  private static ExitCode exitCode(SwitchProject.Outcome outcome, Invocation invocation) {
    if (invocation.has(Rewrite.CHECK) && !outcome.isSwitched()) {
      return ExitCode.FINDINGS;
    }
    return Rewrite.exitCode(outcome.queries(), invocation);
  }

  private static List<Diagnostic> diagnostics(SwitchProject.Outcome outcome) {
    var all = new ArrayList<>(Rewrite.diagnostics(outcome.queries()));
    if (outcome.hasErrors()) {
      all.addAll(outcome.models().diagnostics());
    }
    all.addAll(outcome.diagnostics());
    return all;
  }

  private static void text(SwitchProject.Outcome outcome, Invocation invocation) {
    invocation.diagnostics(diagnostics(outcome));
    if (invocation.has(Rewrite.DIFF)) {
      outcome.queries().files().forEach(it -> DiffView.show(Rewrite.diff(it), invocation.out()));
      outcome.files().forEach(it -> DiffView.show(it.diff(it.name()), invocation.out()));
    }
    if (invocation.isQuiet()) {
      return;
    }
    if (outcome.hasErrors()) {
      invocation.result("nothing is changed: a project is switched as a whole, without an error");
    } else {
      invocation.result(Rewrite.summary(outcome.queries(), invocation));
      invocation.result(files(outcome, invocation));
    }
  }

  /// Returns as in `8 files around the code: 5 changed, 2 created, 1 removed`.
  private static String files(SwitchProject.Outcome outcome, Invocation invocation) {
    if (outcome.files().isEmpty()) {
      return "no file around the code to change";
    }
    var kinds =
        List.of(FileChange.Kind.CHANGED, FileChange.Kind.CREATED, FileChange.Kind.REMOVED).stream()
            .map(
                kind ->
                    outcome.files().stream().filter(it -> it.kind() == kind).count()
                        + " "
                        + kind.word())
            .filter(it -> !it.startsWith("0 "))
            .collect(Collectors.joining(", "));
    var verb = invocation.has(Rewrite.WRITE) ? "" : " to be";
    return Count.of(outcome.files().size(), "file") + " around the code" + verb + ": " + kinds;
  }

  private static String json(SwitchProject.Outcome outcome, Invocation invocation) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("clean", exitCode(outcome, invocation) == ExitCode.CLEAN);
      out.member("looked", outcome.queries().looked());
      try (var _ = out.array("files")) {
        outcome.queries().files().forEach(it -> Rewrite.json(out, it));
      }
      try (var _ = out.array("around")) {
        for (var it : outcome.files()) {
          try (var _ = out.object()) {
            out.member("path", it.name());
            out.member("change", it.kind().word());
          }
        }
      }
      JsonReport.diagnostics(out, diagnostics(outcome));
    }
    return out.toString();
  }
}

package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.Sources;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.SquashHistory;
import lockstep.migration.Migration;
import picocli.CommandLine.Model.CommandSpec;

/// Puts one migration in the place of many.
public final class MigrateSquash implements Command {
  private static final String TO = "--to";
  private static final String ASIDE = "--aside";
  private static final String DRY_RUN = "--dry-run";
  private static final String FORMAT = "--format";
  private static final String USUAL = "squashed";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.optional("NAME", "how the new one is called; TIME_squashed"));
    spec.addOption(Options.value("NAME", "the last one that is replaced; without it, all", TO));
    spec.addOption(
        Options.value(
            "DIR", "where to move those that are replaced; `squashed` beside them", ASIDE));
    spec.addOption(Options.flag("write nothing; print the new migration", DRY_RUN));
    Sources.addMigrations(spec);
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep migrate squash --dry-run", "see the one that all would become"),
        new Example(
            "lockstep migrate squash --to 20260112090000_init", "replace all up to this one"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("squashed");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var name = invocation.argument(0).map(MigrateBaseline::folderName);
    var project = Sources.project(invocation, Optional.empty(), "lockstep show migrations:DIR");
    var folder = Sources.migrations(invocation, project);
    try (var reader = invocation.reader(project.folder(), project.tools())) {
      var outcome =
          SquashHistory.run(
              new SquashHistory.Request(
                  folder,
                  invocation
                      .value(ASIDE)
                      .map(invocation::path)
                      .orElseGet(() -> folder.resolveSibling(USUAL)),
                  invocation.value(TO),
                  name,
                  reader,
                  invocation.environment(),
                  invocation.has(DRY_RUN)));
      switch (format) {
        case JSON -> invocation.out().text(json(outcome, invocation));
        case TEXT -> text(outcome, invocation);
      }
      return Sources.exitCode(outcome.diagnostics());
    }
  }

  private static void text(SquashHistory.Outcome outcome, Invocation invocation) {
    invocation.diagnostics(outcome.diagnostics());
    outcome
        .squash()
        .ifPresent(
            it -> {
              if (invocation.has(DRY_RUN)) {
                invocation.result(it.script().content().stripTrailing());
              } else {
                written(it, outcome, invocation);
              }
            });
  }

  private static void written(
      Migration squash, SquashHistory.Outcome outcome, Invocation invocation) {
    var aside = invocation.environment().show(outcome.aside());
    invocation.result("created  " + squash.script().name());
    invocation.result(
        "moved    %s to %s".formatted(Count.of(outcome.replaced().size(), "migration"), aside));
    invocation.note(
        "A database that has all of them gets it recorded by `lockstep migrate apply`.");
    invocation.note(
        "One that is behind gets the rest first: `lockstep migrate apply --dir %s --no-check`."
            .formatted(aside));
  }

  private static String json(SquashHistory.Outcome outcome, Invocation invocation) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("squashed", outcome.squash().isPresent() && !invocation.has(DRY_RUN));
      out.member("name", outcome.squash().map(Migration::name));
      try (var _ = out.array("replaced")) {
        outcome.replaced().forEach(it -> out.value(it.name()));
      }
      out.member("tablesWithRows", outcome.rows());
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }
}

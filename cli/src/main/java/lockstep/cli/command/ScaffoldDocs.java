package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Sources;
import lockstep.engine.project.DatabaseSetting;
import lockstep.engine.project.Overrides;
import lockstep.engine.project.ProjectReader;
import lockstep.engine.workflow.BeginGuide;
import picocli.CommandLine.Model.CommandSpec;

/// Begins the page that tells a team how it lives with its database.
public final class ScaffoldDocs implements Command {
  private static final String OUT = "--out";
  private static final String FORCE = "--force";

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
        Options.value("DIR", "the folder that gets DATABASE.md; the project's by default", OUT));
    spec.addOption(Options.flag("write it anew where it is there already", FORCE));
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep scaffold docs", "begin DATABASE.md; generate keeps a part current"),
        new Example("lockstep scaffold docs --out services/api", "in another folder"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var project = Sources.project(invocation, Optional.empty(), "lockstep validate %s");
    var folder = invocation.value(OUT).map(invocation::path).orElse(project.folder());
    var variable =
        new ProjectReader(invocation.environment(), Overrides.NONE)
            .databaseSetting(project)
            .flatMap(DatabaseSetting::variable);
    try (var reader = invocation.reader(project.folder(), project.tools())) {
      var outcome =
          BeginGuide.run(
              new BeginGuide.Request(
                  project,
                  folder,
                  variable,
                  invocation.has(FORCE),
                  reader,
                  invocation.environment()));
      invocation.diagnostics(outcome.emitted().diagnostics());
      if (!outcome.emitted().hasErrors()) {
        said(outcome, invocation);
      }
      return Sources.exitCode(outcome.emitted().diagnostics());
    }
  }

  private static void said(BeginGuide.Outcome outcome, Invocation invocation) {
    var environment = invocation.environment();
    for (var target : outcome.emitted().targets()) {
      target
          .files()
          .changes()
          .forEach(
              it ->
                  invocation.result(
                      "%-9s  %s".formatted(it.kind().word(), environment.show(it.path()))));
    }
    outcome.settings().ifPresent(it -> invocation.result("changed    " + environment.show(it)));
  }
}

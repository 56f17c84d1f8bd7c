package lockstep.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Sources;
import lockstep.engine.workflow.MigrationTests;
import lockstep.engine.workflow.MigrationTests.Request;
import lockstep.engine.workflow.MigrationTests.Runner;
import picocli.CommandLine.Model.CommandSpec;

/// Begins a file of tests for the migrations of a project.
public final class ScaffoldMigrationTests implements Command {
  private static final String FOR = "--for";
  private static final String OUT = "--out";
  private static final String FORCE = "--force";
  private static final List<String> RUNNERS =
      Arrays.stream(Runner.values()).map(Runner::word).toList();

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Options.choice(RUNNERS, "who runs the tests", FOR));
    spec.addOption(Options.value("FILE", "the file; without it where such tests usually lie", OUT));
    spec.addOption(Options.flag("write it anew where it is there already", FORCE));
    Sources.addMigrations(spec);
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep scaffold migration-tests --for pytest", "tests/test_migrations.py"),
        new Example(
            "lockstep scaffold migration-tests --for junit --out src/test/java/MigrationsTest.java",
            "for JUnit 5, in a folder of your own"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    if (!invocation.has(FOR)) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "It is not said who runs the tests.",
          Optional.of("Say `%s pytest`, `%s vitest` or `%s junit`.".formatted(FOR, FOR, FOR)));
    }
    var runner = Runner.values()[RUNNERS.indexOf(invocation.choice(FOR))];
    var file = invocation.path(invocation.value(OUT).orElse(runner.usualFile()));
    var project = Sources.project(invocation, Optional.empty(), "lockstep show migrations:DIR");
    try (var reader = invocation.reader(project.folder(), project.tools())) {
      var diagnostics =
          MigrationTests.run(
              new Request(
                  runner,
                  file,
                  Sources.migrations(invocation, project),
                  project.folder(),
                  invocation.environment().folder(),
                  invocation.has(FORCE),
                  reader,
                  invocation.environment()));
      invocation.diagnostics(diagnostics);
      if (diagnostics.isEmpty()) {
        invocation.result("created  " + invocation.environment().show(file));
      }
      return Sources.exitCode(diagnostics);
    }
  }
}

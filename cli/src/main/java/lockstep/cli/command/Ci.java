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
import lockstep.engine.Shown;
import lockstep.engine.workflow.WriteWorkflow;
import lockstep.engine.workflow.WriteWorkflow.Service;
import lockstep.text.Closest;
import picocli.CommandLine.Model.CommandSpec;

/// Begins the workflow in which a service runs all checks.
public final class Ci implements Command {
  private static final String OUT = "--out";
  private static final String FORCE = "--force";
  private static final String STDOUT = "-";
  private static final List<String> SERVICES =
      Arrays.stream(Service.values()).map(Service::word).toList();

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.word(SERVICES, "SERVICE", String.join(", ", SERVICES)));
    spec.addPositional(
        Options.optionalAt(1, "DIR", "the project's folder; without it, the one here"));
    spec.addOption(
        Options.value("FILE", "the file; without it where the service looks; - for stdout", OUT));
    spec.addOption(Options.flag("write it anew where it is there already", FORCE));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep ci github", ".github/workflows/lockstep.yml"),
        new Example("lockstep ci gitlab services/api", "for one project of several"),
        new Example("lockstep ci buildkite --out -", "show it, and write nothing"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var service = service(invocation.required(0));
    var project = Sources.project(invocation, invocation.argument(1), "lockstep validate %s");
    var out = invocation.value(OUT).filter(it -> !it.equals(STDOUT));
    var file = out.map(invocation::path).orElseGet(() -> WriteWorkflow.usualFile(service, project));
    var request =
        new WriteWorkflow.Request(
            service, project, file, invocation.has(FORCE), invocation.environment());
    if (invocation.value(OUT).isPresent() && out.isEmpty()) {
      invocation.out().text(WriteWorkflow.text(request));
      return ExitCode.CLEAN;
    }
    var diagnostics = WriteWorkflow.run(request);
    invocation.diagnostics(diagnostics);
    if (diagnostics.isEmpty()) {
      invocation.result("created  " + invocation.environment().show(file));
      invocation.note("next: " + next(service));
    }
    return Sources.exitCode(diagnostics);
  }

  private static Service service(String word) {
    if (!SERVICES.contains(word)) {
      throw new BadCall(
          CliCode.BAD_VALUE,
          "There is no workflow for `%s`, only for %s."
              .formatted(Shown.of(word), String.join(", ", SERVICES)),
          Closest.to(word, SERVICES)
              .map("Did you mean `%s`?"::formatted)
              .or(
                  () ->
                      Optional.of(
                          "Any other service runs the same commands; see `lockstep ci github"
                              + " --out -`.")));
    }
    return Service.values()[SERVICES.indexOf(word)];
  }

  private static String next(Service service) {
    return switch (service) {
      case GITHUB ->
          "set the variable LOCKSTEP_ARCHIVE of the repository; the file says what it is";
      case GITLAB -> "include the file, and set the variable LOCKSTEP_ARCHIVE; it says how";
      case BUILDKITE -> "upload the file in a step, and set LOCKSTEP_ARCHIVE; it says how";
    };
  }
}

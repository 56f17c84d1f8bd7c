package lockstep.engine.workflow.setup;

import java.nio.file.Path;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.git.GitCode;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.workflow.DoctorCode;
import lockstep.engine.workflow.hook.HookState;
import lockstep.engine.workflow.hook.Hooks;

/// Whether commits run Lockstep.
record HookExam(Project project, Environment environment) {
  static final String TOPIC = "hook";

  Part part() {
    try {
      return part(Hooks.state(project, environment));
    } catch (EnvironmentException e) {
      if (e.diagnostic().code() == GitCode.NO_PROGRAM) {
        return Part.skipped(TOPIC, "there is no `git` on the PATH");
      }
      return e.diagnostic().code() == GitCode.NO_REPOSITORY
          ? Part.skipped(TOPIC, "this is no git repository")
          : Part.of(TOPIC, "cannot be looked at", e.diagnostic());
    }
  }

  private Part part(HookState state) {
    return switch (state) {
      case HookState.Installed(var _, var file) -> Part.fine(TOPIC, show(file));
      case HookState.ByHand(var _, var file) ->
          Part.fine(TOPIC, show(file) + ", by lines of yours");
      case HookState.Outdated(var _, var file) ->
          noted(
              show(file),
              "The hook in `%s` is not what would be installed now.".formatted(show(file)),
              "lockstep hook install");
      case HookState.Inactive(var _, var file, var command) ->
          noted(
              show(file) + ", which nobody runs",
              "`%s` runs Lockstep, and nothing in this clone runs that file.".formatted(show(file)),
              command);
      case HookState.Missing _ ->
          noted(
              "none",
              "Nothing runs Lockstep before a commit, so a change of the schema can be committed"
                  + " without its models.",
              "lockstep hook install");
      case HookState.Useless _ -> Part.skipped(TOPIC, "nothing is generated from files here");
    };
  }

  private String show(Path file) {
    return environment.show(file);
  }

  private static Part noted(String fact, String finding, String command) {
    return Part.of(
        TOPIC,
        fact,
        Diagnostic.of(DoctorCode.NO_HOOK, finding).withAdvice("Run `%s`.".formatted(command)));
  }
}

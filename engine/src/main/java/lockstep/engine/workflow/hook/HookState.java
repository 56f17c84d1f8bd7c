package lockstep.engine.workflow.hook;

import java.nio.file.Path;

/// Whether commits of a project run its hook.
public sealed interface HookState {
  /// They do.
  record Installed(Manager manager, Path file) implements HookState {}

  /// They do, but for other paths than the settings name now, or in the words of an older version.
  record Outdated(Manager manager, Path file) implements HookState {}

  /// The hook is there, and whoever is to run it is not at work in this clone.
  ///
  /// @param command that sets it to work
  record Inactive(Manager manager, Path file, String command) implements HookState {}

  /// They run Lockstep by lines that are not ours, and the hook's are nowhere.
  record ByHand(Manager manager, Path file) implements HookState {}

  /// They do not.
  ///
  /// @param manager who would run it
  /// @param file that would get it
  record Missing(Manager manager, Path file) implements HookState {}

  /// No hook could do anything: nothing is generated, or not from files.
  record Useless() implements HookState {}
}

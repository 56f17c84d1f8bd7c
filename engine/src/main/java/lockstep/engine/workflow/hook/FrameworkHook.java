package lockstep.engine.workflow.hook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.engine.ShellWord;

/// What the settings of pre-commit say (pre-commit 4): a hook of the repository's own.
///
/// pre-commit puts aside what is not staged while hooks run, and cannot bring it back where a hook
/// stages something else meanwhile; so nothing is staged there, and the commit ends with what to
/// add, as with every other hook of its that changes files.
final class FrameworkHook {
  static final String FILE = ".pre-commit-config.yaml";

  private static final Pattern REPOS = Pattern.compile("(?m)^repos:[ \\t]*(#.*)?(\\R|\\z)");
  private static final Pattern ITEM = Pattern.compile("(?m)^([ \\t]*)-");

  private FrameworkHook() {}

  static List<String> lines(HookScope scope) {
    return """
        - repo: local
          hooks:
            - id: lockstep
              name: lockstep hook run
              language: system
              entry: >-
                sh -c '
                command -v lockstep >/dev/null 2>&1 || {
                %s
                ; exit 1; };
                exec lockstep hook run --no-stage "$1"' hook %s
              files: '%s'
              pass_filenames: false
              require_serial: true"""
        .formatted(
            ShellHook.missing().replace("\n", ";\n" + " ".repeat(8)),
            ShellWord.of(scope.project()),
            files(scope.paths()).replace("'", "''"))
        .lines()
        .toList();
  }

  /// Puts our hook in front of all others; empty where the settings are not laid out as usual.
  static Optional<String> put(String text, Region region, List<String> lines) {
    var repos = REPOS.matcher(text);
    if (!repos.find()) {
      return Optional.empty();
    }
    var head = text.substring(0, repos.end());
    var rest = text.substring(repos.end());
    var item = ITEM.matcher(rest);
    var indent = item.find() ? item.group(1) : "  ";
    return Optional.of(
        (head.endsWith("\n") ? head : head + "\n") + region.of(indent, lines) + rest);
  }

  private static String files(List<String> paths) {
    return paths.contains(".")
        ? ""
        : paths.stream()
            .map(FrameworkHook::escaped)
            .collect(Collectors.joining("|", "^(", ")(/|$)"));
  }

  /// As Python's `re` reads it.
  private static String escaped(String path) {
    return path.replaceAll("[.^$*+?{}\\[\\]\\\\|()]", "\\\\$0");
  }
}

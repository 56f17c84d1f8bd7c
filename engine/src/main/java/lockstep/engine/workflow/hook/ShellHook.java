package lockstep.engine.workflow.hook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.engine.ShellWord;

/// What a hook that is a shell's script says.
final class ShellHook {
  private static final Pattern INTERPRETER = Pattern.compile("^#!.*\\b(ba|da|z|k|a)?sh\\b");
  private static final Pattern HUSKY_4_TO_8 = Pattern.compile("(?m)^.*/husky\\.sh\\b.*\\R");
  private static final String FIRST_LINE = "#!/bin/sh\n";

  private ShellHook() {}

  static List<String> lines(HookScope scope) {
    var paths = scope.paths().stream().map(ShellWord::of).collect(Collectors.joining(" "));
    return """
        git --literal-pathspecs diff --cached --quiet -- %s || {
          command -v lockstep >/dev/null 2>&1 || {
            %s
            exit 1
          }
          lockstep hook run %s || exit $?
        }"""
        .formatted(paths, missing().replace("\n", "\n    "), ShellWord.of(scope.project()))
        .lines()
        .toList();
  }

  /// Commands that tell a person on stderr what to do where Lockstep is not installed.
  static String missing() {
    return """
        echo "lockstep: this commit needs it, and it is not on the PATH." >&2
        echo "  Unpack its archive, and link the program lockstep in it into a folder of the PATH;" >&2
        echo "  it needs a JDK 25. To commit without it: git commit --no-verify" >&2"""
        .strip();
  }

  /// Puts our lines in front of all that a script does, so that what others look at is generated
  /// already; empty where it is no shell's.
  static Optional<String> put(String text, String region, Manager manager) {
    if (text.isBlank()) {
      return Optional.of(manager == Manager.GIT ? FIRST_LINE + region : region);
    }
    if (text.startsWith("#!") && !INTERPRETER.matcher(text).find() || text.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    var at = text.startsWith("#!") ? endOfLine(text) : 0;
    // It runs the whole script once more from there.
    var husky = HUSKY_4_TO_8.matcher(text);
    while (husky.find()) {
      at = husky.end();
    }
    var head = text.substring(0, at);
    var whole = head.isEmpty() || head.endsWith("\n") ? head : head + "\n";
    return Optional.of(whole + region + text.substring(at));
  }

  private static int endOfLine(String text) {
    var end = text.indexOf('\n');
    return end < 0 ? text.length() : end + 1;
  }

  /// Returns whether nobody else has anything in the script.
  static boolean isEmpty(String text) {
    return text.isBlank() || text.equals(FIRST_LINE);
  }
}

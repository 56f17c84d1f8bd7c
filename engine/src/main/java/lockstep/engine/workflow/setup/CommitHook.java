package lockstep.engine.workflow.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.workflow.DoctorCode;

/// Whether git runs Lockstep before a commit: by its own hooks, husky or the pre-commit framework.
record CommitHook(Path folder) {
  private static final String TOPIC = "hook";
  private static final Pattern HOOKS_PATH =
      Pattern.compile("(?mi)^\\s*hooksPath\\s*=\\s*(.+?)\\s*$");
  private static final Pattern WORKTREE = Pattern.compile("gitdir:\\s*(.+?)\\s*");

  Part part() {
    var root = root();
    if (root.isEmpty()) {
      return Part.skipped(TOPIC, "this is no git repository");
    }
    var hook = places(root.get()).stream().filter(CommitHook::mentions).findFirst();
    if (hook.isPresent()) {
      return Part.fine(TOPIC, root.get().relativize(hook.get()).toString());
    }
    return Part.of(
        TOPIC,
        "none",
        Diagnostic.of(
                DoctorCode.NO_HOOK,
                "Nothing runs Lockstep before a commit, so a change of the schema can be committed"
                    + " without its models.")
            .withAdvice("Run `lockstep hook install`."));
  }

  private Optional<Path> root() {
    return Stream.iterate(folder, it -> it != null, Path::getParent)
        .filter(it -> Files.exists(it.resolve(".git")))
        .findFirst();
  }

  private static List<Path> places(Path root) {
    var places = new ArrayList<Path>();
    places.add(root.resolve(".pre-commit-config.yaml"));
    places.add(root.resolve(".husky").resolve("pre-commit"));
    var git = gitFolder(root);
    places.add(git.resolve("hooks").resolve("pre-commit"));
    var set = HOOKS_PATH.matcher(text(git.resolve("config")));
    if (set.find()) {
      places.add(root.resolve(set.group(1).replace("\"", "")).resolve("pre-commit"));
    }
    return places;
  }

  /// A worktree has a file that names the folder, whose settings and hooks are the repository's.
  private static Path gitFolder(Path root) {
    var git = root.resolve(".git");
    var link = WORKTREE.matcher(Files.isRegularFile(git) ? text(git).strip() : "");
    if (!link.matches()) {
      return git;
    }
    var own = root.resolve(link.group(1));
    var common = own.resolve("commondir");
    return Files.isRegularFile(common) ? own.resolve(text(common).strip()).normalize() : own;
  }

  private static boolean mentions(Path file) {
    return text(file).contains("lockstep");
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          : "";
    } catch (IOException _) {
      return "";
    }
  }
}

package lockstep.engine.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.engine.EnvironmentException;
import lockstep.engine.project.Environment;

/// The repository that a call's folder belongs to: a clone, a worktree of one, or a submodule.
///
/// @param root of the files; real, without links
/// @param environment that Git is run with, in the root
public record Repository(Path root, Environment environment) {
  private static final String END = "\0";
  private static final List<String> USUAL_BRANCHES = List.of("main", "master", "trunk", "develop");

  /// @throws EnvironmentException where there is no Git, or the folder belongs to no repository
  public static Repository of(Environment environment) {
    var call = GitCall.run(environment, "", List.of("rev-parse", "--show-toplevel"));
    if (call.exit() != 0 || call.output().isEmpty()) {
      throw EnvironmentException.of(
          GitCode.NO_REPOSITORY,
          "`%s` is in no Git repository with files: %s"
              .formatted(environment.folder(), call.firstLine()),
          "Go to a folder of the repository, or make one by `git init`.");
    }
    var root = real(Path.of(call.output()));
    return new Repository(root, new Environment(environment.variables(), root, environment.home()));
  }

  /// What a file is in the index, and what it is beside it.
  ///
  /// @param path from the root, with `/` between folders
  /// @param isUntracked whether the index does not know it at all; it is unstaged then
  public record Entry(String path, boolean isStaged, boolean isUnstaged, boolean isUntracked) {}

  /// Returns the name of a file or folder from the root; empty where it lies elsewhere.
  public Optional<String> relative(Path path) {
    var parent = path.toAbsolutePath().normalize();
    var real = parent.getParent() == null ? parent : real(parent.getParent()).resolve(name(parent));
    if (parent.equals(root) || real.equals(root)) {
      return Optional.of(".");
    }
    return Optional.of(real)
        .filter(it -> it.startsWith(root))
        .map(it -> root.relativize(it).toString().replace('\\', '/'));
  }

  /// Returns the name of what the index knows of a file: of one in a submodule, the submodule.
  public Optional<String> tracked(Path path) {
    return relative(path).map(it -> submodule(it).orElse(it));
  }

  private Optional<String> submodule(String name) {
    for (var i = name.indexOf('/'); i >= 0; i = name.indexOf('/', i + 1)) {
      if (Files.exists(root.resolve(name.substring(0, i)).resolve(".git"))) {
        return Optional.of(name.substring(0, i));
      }
    }
    return Optional.empty();
  }

  private static Path name(Path path) {
    return path.getFileName();
  }

  /// Folders that are not there yet have no links.
  private static Path real(Path path) {
    try {
      return Files.exists(path) || path.getParent() == null
          ? path.toRealPath()
          : real(path.getParent()).resolve(path.getFileName());
    } catch (IOException _) {
      return path.toAbsolutePath().normalize();
    }
  }

  /// Returns the folder that Git runs hooks from, which need not be there.
  public Path hooks() {
    var written = git("rev-parse", "--git-path", "hooks").orThrow("rev-parse");
    return root.resolve(written).normalize();
  }

  /// Returns whether that folder is shared with repositories of others, by settings of the user's
  /// or the machine's.
  public boolean hasSharedHooks() {
    return setting("--get").isPresent()
        && setting("--local", "--get").isEmpty()
        && setting("--worktree", "--get").isEmpty();
  }

  private Optional<String> setting(String... how) {
    var words = Stream.concat(Stream.of("config"), Stream.of(how)).collect(Collectors.toList());
    words.add("core.hooksPath");
    return word(words.toArray(String[]::new));
  }

  /// Returns the branch that all others come back to: the one that the clone's origin names; else
  /// the usual ones where there are such, else the one that is worked on. Empty before all commits
  /// of a repository without any.
  public Optional<String> defaultBranch() {
    return word("symbolic-ref", "--short", "refs/remotes/origin/HEAD")
        .map(it -> it.replaceFirst("^origin/", ""))
        .or(() -> USUAL_BRANCHES.stream().filter(this::isBranch).findFirst())
        .or(() -> word("symbolic-ref", "--short", "HEAD"));
  }

  private boolean isBranch(String name) {
    return word("rev-parse", "--verify", "--quiet", "refs/heads/" + name).isPresent()
        || word("rev-parse", "--verify", "--quiet", "refs/remotes/origin/" + name).isPresent();
  }

  private Optional<String> word(String... words) {
    var call = git(words);
    return Optional.of(call.output()).filter(it -> call.exit() == 0 && !it.isEmpty());
  }

  /// Returns what differs from the last commit, staged or not. Files that Git ignores are left out.
  ///
  /// @param paths files and folders, from the root
  public List<Entry> entries(List<String> paths) {
    if (paths.isEmpty()) {
      return List.of();
    }
    var words =
        new ArrayList<>(
            List.of(
                "-c",
                "status.relativePaths=false",
                "status",
                "--porcelain=v1",
                "-z",
                "--no-renames",
                "--untracked-files=all",
                "--ignore-submodules=untracked",
                "--"));
    paths.forEach(it -> words.add(root.resolve(it).toString()));
    var output = GitCall.run(environment, "", words).orThrow("status");
    return Stream.of(output.split(END))
        .filter(it -> it.length() > 3)
        .map(Repository::entry)
        .toList();
  }

  /// As in `MM app/models/user.py` (Git 2.39, git-status, short format).
  private static Entry entry(String line) {
    var isNew = line.startsWith("??");
    return new Entry(
        line.substring(3), !isNew && line.charAt(0) != ' ', isNew || line.charAt(1) != ' ', isNew);
  }

  /// Puts files into the index as they are now; those that are gone are taken out.
  ///
  /// @param paths from the root
  public void stage(List<String> paths) {
    var input = paths.stream().map(it -> root.resolve(it) + END).collect(Collectors.joining());
    GitCall.run(
            environment,
            input,
            List.of("add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul"))
        .orThrow("add");
  }

  /// Returns whether the hook runs for `git commit FILE…`, whose index is thrown away: what is
  /// staged in it would be in the commit and not in the index that the next one begins with.
  public boolean isPartialCommit() {
    return environment
        .variable("GIT_INDEX_FILE")
        .filter(it -> Path.of(it).getFileName().toString().startsWith("next-index-"))
        .isPresent();
  }

  private GitCall git(String... words) {
    return GitCall.run(environment, "", List.of(words));
  }
}

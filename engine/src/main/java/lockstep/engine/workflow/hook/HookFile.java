package lockstep.engine.workflow.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.engine.git.Repository;
import lockstep.engine.sink.AtomicFile;

/// A file that says what runs before a commit, or may come to say it.
record HookFile(Manager manager, Path file) {
  static final String HOOK = "pre-commit";
  private static final String HUSKY = ".husky";

  /// The program as a word of a line, or one of the hooks that this repository has for pre-commit.
  private static final Pattern CALL =
      Pattern.compile("(?m)^[^#\\n]*(?<![\\w.-])lockstep(?:-(?:generate|check))?(?=[\\s\"']|$)");

  /// Returns all that there are or may be, the one that is best first.
  static List<HookFile> of(Repository repository) {
    var hooks = repository.hooks();
    var all = new ArrayList<HookFile>();
    var husky = husky(hooks);
    husky.ifPresent(it -> all.add(new HookFile(Manager.HUSKY, it.resolve(HOOK))));
    var settings = repository.root().resolve(FrameworkHook.FILE);
    if (Files.exists(settings)) {
      all.add(new HookFile(Manager.PRE_COMMIT, settings));
    }
    var usual = repository.root().resolve(HUSKY);
    if (husky.isEmpty() && Files.isDirectory(usual)) {
      all.add(new HookFile(Manager.HUSKY, usual.resolve(HOOK)));
    }
    if (husky.isEmpty()) {
      all.add(new HookFile(Manager.GIT, hooks.resolve(HOOK)));
    }
    return all;
  }

  /// Returns husky's folder where Git runs its hooks: husky 9 has `_` in it, older ones have not.
  private static Optional<Path> husky(Path hooks) {
    var own = hooks.endsWith("_") ? hooks.getParent() : hooks;
    return Optional.of(own).filter(it -> it.endsWith(HUSKY));
  }

  /// Returns the command that is to be run before Git runs this hook; empty where Git does.
  Optional<String> missing(Repository repository) {
    var hooks = repository.hooks();
    return switch (manager) {
      case GIT -> Optional.empty();
      case HUSKY ->
          husky(hooks).filter(file.getParent()::equals).isPresent()
                  && (hooks.equals(file.getParent()) || Files.isExecutable(hooks.resolve(HOOK)))
              ? Optional.empty()
              : Optional.of("npx husky");
      case PRE_COMMIT ->
          new HookFile(Manager.GIT, hooks.resolve(HOOK)).read().contains("pre-commit")
              ? Optional.empty()
              : Optional.of("pre-commit install");
    };
  }

  /// Returns the text with the region in it; where it is already, it stays, with other lines. Empty
  /// where it cannot be put there.
  Optional<String> with(Region region, HookScope scope) {
    var text = read();
    if (region.isIn(text)) {
      return Optional.of(region.replace(text, region.of(region.indent(text), lines(scope))));
    }
    return switch (manager) {
      case GIT, HUSKY -> ShellHook.put(text, region.of("", lines(scope)), manager);
      case PRE_COMMIT -> FrameworkHook.put(text, region, lines(scope));
    };
  }

  private List<String> lines(HookScope scope) {
    return switch (manager) {
      case GIT, HUSKY -> ShellHook.lines(scope);
      case PRE_COMMIT -> FrameworkHook.lines(scope);
    };
  }

  /// Returns whether somebody has Lockstep run there: by more than a comment.
  boolean callsLockstep() {
    return CALL.matcher(read()).find();
  }

  /// Returns the text; nothing where the file is not there.
  String read() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw AtomicFile.failure(file, e);
    }
  }

  void write(String text) {
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.replace(file, text);
      if (manager != Manager.PRE_COMMIT && !file.toFile().setExecutable(true, false)) {
        throw new IOException("it cannot be made executable");
      }
    } catch (IOException e) {
      throw AtomicFile.failure(file, e);
    }
  }

  void delete() {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw AtomicFile.failure(file, e);
    }
  }
}

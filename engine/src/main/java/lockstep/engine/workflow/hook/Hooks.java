package lockstep.engine.workflow.hook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.ShellWord;
import lockstep.engine.git.Repository;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;

/// Installs the hook of a project, takes it out again, and says whether it is there.
public final class Hooks {
  private static final List<String> LEFTHOOK =
      List.of("lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml");

  private final Repository repository;
  private final HookScope scope;
  private final Region region;
  private final Environment environment;

  private Hooks(Project project, Environment environment) {
    this.environment = environment;
    // Who installs a hook may stand in another repository, such as one that has this as a module.
    this.repository =
        Repository.of(
            new Environment(environment.variables(), project.folder(), environment.home()));
    this.scope = HookScope.of(project, repository);
    this.region = new Region(scope.project());
  }

  /// @param manager who is to run it; by default, who runs the repository's hooks already
  public record Request(Project project, Optional<Manager> manager, Environment environment) {}

  /// @param state after the run
  /// @param changed files that were written or removed, and are the user's to commit
  public record Outcome(HookState state, List<Path> changed, List<Diagnostic> diagnostics) {
    public Outcome {
      changed = List.copyOf(changed);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Returns whether commits of a project run its hook. Changes nothing.
  ///
  /// @throws lockstep.engine.EnvironmentException where there is no Git or no repository
  public static HookState state(Project project, Environment environment) {
    return new Hooks(project, environment).state();
  }

  /// Puts the hook where hooks are run already, and nowhere else; a second run changes nothing.
  public static Outcome install(Request request) {
    return new Hooks(request.project(), request.environment()).install(request.manager());
  }

  /// Takes the hook out of wherever it is; all other lines stay.
  public static Outcome uninstall(Request request) {
    return new Hooks(request.project(), request.environment()).uninstall();
  }

  private HookState state() {
    var files = HookFile.of(repository);
    var found = files.stream().filter(it -> region.isIn(it.read())).findFirst();
    if (found.isEmpty()) {
      return files.stream()
          .filter(HookFile::callsLockstep)
          .findFirst()
          .map(this::byHand)
          .or(this::byLefthook)
          .orElseGet(() -> none(files.getFirst()));
    }
    var it = found.get();
    var command = it.missing(repository);
    if (command.isPresent()) {
      return new HookState.Inactive(it.manager(), it.file(), command.get());
    }
    return it.with(region, scope).equals(Optional.of(it.read())) && isExecutable(it)
        ? new HookState.Installed(it.manager(), it.file())
        : new HookState.Outdated(it.manager(), it.file());
  }

  private HookState none(HookFile best) {
    return scope.isUseful()
        ? new HookState.Missing(best.manager(), best.file())
        : new HookState.Useless();
  }

  private HookState byHand(HookFile it) {
    var command =
        it.missing(repository)
            .or(
                () ->
                    isExecutable(it)
                        ? Optional.empty()
                        : Optional.of("chmod +x " + ShellWord.of(environment.show(it.file()))));
    return command
        .<HookState>map(missing -> new HookState.Inactive(it.manager(), it.file(), missing))
        .orElseGet(() -> new HookState.ByHand(it.manager(), it.file()));
  }

  /// Lefthook's settings are run by a hook that it writes itself.
  private Optional<HookState> byLefthook() {
    var own = new HookFile(Manager.GIT, repository.hooks().resolve(HookFile.HOOK));
    return lefthook()
        .map(it -> new HookFile(Manager.GIT, it))
        .filter(HookFile::callsLockstep)
        .map(
            it ->
                own.read().contains("lefthook")
                    ? new HookState.ByHand(it.manager(), it.file())
                    : new HookState.Inactive(it.manager(), it.file(), "lefthook install"));
  }

  private Optional<Path> lefthook() {
    return LEFTHOOK.stream().map(repository.root()::resolve).filter(Files::exists).findFirst();
  }

  /// Git passes over a hook that is not (Git 2.39, githooks).
  private static boolean isExecutable(HookFile it) {
    return it.manager() != Manager.GIT || Files.isExecutable(it.file());
  }

  private Outcome install(Optional<Manager> wanted) {
    var file =
        wanted.map(this::of).orElseGet(() -> Optional.of(HookFile.of(repository).getFirst()));
    var objection =
        !scope.isUseful()
            ? Optional.of(useless())
            : file.isPresent() ? objection(file.get()) : Optional.of(absent(wanted.orElseThrow()));
    if (objection.isPresent()) {
      return new Outcome(state(), List.of(), List.of(objection.get()));
    }
    var text = file.get().with(region, scope);
    if (text.isEmpty()) {
      return new Outcome(state(), List.of(), List.of(unknown(file.get())));
    }
    var changed = new ArrayList<Path>();
    for (var other : HookFile.of(repository)) {
      if (!other.equals(file.get())) {
        changed.addAll(takeOut(other));
      }
    }
    if (!text.get().equals(file.get().read()) || !isExecutable(file.get())) {
      file.get().write(text.get());
      changed.add(file.get().file());
    }
    return new Outcome(state(), changed, List.of());
  }

  private Optional<HookFile> of(Manager manager) {
    return HookFile.of(repository).stream().filter(it -> it.manager() == manager).findFirst();
  }

  private Outcome uninstall() {
    for (var it : HookFile.of(repository)) {
      if (region.isDamaged(it.read())) {
        return new Outcome(state(), List.of(), List.of(damaged(it)));
      }
    }
    var changed = HookFile.of(repository).stream().flatMap(it -> takeOut(it).stream()).toList();
    return new Outcome(state(), changed, List.of());
  }

  private List<Path> takeOut(HookFile it) {
    var text = it.read();
    if (!region.isIn(text)) {
      return List.of();
    }
    var rest = region.replace(text, "");
    if (it.manager() != Manager.PRE_COMMIT && ShellHook.isEmpty(rest)) {
      it.delete();
    } else {
      it.write(rest);
    }
    return List.of(it.file());
  }

  private Optional<Diagnostic> objection(HookFile it) {
    if (region.isDamaged(it.read())) {
      return Optional.of(damaged(it));
    }
    if (it.manager() != Manager.GIT) {
      return Optional.empty();
    }
    if (repository.hasSharedHooks()) {
      return Optional.of(
          cannot(it, "Hooks of all repositories of yours are here, by `core.hooksPath`.")
              .withAdvice(
                  "Give this one a folder of its own, as by `git config --local core.hooksPath"
                      + " .githooks`, and run this again."));
    }
    return lefthook()
        .map(
            file ->
                Diagnostic.of(
                        HookCode.CANNOT_EDIT,
                        new Place.File(environment.show(file)),
                        "Lefthook writes the hooks of this repository.")
                    .withAdvice(
                        "Add `run: lockstep hook run %s` to its `pre-commit`."
                            .formatted(ShellWord.of(scope.project()))));
  }

  private Diagnostic damaged(HookFile it) {
    return cannot(it, "Of the two lines that mark what Lockstep wrote, one is gone.")
        .withAdvice("Remove what is left of it by hand, and run this again.");
  }

  private Diagnostic unknown(HookFile it) {
    return switch (it.manager()) {
      case PRE_COMMIT ->
          cannot(it, "There is no line `repos:` with a list below it.")
              .withAdvice(
                  "Lay the list out in lines, or add a local hook by hand whose `entry` is"
                      + " `lockstep hook run --no-stage`.");
      case GIT, HUSKY ->
          cannot(it, "The hook is there, and no shell's script.")
              .withAdvice(
                  "Have it run `lockstep hook run %s`, and end with its exit code."
                      .formatted(ShellWord.of(scope.project())));
    };
  }

  private Diagnostic absent(Manager manager) {
    return Diagnostic.of(
            HookCode.CANNOT_EDIT, "This repository does not use %s.".formatted(manager.word()))
        .withAdvice(
            switch (manager) {
              case PRE_COMMIT -> "Begin `%s` with a line `repos:`.".formatted(FrameworkHook.FILE);
              case HUSKY -> "Set it up first: `npx husky init`.";
              case GIT -> "husky runs its hooks: leave the choice out.";
            });
  }

  private Diagnostic useless() {
    return Diagnostic.of(
            HookCode.NOTHING_TO_DO,
            "No commit changes what is generated here: %s."
                .formatted(
                    scope.targets().isEmpty()
                        ? "the project has no target"
                        : "the truth of the project is no file"))
        .withAdvice("Set `source` and a `[[target]]` in lockstep.toml first.");
  }

  private Diagnostic cannot(HookFile it, String fact) {
    return Diagnostic.of(HookCode.CANNOT_EDIT, new Place.File(environment.show(it.file())), fact);
  }
}

package lockstep.engine.workflow.hook;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.ShellWord;
import lockstep.engine.git.Repository;
import lockstep.engine.git.Repository.Entry;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.sink.FileChange;
import lockstep.engine.workflow.EmitTargets;
import lockstep.engine.workflow.SourceReader;

/// Sees to it that a commit has the generated code that belongs to its schema.
public final class RunHook {
  private final Request request;
  private final Repository repository;
  private final HookScope scope;
  private final EmitTargets.Request emission;

  private RunHook(Request request) {
    var project = request.project();
    this.request = request;
    this.repository = Repository.of(request.environment());
    this.scope = HookScope.of(project, repository);
    this.emission =
        new EmitTargets.Request(
            project.source(), project.targets(), request.reader(), request.environment());
  }

  /// Who stages what was generated.
  public enum Staging {
    HERE,
    /// Whoever is told what to stage.
    LATER
  }

  public record Request(
      Project project, SourceReader reader, Environment environment, Staging staging) {}

  /// @param staged generated files that were put into the commit, as messages name them
  /// @param diagnostics why there can be no commit yet
  public record Outcome(List<String> staged, List<Diagnostic> diagnostics) {
    public Outcome {
      staged = List.copyOf(staged);
      diagnostics = List.copyOf(diagnostics);
    }

    static Outcome refused(List<Diagnostic> diagnostics) {
      return new Outcome(List.of(), diagnostics);
    }
  }

  public static Outcome run(Request request) {
    var hook = new RunHook(request);
    if (!hook.scope.isUseful()) {
      return Outcome.refused(List.of());
    }
    return switch (request.staging()) {
      case HERE -> hook.stage();
      case LATER -> hook.generate();
    };
  }

  private Outcome stage() {
    var entries = repository.entries(scope.paths());
    var isOfSource = entries.stream().anyMatch(it -> it.isStaged() && isSource(it));
    if (!isOfSource && entries.stream().noneMatch(it -> it.isStaged() && isInTarget(it))) {
      return Outcome.refused(List.of());
    }
    var outcome = EmitTargets.compare(emission);
    var generated = generated(outcome);
    if (!isOfSource
        && entries.stream().noneMatch(it -> it.isStaged() && generated.contains(it.path()))) {
      return Outcome.refused(List.of());
    }
    var open = entries.stream().filter(it -> it.isUnstaged() && isSource(it)).toList();
    if (!open.isEmpty()) {
      return Outcome.refused(List.of(notStaged(open)));
    }
    if (outcome.hasErrors()) {
      return Outcome.refused(outcome.diagnostics());
    }
    if (repository.isPartialCommit()) {
      var left = left(outcome, generated);
      return Outcome.refused(left.isEmpty() ? List.of() : List.of(leftOut(left)));
    }
    if (!isOfSource) {
      var stale = names(outcome.stale());
      var edited =
          entries.stream()
              .filter(Entry::isStaged)
              .map(Entry::path)
              .filter(stale::contains)
              .toList();
      if (!edited.isEmpty()) {
        return Outcome.refused(List.of(edited(edited)));
      }
    }
    if (!outcome.stale().isEmpty()) {
      EmitTargets.write(emission);
    }
    var paths = unstaged(generated);
    if (!paths.isEmpty()) {
      repository.stage(paths);
    }
    return new Outcome(paths.stream().map(this::shown).toList(), List.of());
  }

  /// What is staged is not looked at: whoever calls has put everything else aside.
  private Outcome generate() {
    var outcome = EmitTargets.write(emission);
    if (outcome.hasErrors()) {
      return Outcome.refused(outcome.diagnostics());
    }
    var left = left(outcome, generated(outcome));
    return Outcome.refused(left.isEmpty() ? List.of() : List.of(regenerated(left)));
  }

  /// Returns the generated files that Git would not find in the commit as they shall be.
  private List<String> left(EmitTargets.Outcome outcome, Set<String> generated) {
    var all = new ArrayList<>(unstaged(generated));
    names(outcome.stale()).stream().filter(it -> !all.contains(it)).forEach(all::add);
    return all.stream().sorted().toList();
  }

  private List<String> unstaged(Set<String> generated) {
    return repository.entries(scope.targets()).stream()
        .filter(it -> it.isUnstaged() && generated.contains(it.path()))
        .map(Entry::path)
        .toList();
  }

  private Set<String> generated(EmitTargets.Outcome outcome) {
    var names = new HashSet<String>();
    for (var target : outcome.targets()) {
      names.addAll(
          names(
              target.files().changes().stream()
                  .filter(it -> it.kind() != FileChange.Kind.FOREIGN)
                  .toList()));
    }
    return names;
  }

  private List<String> names(List<FileChange> changes) {
    return changes.stream().flatMap(it -> repository.relative(it.path()).stream()).toList();
  }

  private boolean isSource(Entry it) {
    return scope.isSource(it.path());
  }

  private boolean isInTarget(Entry it) {
    return scope.isInTarget(it.path());
  }

  private String shown(String path) {
    return request.environment().show(repository.root().resolve(path));
  }

  private String words(List<String> paths) {
    return paths.stream().map(this::shown).map(ShellWord::of).collect(Collectors.joining(" "));
  }

  private Diagnostic notStaged(List<Entry> open) {
    var paths = open.stream().map(Entry::path).toList();
    return Diagnostic.of(
            HookCode.NOT_STAGED,
            new Place.File(shown(paths.getFirst())),
            "Code is generated from what is not staged: %s."
                .formatted(String.join(", ", paths.stream().map(this::shown).toList())))
        .withAdvice(
            open.stream().anyMatch(this::isSubmodule)
                ? "Commit it in the submodule first, and `git add %s`.".formatted(words(paths))
                : "Stage all of it: `git add %s`".formatted(words(paths))
                    + aside(open, words(paths)));
  }

  private boolean isSubmodule(Entry it) {
    return Files.isDirectory(repository.root().resolve(it.path()));
  }

  /// A stash that keeps the index does not come back without conflicts; a difference does.
  private static String aside(List<Entry> open, String words) {
    return open.stream().anyMatch(Entry::isUntracked)
        ? "."
        : "; or put the rest aside: `git diff %1$s > rest.patch && git checkout %1$s`,"
                .formatted(words)
            + " and `git apply rest.patch` after the commit.";
  }

  /// Generated anew, such a commit would lose what somebody wrote, and may have nothing left in it.
  private Diagnostic edited(List<String> edited) {
    return Diagnostic.of(
            HookCode.EDITED,
            new Place.File(shown(edited.getFirst())),
            "Generated code was changed by hand, and nothing that it is generated from is staged.")
        .withAdvice(
            "Change the schema, or write in a file of your own; `lockstep generate` and `git add %s`"
                    .formatted(words(edited))
                + " take the edit back.");
  }

  private Diagnostic leftOut(List<String> left) {
    return Diagnostic.of(
            HookCode.LEFT_OUT,
            new Place.File(shown(left.getFirst())),
            "A commit of named files leaves out what is generated from them.")
        .withAdvice(
            "Run `lockstep generate` and `git add %s`, then commit these too, or without names."
                .formatted(words(left)));
  }

  private Diagnostic regenerated(List<String> left) {
    return Diagnostic.of(
            HookCode.REGENERATED,
            new Place.File(shown(left.getFirst())),
            "Generated code is as it shall be now, and not staged.")
        .withAdvice("Run `git add %s`, and commit again.".formatted(words(left)));
  }
}

package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.project.Target;
import lockstep.engine.sink.AtomicFile;
import lockstep.engine.sink.FileChange;
import lockstep.rewrite.Verdict;

/// Turns a whole project away from Prisma Client Python: its queries, and the files around them.
///
/// All is planned first, then written. Where code still needs the client, its package and what
/// makes it stay, and only the queries change.
public final class SwitchProject {
  public static final String SUMMARY = "MIGRATION_SUMMARY.md";

  private SwitchProject() {}

  /// What happens to files that nobody needs any more.
  public enum Obsolete {
    NAMED,
    REMOVED
  }

  /// @param paths whose code is converted; what else of the project needs the client keeps it
  /// @param session the module that has the sessions
  public record Request(
      Project project,
      Target.SqlAlchemy target,
      List<Path> paths,
      String session,
      Obsolete obsolete,
      SourceReader reader,
      Environment environment) {
    public Request {
      paths = List.copyOf(paths);
    }

    /// Returns how files are called: relative to the project's folder, wherever the call is made.
    Environment inProject() {
      return new Environment(environment.variables(), project.folder(), environment.home());
    }
  }

  /// @param files those around the code, with the summary as the last
  /// @param diagnostics what there is to say beside the calls
  public record Outcome(
      RewriteQueries.Outcome queries,
      List<FileChange> files,
      EmitTargets.Outcome models,
      List<Diagnostic> diagnostics) {
    public Outcome {
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return queries.hasErrors() || models.hasErrors();
    }

    /// Returns whether nothing would be written.
    public boolean isSwitched() {
      return files.isEmpty()
          && queries.files().stream().noneMatch(it -> it.rewriting().isChanged());
    }
  }

  /// Returns what would be written. Writes nothing.
  public static Outcome plan(Request request) {
    var environment = request.inProject();
    var models =
        EmitTargets.compare(
            new EmitTargets.Request(
                request.project().source(),
                request.project().targets(),
                request.reader(),
                environment));
    var queries =
        RewriteQueries.run(
            new RewriteQueries.Request(
                request.paths(),
                List.of(request.project().folder()),
                request.project().source(),
                request.target(),
                request.session(),
                request.target().root(),
                request.reader(),
                environment));
    if (queries.hasErrors() || models.hasErrors()) {
      return new Outcome(queries, List.of(), models, List.of());
    }
    var left = UnusedClient.leave(request, queries);
    var files = new SwitchedFiles(request, left, models);
    var obsolete = files.obsolete();
    var kept = left.queries().without(obsolete);
    return new Outcome(kept, files.changes(kept), models, files.diagnostics());
  }

  /// Writes what was planned, and the models.
  public static void write(Request request, Outcome outcome) {
    if (outcome.isSwitched()) {
      return;
    }
    RewriteQueries.write(outcome.queries());
    for (var it : outcome.files()) {
      switch (it.kind()) {
        case CREATED, CHANGED -> MigrationWriter.file(it.path(), it.wanted());
        case REMOVED -> remove(it.path());
        case UNCHANGED, EDITED, FOREIGN -> {}
      }
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
      var folder = file.getParent();
      try (var entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw AtomicFile.failure(file, e);
    }
  }

  static boolean isRefused(Verdict verdict) {
    return verdict.outcome() instanceof Verdict.Outcome.Refused;
  }

  static FileChange change(String name, Path path, Optional<String> present, String wanted) {
    var kind = present.isPresent() ? FileChange.Kind.CHANGED : FileChange.Kind.CREATED;
    return new FileChange(name, path, kind, present, wanted);
  }

  static FileChange removal(String name, Path path, String present) {
    return new FileChange(name, path, FileChange.Kind.REMOVED, Optional.of(present), "");
  }
}

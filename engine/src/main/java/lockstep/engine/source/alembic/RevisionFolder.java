package lockstep.engine.source.alembic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import lockstep.diagnostic.Code;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.Reason;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.ProjectCode;
import lockstep.migration.Revision;
import lockstep.migration.RevisionCode;
import lockstep.migration.RevisionGraph;
import lockstep.text.SourceText;

/// The revision files of a project, read. No Python runs.
public final class RevisionFolder {
  private final Function<Path, String> show;
  private final List<Revision> revisions = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private RevisionFolder(Function<Path, String> show) {
    this.show = show;
  }

  /// @param graph of what could be read
  /// @param diagnostics why it is not the whole history; empty where it is
  public record Outcome(RevisionGraph graph, List<Diagnostic> diagnostics) {}

  /// @param show how messages name a path
  public static Outcome read(AlembicProject project, Function<Path, String> show) {
    var folder = new RevisionFolder(show);
    project.versions().forEach(it -> folder.all(it, project.isRecursive()));
    var graph = RevisionGraph.of(folder.revisions);
    var diagnostics = new ArrayList<>(folder.diagnostics);
    if (diagnostics.isEmpty()) {
      diagnostics.addAll(graph.diagnostics());
    }
    if (diagnostics.isEmpty() && folder.revisions.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  RevisionCode.NONE,
                  new Place.File(show.apply(project.settings())),
                  "There is no revision in `%s`."
                      .formatted(show.apply(project.versions().getFirst())))
              .withAdvice("Look at `script_location` and `version_locations`."));
    }
    return new Outcome(graph, List.copyOf(diagnostics));
  }

  private void all(Path folder, boolean isRecursive) {
    if (!Files.isDirectory(folder)) {
      report(
          ProjectCode.FILE_MISSING,
          folder,
          "There is no such folder of revisions.",
          "Look at `script_location` and `version_locations` in the settings of Alembic.");
      return;
    }
    try (Stream<Path> files = isRecursive ? Files.walk(folder) : Files.list(folder)) {
      files.filter(it -> it.toString().endsWith(".py")).sorted().forEach(this::one);
    } catch (IOException e) {
      unreadable(folder, e);
    }
  }

  private void one(Path file) {
    try {
      var text = SourceText.of(show.apply(file), Files.readString(file));
      RevisionFile.read(text).ifPresent(revisions::add);
    } catch (IOException e) {
      unreadable(file, e);
    } catch (RevisionFile.Unreadable e) {
      report(
          RevisionCode.UNREADABLE,
          file,
          "`%s` is more than a literal here.".formatted(e.getMessage()),
          "Write it as a string, a tuple of strings, or None.");
    }
  }

  private void unreadable(Path path, IOException e) {
    report(
        ProjectCode.FILE_UNREADABLE,
        path,
        "It cannot be read: %s.".formatted(Reason.of(e)),
        "Let this user read it.");
  }

  private void report(Code code, Path path, String fact, String advice) {
    diagnostics.add(Diagnostic.of(code, new Place.File(show.apply(path)), fact).withAdvice(advice));
  }
}

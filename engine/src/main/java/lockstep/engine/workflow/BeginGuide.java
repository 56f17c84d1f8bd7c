package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Reason;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.project.Target;
import lockstep.engine.sink.AtomicFile;

/// Begins a project's DATABASE.md, and has `generate` keep a part of it current.
public final class BeginGuide {
  private BeginGuide() {}

  /// @param folder that gets the page
  /// @param variable that names the database
  /// @param mayReplace whether a page that is there is written anew
  public record Request(
      Project project,
      Path folder,
      Optional<String> variable,
      boolean mayReplace,
      SourceReader reader,
      Environment environment) {
    private Target.Docs target() {
      return new Target.Docs(
          folder, project.folder(), variable, project.migrations(), project.alembic());
    }

    private boolean isKnown() {
      return project.targets().stream()
          .anyMatch(it -> it instanceof Target.Docs && it.out().equals(folder));
    }
  }

  /// @param emitted what was written, and why it may not have been
  /// @param settings the file that a target was added to
  public record Outcome(EmitTargets.Outcome emitted, Optional<Path> settings) {}

  /// Writes the page, and names it in the settings where there are any. A page with a part of ours
  /// gets only that.
  public static Outcome run(Request request) {
    if (request.mayReplace()) {
      remove(request.folder().resolve("DATABASE.md"));
    }
    var targets = new ArrayList<>(request.project().targets());
    if (!request.isKnown()) {
      targets.add(request.target());
    }
    var all =
        EmitTargets.compare(
            new EmitTargets.Request(
                request.project().source(), targets, request.reader(), request.environment()));
    var own =
        all.targets().stream()
            .filter(it -> it.target() instanceof Target.Docs)
            .filter(it -> it.target().out().equals(request.folder()))
            .toList();
    var isInTheWay = own.stream().anyMatch(it -> !it.files().foreign().isEmpty());
    var emitted =
        new EmitTargets.Outcome(own, isInTheWay || own.isEmpty() ? all.diagnostics() : List.of());
    if (isInTheWay || own.isEmpty()) {
      return new Outcome(emitted, Optional.empty());
    }
    own.forEach(it -> it.files().write());
    var settings = request.project().file().filter(_ -> !request.isKnown());
    settings.ifPresent(it -> add(request, it));
    return new Outcome(emitted, settings);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw AtomicFile.failure(file, e);
    }
  }

  /// A table of an array may stand behind all others (TOML 1.0).
  private static void add(Request request, Path settings) {
    try {
      var text = Files.readString(settings);
      var out = request.target().show(request.folder()).replace("\\", "\\\\").replace("\"", "\\\"");
      var table =
          """

          # The page for the team, of which a part is generated.
          [[target]]
          to = "docs"
          out = "%s"
          """
              .formatted(out);
      var end = text.contains("\r\n") ? table.replace("\n", "\r\n") : table;
      AtomicFile.replace(
          settings, text.stripTrailing() + (text.contains("\r\n") ? "\r\n" : "\n") + end);
    } catch (IOException e) {
      throw EnvironmentException.of(
          ProjectCode.FILE_UNREADABLE,
          "The settings cannot be read: %s.".formatted(Reason.of(e)),
          "Let this user read them.");
    }
  }
}

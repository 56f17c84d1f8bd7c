package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.sink.AtomicFile;
import lockstep.engine.source.prisma.SchemaFiles;
import lockstep.psl.PslFormatter;
import lockstep.text.SourceText;
import lockstep.text.UnifiedDiff;

/// Lays a schema's files out as Prisma does.
public final class FormatSchema {
  private FormatSchema() {}

  /// @param path a file, or a folder whose files are one schema
  /// @param show how messages name a path
  public record Request(Path path, Function<Path, String> show) {}

  /// @param files every file of the schema, in order
  /// @param diagnostics why files could not be read; then nothing is written
  public record Outcome(List<Formatted> files, List<Diagnostic> diagnostics) {
    public Outcome {
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }

    /// Returns the files whose layout differs.
    public List<Formatted> changed() {
      return files.stream().filter(Formatted::isChanged).toList();
    }
  }

  /// @param path where the file lies
  /// @param before what it says
  /// @param after the same, laid out
  public record Formatted(Path path, SourceText before, SourceText after) {
    public boolean isChanged() {
      return !before.content().equals(after.content());
    }

    public String diff() {
      var name = before.name();
      return UnifiedDiff.of(
          UnifiedDiff.side("a", name), before.content(),
          UnifiedDiff.side("b", name), after.content());
    }
  }

  /// Returns how each file would be laid out; writes nothing.
  public static Outcome compare(Request request) {
    var read = SchemaFiles.read(request.path(), request.show());
    var after = PslFormatter.format(read.texts());
    var files = new ArrayList<Formatted>();
    for (var i = 0; i < after.size(); i++) {
      var file = read.files().get(i);
      files.add(new Formatted(file.path(), file.text(), after.get(i)));
    }
    return new Outcome(files, read.diagnostics());
  }

  /// Writes the files whose layout differs, each in one step.
  public static Outcome write(Request request) {
    var outcome = compare(request);
    if (outcome.diagnostics().isEmpty()) {
      outcome.changed().forEach(it -> AtomicFile.replace(it.path(), it.after().content()));
    }
    return outcome;
  }
}

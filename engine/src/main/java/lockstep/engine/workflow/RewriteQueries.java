package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.emit.sqlalchemy.PythonNames;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Target;
import lockstep.engine.sink.AtomicFile;
import lockstep.engine.source.client.PythonSources;
import lockstep.engine.source.client.PythonTrees;
import lockstep.engine.source.client.PythonTrees.Parsed;
import lockstep.rewrite.QueryRewriter;
import lockstep.rewrite.Rewriting;
import lockstep.rewrite.Vocabulary;

/// Converts the queries of Python code.
public final class RewriteQueries {
  private RewriteQueries() {}

  /// @param paths files, and folders in which to look for them
  /// @param session the module that has the sessions
  /// @param folder where the code's interpreter is looked for
  public record Request(
      List<Path> paths,
      SourceSpec source,
      Target.SqlAlchemy target,
      String session,
      Path folder,
      SourceReader reader,
      Environment environment) {
    public Request {
      paths = List.copyOf(paths);
    }
  }

  /// What becomes of one file.
  public record Rewritten(Parsed parsed, Rewriting rewriting) {}

  /// @param files those that mention the client, in the order of their paths
  /// @param looked how many files there were
  /// @param diagnostics of the schema, and of files that cannot be read
  public record Outcome(List<Rewritten> files, int looked, List<Diagnostic> diagnostics) {
    public Outcome {
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /// Returns what would be written. Writes nothing.
  public static Outcome run(Request request) {
    var files = PythonSources.find(request.paths());
    if (files.isEmpty()) {
      return new Outcome(List.of(), 0, List.of());
    }
    var reading = request.reader().readAlone(request.source());
    if (reading.hasErrors()) {
      return new Outcome(List.of(), files.size(), reading.diagnostics());
    }
    var choices = request.target().choices();
    var names =
        PythonNames.of(
            reading.schema(),
            reading.mapping(),
            new SqlAlchemyOptions(
                choices.version(),
                choices.layout(),
                choices.names(),
                request.target().packageName(),
                new SqlAlchemyOptions.Source("", ""),
                choices.mixins()));
    var words = Vocabulary.of(reading, names, request.target().packageName(), request.session());
    var read =
        PythonTrees.read(
            files,
            request.reader().interpreter(request.folder()),
            request.environment()::show,
            request.reader().pythonTimeout());
    var rewritten = new ArrayList<Rewritten>();
    for (var it : read.files()) {
      rewritten.add(new Rewritten(it, QueryRewriter.rewrite(it.file(), words)));
    }
    return new Outcome(rewritten, files.size(), read.diagnostics());
  }

  /// Writes what differs, each file in one step and in its own encoding.
  public static void write(Outcome outcome) {
    outcome.files().stream()
        .filter(it -> it.rewriting().isChanged())
        .forEach(
            it ->
                AtomicFile.replace(
                    it.parsed().path(), it.parsed().encoded(it.rewriting().content())));
  }
}

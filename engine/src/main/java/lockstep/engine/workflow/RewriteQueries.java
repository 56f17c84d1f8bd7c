package lockstep.engine.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.emit.Names;
import lockstep.emit.sqlalchemy.PythonNames;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions;
import lockstep.engine.project.Environment;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Target;
import lockstep.engine.sink.AtomicFile;
import lockstep.engine.source.client.PythonSources;
import lockstep.engine.source.client.PythonTrees;
import lockstep.engine.source.client.PythonTrees.Parsed;
import lockstep.mapping.Reading;
import lockstep.rewrite.HelperTables;
import lockstep.rewrite.QueryRewriter;
import lockstep.rewrite.QueryRewriter.Life;
import lockstep.rewrite.RewriteCode;
import lockstep.rewrite.Rewriting;
import lockstep.rewrite.Vocabulary;

/// Converts the queries of Python code.
public final class RewriteQueries {
  private RewriteQueries() {}

  /// @param paths files, and folders in which to look for them
  /// @param beside where else the client may be used: what is there is looked at, and stays
  /// @param session the module that has the sessions
  /// @param folder where the code's interpreter is looked for
  public record Request(
      List<Path> paths,
      List<Path> beside,
      SourceSpec source,
      Target.SqlAlchemy target,
      String session,
      Path folder,
      SourceReader reader,
      Environment environment) {
    public Request {
      paths = List.copyOf(paths);
      beside = List.copyOf(beside);
    }

    private boolean isMeant(Path file) {
      return paths.stream().anyMatch(file::startsWith);
    }
  }

  /// What becomes of one file.
  public record Rewritten(Parsed parsed, Rewriting rewriting) {
    boolean needsHelpers(String module) {
      return rewriting.content().contains("from " + module + " import ");
    }

    /// Returns whether it uses the client now.
    boolean isClients() {
      return rewriting.isChanged()
          || !rewriting.verdicts().isEmpty()
          || rewriting.diagnostics().stream().anyMatch(it -> it.code() == RewriteCode.LEFT);
    }
  }

  /// @param files those that mention the client, in the order of their paths
  /// @param others files beside them that use the client and stay
  /// @param looked how many files there were
  /// @param helpers what serves dicts that are only known when they run, where any file needs it
  /// @param diagnostics of the schema, and of files that cannot be read
  public record Outcome(
      List<Rewritten> files,
      List<Rewritten> others,
      int looked,
      Optional<Helpers> helpers,
      List<Diagnostic> diagnostics) {
    public Outcome {
      files = List.copyOf(files);
      others = List.copyOf(others);
      diagnostics = List.copyOf(diagnostics);
    }

    private static Outcome none(int looked, List<Diagnostic> diagnostics) {
      return new Outcome(List.of(), List.of(), looked, Optional.empty(), diagnostics);
    }

    /// Returns the outcome with other files.
    Outcome with(List<Rewritten> others) {
      return new Outcome(others, this.others, looked, helpers, diagnostics);
    }

    /// Returns the outcome without some of its files.
    Outcome without(Set<Path> obsolete) {
      return new Outcome(
          without(files, obsolete), without(others, obsolete), looked, helpers, diagnostics);
    }

    private static List<Rewritten> without(List<Rewritten> files, Set<Path> obsolete) {
      return files.stream().filter(it -> !obsolete.contains(it.parsed().path())).toList();
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /// Returns what would be written. Writes nothing.
  public static Outcome run(Request request) {
    var missing = request.paths().stream().filter(it -> !Files.exists(it)).toList();
    if (!missing.isEmpty()) {
      return Outcome.none(
          0, missing.stream().map(it -> missing(it, request.environment())).toList());
    }
    var files =
        PythonSources.find(
            Stream.concat(request.paths().stream(), request.beside().stream()).toList());
    if (files.stream().noneMatch(request::isMeant)) {
      return Outcome.none(0, notRead(request));
    }
    var reading = request.reader().readAlone(request.source());
    if (reading.hasErrors()) {
      return Outcome.none(files.size(), reading.diagnostics());
    }
    var plain = words(request, reading, request.session());
    var read = trees(request, files);
    var words = plain.with(read.trees());
    var called = QueryRewriter.interfaceOf(read.trees().sequential(), words);
    var all = converted(request, read, words, called);
    var rewritten = all.stream().filter(it -> request.isMeant(it.parsed().path())).toList();
    var others =
        all.stream().filter(it -> !request.isMeant(it.parsed().path()) && it.isClients()).toList();
    var helpers =
        rewritten.stream().anyMatch(it -> it.needsHelpers(words.helpers()))
            ? Optional.of(Helpers.of(words, request.target().root()))
            : Optional.<Helpers>empty();
    var looked = (int) files.stream().filter(request::isMeant).count();
    var diagnostics = new ArrayList<>(read.diagnostics());
    diagnostics.addAll(notRead(request));
    return new Outcome(rewritten, others, looked, helpers, diagnostics);
  }

  /// Has the interpreter of the code parse files.
  static PythonTrees.Outcome trees(Request request, List<Path> files) {
    return PythonTrees.read(
        files,
        request.reader().interpreter(request.folder()),
        request.environment()::show,
        request.reader().pythonTimeout());
  }

  /// Returns what the client and the models call things.
  ///
  /// @param session the module that has the sessions
  static Vocabulary words(Request request, Reading reading, String session) {
    return Vocabulary.of(reading, names(request, reading), request.target().packageName(), session);
  }

  static Names names(Request request, Reading reading) {
    var choices = request.target().choices();
    return PythonNames.of(
        reading.schema(),
        reading.mapping(),
        new SqlAlchemyOptions(
            choices.version(),
            choices.layout(),
            choices.names(),
            request.target().packageName(),
            new SqlAlchemyOptions.Source("", ""),
            choices.mixins()));
  }

  private static Rewritten rewritten(
      Parsed parsed, Vocabulary words, QueryRewriter.Interface called, Life life) {
    return new Rewritten(parsed, QueryRewriter.rewrite(parsed.file(), words, called, life));
  }

  /// What one file hands to another is converted in both, or stays in both.
  private static List<Rewritten> converted(
      Request request, PythonTrees.Outcome read, Vocabulary words, QueryRewriter.Interface called) {
    var all =
        read.files().parallelStream().map(it -> rewritten(it, words, called, Life.ENDS)).toList();
    var spoiled =
        all.stream()
            .flatMap(
                it ->
                    request.isMeant(it.parsed().path())
                        ? it.rewriting().handed().spoiled().stream()
                        : it.rewriting().handed().given().stream())
            .collect(Collectors.toSet());
    return spoiled.isEmpty()
        ? settled(request, all, it -> rewritten(it, words, called, Life.STAYS))
        : converted(request, read, words.without(spoiled), called);
  }

  /// Calls that stay, wherever they are, need a client that is connected.
  ///
  /// @param files what they become where no call stays
  /// @param staying what a file becomes where one does
  private static List<Rewritten> settled(
      Request request, List<Rewritten> files, Function<Parsed, Rewritten> staying) {
    var isAnyLeft =
        files.stream()
            .anyMatch(
                it ->
                    request.isMeant(it.parsed().path())
                        ? it.rewriting().hasRefused()
                        : it.isClients());
    return isAnyLeft
        ? files.parallelStream()
            .map(it -> it.rewriting().endsClient() ? staying.apply(it.parsed()) : it)
            .toList()
        : files;
  }

  /// Returns what in the paths named is not looked at.
  private static List<Diagnostic> notRead(Request request) {
    var environment = request.environment();
    var links =
        PythonSources.links(request.paths()).stream().map(it -> notFollowed(it, environment));
    var others = PythonSources.noFiles(request.paths()).stream().map(it -> noFile(it, environment));
    return Stream.concat(links, others).toList();
  }

  private static Diagnostic noFile(Path path, Environment environment) {
    return Diagnostic.of(
            RewriteCode.NOT_FOLLOWED,
            new Place.File(environment.show(path)),
            "It is a pipe, a socket or a device, and no file: it is not read.")
        .withAdvice("Name the file that the code is in.");
  }

  private static Diagnostic notFollowed(Path link, Environment environment) {
    return Diagnostic.of(
            RewriteCode.NOT_FOLLOWED,
            new Place.File(environment.show(link)),
            "The link leads out of what is looked at: the code that it leads to stays as it is.")
        .withAdvice("Name what it leads to, where that is to be converted too.");
  }

  private static Diagnostic missing(Path path, Environment environment) {
    return Diagnostic.of(
            ProjectCode.FILE_MISSING,
            new Place.File(environment.show(path)),
            "There is no such file or folder.")
        .withAdvice("Paths are relative to the folder that the command runs in.");
  }

  /// The module of functions that read dicts when converted calls run.
  public record Helpers(Path file, String module, String content) {
    static Helpers of(Vocabulary words, Path root) {
      var file = root.resolve(words.helpers().replace('.', '/') + ".py");
      return new Helpers(
          file,
          words.helpers(),
          Template.read("rewrite/lockstep_queries.txt")
              .replace("@ATTRIBUTES@", HelperTables.attributes(words))
              .replace("@KEYS@", HelperTables.keys(words))
              .replace("@MEMBERS@", HelperTables.members(words)));
    }
  }

  /// Writes what differs, each file in one step and in its own encoding.
  public static void write(Outcome outcome) {
    var changed = outcome.files().stream().filter(it -> it.rewriting().isChanged()).toList();
    // One that stays as it is would leave the others half of a change.
    changed.forEach(it -> AtomicFile.requireUnprotected(it.parsed().path()));
    changed.forEach(
        it ->
            AtomicFile.replace(it.parsed().path(), it.parsed().encoded(it.rewriting().content())));
    outcome.helpers().ifPresent(it -> MigrationWriter.file(it.file(), it.content()));
  }
}

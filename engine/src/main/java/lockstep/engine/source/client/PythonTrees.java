package lockstep.engine.source.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Resource;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.json.MalformedJsonException;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.PythonCode;
import lockstep.engine.python.PythonProcess;
import lockstep.rewrite.RewriteCode;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.text.SourceText;

/// Has Python parse its own files.
public final class PythonTrees {
  private static final String BYTE_ORDER_MARK = "utf-8-sig";

  private PythonTrees() {}

  /// A file that mentions a client. Its tree is kept as Python wrote it, and made into one when it
  /// is asked for: trees of all files at once would take twenty times as much memory.
  public static final class Parsed {
    private final Path path;
    private final SourceText text;
    private final String encoding;
    private final byte[] answer;

    /// @param encoding what the file says of itself, as Python names it
    private Parsed(Path path, SourceText text, String encoding, byte[] answer) {
      this.path = path;
      this.text = text;
      this.encoding = encoding;
      this.answer = answer;
    }

    public Path path() {
      return path;
    }

    /// Returns the file with its tree, made anew at each call.
    public PythonFile file() {
      var tree = json(answer);
      var comments = tree.items("comments").stream().map(TreeReader::span).toList();
      return new PythonFile(text, TreeReader.statements(tree.get("body").orElseThrow()), comments);
    }

    /// Returns the bytes of another text in the file's own encoding.
    public byte[] encoded(String content) {
      return encoding.equals(BYTE_ORDER_MARK)
          ? ("\uFEFF" + content).getBytes(StandardCharsets.UTF_8)
          : content.getBytes(Charset.forName(encoding));
    }
  }

  /// @param diagnostics of files that Python does not understand
  public record Outcome(List<Parsed> files, List<Diagnostic> diagnostics) {
    public Outcome {
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }

    /// Returns the files with their trees, several at once.
    public Stream<PythonFile> trees() {
      return files.parallelStream().map(Parsed::file);
    }
  }

  /// Returns the files that mention the client, in the order given; all others are passed over.
  ///
  /// @param show how a path stands in messages
  public static Outcome read(
      List<Path> files, Interpreter interpreter, Function<Path, String> show, Duration timeout) {
    return read(files, Map.of(), Set.of(), interpreter, show, timeout);
  }

  /// @param changed texts that files will have
  /// @param words files that have one of them are read, too
  public static Outcome read(
      List<Path> files,
      Map<Path, String> changed,
      Set<String> words,
      Interpreter interpreter,
      Function<Path, String> show,
      Duration timeout) {
    var command = new ArrayList<>(interpreter.command());
    command.addAll(List.of("-I", "-X", "utf8", "-c", Resource.text(PythonTrees.class, "trees.py")));
    command.addAll(words);
    var input = String.join("\n", files.stream().map(it -> job(it, changed)).toList());
    var call =
        new PythonProcess.Call(command, files.getFirst().getParent(), Map.of(), input, timeout);
    // While Python parses the next files, those before are read.
    var answers = new ArrayList<ForkJoinTask<Answer>>();
    var run =
        PythonProcess.stream(
            call,
            line ->
                answers.add(ForkJoinPool.commonPool().submit(() -> answer(line, changed, show))));
    if (run.exitCode() != 0) {
      throw EnvironmentException.of(
          PythonCode.CANNOT_START,
          "%s could not parse the files: %s"
              .formatted(interpreter.described(), lastLine(run.errors())),
          "Name an interpreter of Python 3.8 or later by `--python`.");
    }
    var parsed = new ArrayList<Parsed>();
    var diagnostics = new ArrayList<Diagnostic>();
    for (var it : answers) {
      it.join().parsed().ifPresent(parsed::add);
      it.join().problem().ifPresent(diagnostics::add);
    }
    return new Outcome(parsed, diagnostics);
  }

  private static String lastLine(String text) {
    return text.lines().reduce((_, last) -> last).orElse("it said nothing.");
  }

  private record Answer(Optional<Parsed> parsed, Optional<Diagnostic> problem) {}

  private static String job(Path file, Map<Path, String> changed) {
    var json = JsonWriter.compact();
    try (var _ = json.array()) {
      json.value(file.toString());
      Optional.ofNullable(changed.get(file)).ifPresent(json::value);
    }
    return json.toString();
  }

  private static Answer answer(
      byte[] line, Map<Path, String> changed, Function<Path, String> show) {
    var answer = json(line);
    var path = Path.of(answer.text("path").orElseThrow());
    var shown = show.apply(path);
    var problem = answer.text("problem");
    if (problem.isPresent()) {
      return new Answer(
          Optional.empty(),
          Optional.of(
              Diagnostic.of(
                      RewriteCode.UNREADABLE,
                      new Place.InFile(shown, answer.integer("line").orElse(1)),
                      "Python does not understand the file: %s.".formatted(problem.get()))
                  .withAdvice("Mend it, or name an interpreter that does by `--python`.")));
    }
    var encoding = answer.text("encoding").orElseThrow();
    var content = Optional.ofNullable(changed.get(path)).orElseGet(() -> decoded(path, encoding));
    var text = SourceText.of(shown, content);
    return new Answer(Optional.of(new Parsed(path, text, encoding, line)), Optional.empty());
  }

  private static Json json(byte[] line) {
    try {
      return JsonReader.read(new String(line, StandardCharsets.UTF_8));
    } catch (MalformedJsonException e) {
      throw new IllegalStateException("trees.py wrote no JSON", e);
    }
  }

  private static String decoded(Path path, String encoding) {
    try {
      var bytes = Files.readAllBytes(path);
      return encoding.equals(BYTE_ORDER_MARK)
          ? new String(bytes, StandardCharsets.UTF_8).substring(1)
          : new String(bytes, Charset.forName(encoding));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

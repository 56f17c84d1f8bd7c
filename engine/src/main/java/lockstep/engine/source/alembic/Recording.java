package lockstep.engine.source.alembic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.engine.FileTrees;
import lockstep.engine.Resource;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Endpoint;
import lockstep.engine.project.Environment;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.PythonProcess;
import lockstep.migration.Transcript;

/// Runs the command of a project that applies its revisions, or takes them back, on a scratch
/// database, and notes what each sends.
///
/// SQL that Alembic prints offline is not what its revisions do: nearly half of real ones ask the
/// database something and go on from the answer.
public final class Recording {
  private static final Duration DRAINING = Duration.ofSeconds(10);
  private static final String RECORDER = "sitecustomize.py";
  private static final String VERSION = "version_num";
  private static final Pattern ADDRESS = Pattern.compile("\\{url(?::(\\w+))?}");
  private static final Pattern FILE = Pattern.compile("(?m)^\\s*File \"([^\"<>]+)\", line \\d+");
  private static final Pattern OF_OTHERS = Pattern.compile("[/\\\\](site|dist)-packages[/\\\\]");
  private static final Pattern EXCEPTION = Pattern.compile("(?:\\w+\\.)*\\w+: ");

  private final Request request;
  private final List<Transcript.Said> said = new ArrayList<>();
  private Optional<String> ended = Optional.empty();
  private Optional<String> running = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private boolean isStepwise = true;
  private final List<Thread> listeners = new CopyOnWriteArrayList<>();
  private final AtomicReference<RuntimeException> problem = new AtomicReference<>();

  private Recording(Request request) {
    this.request = request;
  }

  /// Is told of each revision that ran, before the next one begins.
  @FunctionalInterface
  public interface Watcher {
    /// @param isVisible whether others see what it did: it is committed, and nothing after it runs
    void after(Transcript transcript, boolean isVisible);
  }

  /// @param command the words to run; `python` means the interpreter, `{url}` or `{url:DRIVER}` the
  ///   database
  /// @param folder the working folder
  /// @param database the scratch database; the command is kept from any other
  public record Request(
      List<String> command,
      Interpreter interpreter,
      Path folder,
      Environment environment,
      ConnectionUrl database,
      Duration timeout,
      Watcher watcher) {
    public Request {
      command = List.copyOf(command);
    }
  }

  /// @param broken the revision in which the command failed, if it did in one
  /// @param failure why the command did not end well, in words
  /// @param file of the project's own in which that was, where the command said so
  public record Outcome(Optional<String> broken, Optional<String> failure, Optional<Path> file) {}

  public static Outcome run(Request request) {
    return new Recording(request).run();
  }

  private Outcome run() {
    try (var server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      var recorder = Files.createTempDirectory("lockstep-recorder");
      try {
        Files.writeString(recorder.resolve(RECORDER), Resource.text(Recording.class, RECORDER));
        Thread.ofPlatform().daemon().name("recorder").start(() -> accept(server));
        var run =
            PythonProcess.run(
                new PythonProcess.Call(
                    command(),
                    request.folder(),
                    variables(recorder, server.getLocalPort()),
                    "",
                    request.timeout()));
        awaitListeners();
        return outcome(run);
      } finally {
        FileTrees.delete(recorder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Outcome outcome(PythonProcess.Run run) {
    var failure =
        refusal.or(
            () -> run.exitCode() == 0 ? Optional.empty() : Optional.of(lastWords(run.errors())));
    handOn(failure.isEmpty());
    return new Outcome(
        failure.isPresent() ? running : Optional.empty(),
        failure,
        failure.flatMap(_ -> file(run.errors())));
  }

  /// Returns the last file of the project's own that a traceback names.
  private Optional<Path> file(String errors) {
    return FILE.matcher(errors)
        .results()
        .map(it -> request.folder().resolve(it.group(1)).normalize())
        .filter(it -> it.startsWith(request.folder()) && !OF_OTHERS.matcher(it.toString()).find())
        .reduce((_, later) -> later);
  }

  /// The last line of a traceback that names an exception says what went wrong.
  private static String lastWords(String errors) {
    var lines = errors.lines().filter(it -> !it.isBlank()).toList();
    return lines.stream()
        .filter(it -> EXCEPTION.matcher(it).lookingAt())
        .reduce((_, later) -> later)
        .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast().strip()))
        .map(it -> it.replaceAll("://[^/@\\s]*@", "://***@").replaceAll("[.\\s]+$", ""))
        .orElse("it said nothing");
  }

  private List<String> command() {
    var words = new ArrayList<String>();
    for (var it : request.command()) {
      if (it.equals("python") || it.equals("python3")) {
        words.addAll(request.interpreter().command());
      } else {
        words.add(withAddress(it));
      }
    }
    var program = besidePython(words.getFirst());
    program.ifPresent(it -> words.set(0, it.toString()));
    return words;
  }

  /// `{url:asyncpg}` is the address for that driver, as SQLAlchemy writes it.
  private String withAddress(String word) {
    var address = request.database().toString();
    return ADDRESS
        .matcher(word)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    it.group(1) == null
                        ? address
                        : address.replaceFirst("^postgresql", "postgresql+" + it.group(1))));
  }

  /// A program that the project's environment has, such as `prefect`.
  private Optional<Path> besidePython(String program) {
    return bin().map(it -> it.resolve(program)).filter(Files::isExecutable);
  }

  private Optional<Path> bin() {
    return Optional.ofNullable(Path.of(request.interpreter().command().getFirst()).getParent());
  }

  private Map<String, String> variables(Path recorder, int port) {
    var environment = request.environment();
    var variables = new HashMap<String, String>();
    var path = System.getProperty("path.separator");
    variables.put(
        "PYTHONPATH",
        recorder + environment.variable("PYTHONPATH").map(it -> path + it).orElse(""));
    bin()
        .ifPresent(
            it ->
                variables.put(
                    "PATH", it + environment.variable("PATH").map(more -> path + more).orElse("")));
    variables.put("LOCKSTEP_SCRATCH", request.database().reveal());
    variables.put("LOCKSTEP_RECORDER", "127.0.0.1:" + port);
    variables.put("PYTHONUTF8", "1");
    // What goes past SQLAlchemy, or past this Python, is told of no other database either.
    variables.put(
        "DATABASE_URL",
        environment
            .variable("DATABASE_URL")
            .filter(it -> it.startsWith("postgresql+"))
            .map(it -> it.substring(0, it.indexOf(':')))
            .map(it -> request.database().reveal().replaceFirst("^postgresql", it))
            .orElseGet(request.database()::reveal));
    variables.put("PGDATABASE", request.database().database());
    variables.put("PGUSER", request.database().user());
    switch (request.database().endpoints().getFirst()) {
      case Endpoint.Tcp it -> {
        variables.put("PGHOST", it.host());
        variables.put("PGPORT", Integer.toString(it.port()));
      }
      case Endpoint.UnixSocket it -> {
        variables.put("PGHOST", it.directory().toString());
        variables.put("PGPORT", Integer.toString(it.port()));
      }
    }
    request.database().password().ifPresent(it -> variables.put("PGPASSWORD", it.reveal()));
    return variables;
  }

  private void accept(ServerSocket server) {
    try {
      while (true) {
        var socket = server.accept();
        listeners.add(Thread.ofPlatform().daemon().name("recording").start(() -> listen(socket)));
      }
    } catch (IOException e) {
      // The server is closed: the command has ended.
    }
  }

  /// What the command said last may not have been read yet.
  private void awaitListeners() {
    try {
      for (var it : listeners) {
        it.join(DRAINING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    if (problem.get() != null) {
      throw problem.get();
    }
  }

  private void listen(Socket socket) {
    try (socket;
        var lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (take(JsonReader.read(line))) {
          socket.getOutputStream().write('\n');
          socket.getOutputStream().flush();
        }
      }
    } catch (IOException e) {
      // The command has ended, in whatever way; its exit code says how.
    } catch (MalformedJsonException e) {
      problem.compareAndSet(null, new IllegalStateException("the recorder's words are no JSON", e));
    } catch (RuntimeException e) {
      problem.compareAndSet(null, e);
    }
  }

  /// Returns whether the recorder waits for an answer.
  private synchronized boolean take(Json event) {
    switch (text(event, "event")) {
      case "begin" -> {
        handOn(isStepwise);
        running = Optional.of(text(event, "revision"));
        return true;
      }
      case "statement" -> said(event);
      case "end" -> {
        ended = Optional.of(text(event, "revision"));
        running = Optional.empty();
      }
      case "together" -> isStepwise = false;
      case "refused" -> refusal = Optional.of(text(event, "reason"));
      default -> throw new IllegalStateException("an unknown event: " + event);
    }
    return false;
  }

  private void said(Json event) {
    var one = new Transcript.Said(text(event, "sql"), is(event, "alone"));
    // Between revisions Alembic keeps its table, and some projects make their first tables.
    if (is(event, "within") || !one.isQuestion() && !one.sql().contains(VERSION)) {
      said.add(one);
    }
  }

  /// What is said before the first revision belongs to it, and what is said after one to that one.
  private void handOn(boolean isVisible) {
    if (ended.isPresent()) {
      var transcript = new Transcript(ended.get(), said);
      ended = Optional.empty();
      said.clear();
      request.watcher().after(transcript, isVisible);
    }
  }

  private static boolean is(Json event, String name) {
    return event.get(name).equals(Optional.of(new Json.OfBoolean(true)));
  }

  private static String text(Json event, String name) {
    return event.get(name).flatMap(Json::text).orElse("");
  }
}

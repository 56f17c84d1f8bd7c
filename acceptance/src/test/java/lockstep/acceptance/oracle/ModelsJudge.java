package lockstep.acceptance.oracle;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import lockstep.acceptance.oracle.AlembicProject.Way;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonWriter;

/// SQLAlchemy's and Alembic's own word on packages of models, in one environment.
///
/// Two interpreters run side by side; each package is imported in a child of its own.
public final class ModelsJudge {
  private static final int INTERPRETERS = 2;

  private final BlockingQueue<LineService> idle;
  private final String driver;

  private ModelsJudge(PythonEnvironment python, String driver) {
    var services =
        IntStream.range(0, INTERPRETERS).mapToObj(_ -> python.service("models_judge.py")).toList();
    this.idle = new ArrayBlockingQueue<>(INTERPRETERS, false, services);
    this.driver = driver;
  }

  /// @param driver through which the database is reached, as in `asyncpg`
  public static ModelsJudge of(PythonEnvironment python, String driver) {
    return new ModelsJudge(python, driver);
  }

  /// Imports a package, every module of it, with warnings as errors; configures its mappers and
  /// runs `Base.metadata.create_all`. Returns what went wrong.
  public Optional<String> createAll(Path folder, String name, ScratchServer.Scratch database) {
    var url = database.sqlAlchemyUrl(driver);
    return error(ask(request("create_all", folder, "package", name, "url", url)));
  }

  /// Returns what `alembic check` finds, with its defaults and with server defaults and schemas
  /// compared too; empty when it finds nothing. Leaves Alembic's version table in the database.
  public Optional<String> alembic(AlembicProject project) {
    var ways = List.of(Way.ALEMBIC, Way.EVERYTHING);
    var request = JsonWriter.compact();
    try (var _ = request.object()) {
      request.member("verb", "alembic");
      request.member("settings", project.settings().toString());
      try (var _ = request.array("ways")) {
        ways.forEach(it -> request.value(it.section()));
      }
    }
    var answer = ask(request);
    return error(answer).or(() -> differences(ways, answer.get("ok").orElseThrow()));
  }

  /// Imports one module as the first thing in a new interpreter. Returns what went wrong.
  public Optional<String> importAlone(Path folder, String module) {
    return error(ask(request("alone", folder, "module", module)));
  }

  private static JsonWriter request(String verb, Path folder, String... namesAndValues) {
    var request = JsonWriter.compact();
    try (var _ = request.object()) {
      request.member("verb", verb);
      request.member("path", folder.toString());
      for (var i = 0; i < namesAndValues.length; i += 2) {
        request.member(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return request;
  }

  private Json ask(JsonWriter request) {
    try {
      var service = idle.take();
      try {
        return service.ask(request);
      } finally {
        idle.put(service);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> error(Json answer) {
    return answer.text("error").map(ModelsJudge::lastLines);
  }

  private static Optional<String> differences(List<Way> ways, Json found) {
    var all = new StringBuilder();
    for (var way : ways) {
      for (var it : found.get(way.section()).orElseThrow().items()) {
        all.append(way.section()).append(": ").append(it.text().orElseThrow()).append('\n');
      }
    }
    return Optional.of(all.toString()).filter(it -> !it.isEmpty());
  }

  private static String lastLines(String traceback) {
    var lines = traceback.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 6), lines.size()));
  }
}

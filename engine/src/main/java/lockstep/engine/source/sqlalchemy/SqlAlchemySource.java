package lockstep.engine.source.sqlalchemy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Origins;
import lockstep.engine.Progress;
import lockstep.engine.json.Json;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.InterpreterSearch;
import lockstep.engine.python.PythonProject;
import lockstep.mapping.Mapping;
import lockstep.mapping.Reading;
import lockstep.schema.Schema;

/// Models that are being read: Python imports them while the caller does something else. Closing
/// ends an import that nobody waited for, with all that Python started.
public final class SqlAlchemySource implements AutoCloseable {
  private static final Duration ENDING = Duration.ofSeconds(5);

  private final SourceSpec.Python spec;
  private final PythonProject python;
  private final FutureTask<Probed> probing;
  private final Thread thread;

  private SqlAlchemySource(SourceSpec.Python spec, PythonProject python, FutureTask<Probed> task) {
    this.spec = spec;
    this.python = python;
    this.probing = task;
    this.thread = Thread.ofPlatform().name("python").daemon().start(task);
  }

  private record Probed(Interpreter interpreter, Json report) {}

  /// Reads the models: their schema as PostgreSQL understands their DDL, their mapping, and the
  /// places of classes and attributes.
  ///
  /// What is wrong with the models is a diagnostic, and the schema is then empty; what is wrong
  /// with the interpreter is an [lockstep.engine.EnvironmentException].
  public static Reading read(
      SourceSpec.Python spec, PythonProject python, Shadow shadow, Progress progress) {
    return start(spec, python, shadow.serverVersion(), progress).finish(shadow, Schema.empty());
  }

  /// Finds the interpreter and starts the import, without waiting for either.
  ///
  /// @param serverVersion of the shadow to come, as `server_version_num` has it; for 18 also 180000
  public static SqlAlchemySource start(
      SourceSpec.Python spec, PythonProject python, int serverVersion, Progress progress) {
    var task = new FutureTask<>(() -> probe(spec, python, serverVersion, progress));
    return new SqlAlchemySource(spec, python, task);
  }

  /// Waits for the import and returns what the models say.
  ///
  /// @param beside whose functions the models may call: they cannot make any
  public Reading finish(Shadow shadow, Schema beside) {
    var probed = probed();
    var error = probed.report().get("error");
    if (error.isPresent()) {
      return failed(
          new ProbeFailure(
                  probed.interpreter(),
                  String.join(",", spec.modules()),
                  python.environment(),
                  probed.report(),
                  error.get())
              .diagnostic());
    }
    var report = ProbeReportReader.read(probed.report());
    return new ReportReader(report, python.environment(), spec.label()).read(shadow, beside);
  }

  @Override
  public void close() {
    probing.cancel(true);
    try {
      thread.join(ENDING);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Probed probe(
      SourceSpec.Python spec, PythonProject python, int serverVersion, Progress progress) {
    var interpreter = InterpreterSearch.find(python, progress);
    progress.detail("python found: " + interpreter.described());
    var models = spec.modules().stream().map(it -> ModelsSpec.parse(it).orElseThrow()).toList();
    progress.started("Importing " + String.join(", ", spec.modules()));
    try {
      return new Probed(interpreter, new Probe(interpreter, python).run(models, serverVersion));
    } finally {
      progress.finished();
    }
  }

  private Probed probed() {
    try {
      return probing.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Reading failed(Diagnostic diagnostic) {
    return new Reading(Schema.empty(), Mapping.empty(), Origins.none(), List.of(diagnostic));
  }
}

package lockstep.engine.workflow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.Reason;
import lockstep.engine.migrate.LockWatch;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.Environment;
import lockstep.engine.project.ProjectCode;

/// Brings a database back to what a backup holds, by PostgreSQL's own programs, and proves that it
/// is that. What was in the database is gone then: whoever calls this has asked for that.
public final class RestoreBackup {
  private static final int MOST_NAMED = 10;
  private static final String TOO_LONG = "due to lock timeout";

  private final Request request;
  private final ClientPrograms programs;
  private final ClientPrograms afterwards;

  /// By which the server knows the program that restores.
  private final String application = "lockstep restore " + UUID.randomUUID();

  private RestoreBackup(Request request, int serverMajor) {
    this.request = request;
    this.programs = programs(serverMajor, RestoreBackup::failed);
    this.afterwards = programs(serverMajor, RestoreBackup::notCompared);
  }

  private ClientPrograms programs(int major, Function<String, EnvironmentException> failure) {
    return new ClientPrograms(request.database(), major, request.environment(), failure);
  }

  /// @param file as `pg_dump --format=custom` writes it
  /// @param limits how long to wait for others
  public record Request(
      Path file,
      ConnectionUrl database,
      Limits limits,
      Environment environment,
      Progress progress) {}

  /// @param entries how many objects and tables' rows are as in the backup
  public record Outcome(int entries, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Restores in one transaction: whatever fails, the database is what it was.
  ///
  /// @throws EnvironmentException where a program is missing, or the restore fails
  public static Outcome run(Request request) {
    if (!Files.isRegularFile(request.file())) {
      return new Outcome(0, List.of(missing(request)));
    }
    try (var run =
        HistoryRun.open(
            request.database().withoutNamespace(), request.limits(), request.progress())) {
      return new RestoreBackup(request, run.serverMajor()).run(run);
    }
  }

  private static Diagnostic missing(Request request) {
    return Diagnostic.of(
            ProjectCode.FILE_MISSING,
            new Place.File(request.environment().show(request.file())),
            "There is no such file.")
        .withAdvice("Name a file that `lockstep migrate apply --backup` or `pg_dump` wrote.");
  }

  private Outcome run(HistoryRun run) {
    var restore = programs.find("pg_restore");
    var dump = programs.find("pg_dump");
    var psql = programs.find("psql");
    var file = request.file().toString();
    var script = List.of(restore, "--clean", "--if-exists", "--file=-", file);
    programs.run(List.of(restore, "--list", file));
    var reader =
        List.of(
            psql,
            "--no-psqlrc",
            "--no-password",
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            programs.database());
    supervised(
        "Restoring " + request.environment().show(request.file()),
        RestoreBackup::failed,
        () -> {
          try (var watch = LockWatch.start(request.database(), application, request.progress())) {
            return load(script, reader, run.emptying(), watch);
          }
        });
    var wanted = entries("Reading the backup again", List.of(restore, "--file=-", file));
    var there = entries("Comparing with it", List.of(dump, "--no-password", programs.database()));
    var differences = wanted.differences(there);
    return new Outcome(
        wanted.digests().size(),
        differences.isEmpty() ? List.of() : List.of(different(differences)));
  }

  /// Has one program write the script and another one run it, between the statements that empty the
  /// database and the end of the transaction. Where the first one fails, or this process is killed,
  /// there is no such end.
  ///
  /// @return what they said
  private String load(
      List<String> script, List<String> psql, List<String> emptying, LockWatch watch)
      throws IOException, InterruptedException {
    var errors = Files.createTempFile("lockstep-restore", ".log");
    try {
      load(script, psql, emptying, watch, errors);
      return Files.readString(errors);
    } finally {
      Files.delete(errors);
    }
  }

  private void load(
      List<String> script, List<String> psql, List<String> emptying, LockWatch watch, Path errors)
      throws IOException, InterruptedException {
    var to =
        programs.builder(psql).redirectErrorStream(true).redirectOutput(errors.toFile()).start();
    try (var sink = to.getOutputStream()) {
      var from =
          programs
              .builder(script)
              .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
              .start();
      try {
        write(sink, begin(emptying));
        from.getInputStream().transferTo(sink);
        if (from.waitFor() != 0) {
          to.destroyForcibly().waitFor();
          throw programs.failed(script, Files.readString(errors));
        }
        write(sink, "commit;\n");
      } finally {
        from.destroy();
      }
    } catch (IOException e) {
      // Whoever reads the script stopped at an error, which it says itself.
      to.waitFor();
    }
    if (to.waitFor() != 0) {
      var said = Files.readString(errors).strip();
      var blame = said.contains(TOO_LONG) ? watch.words() : Optional.<String>empty();
      throw programs.failed(
          psql, blame.map(it -> "%s; %s stood in the way".formatted(said, it)).orElse(said));
    }
  }

  private static void write(OutputStream sink, String text) throws IOException {
    sink.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private String begin(List<String> emptying) {
    return emptying.stream()
        .map(it -> it + ";\n")
        .collect(
            Collectors.joining(
                "",
                "set application_name to '%s';;\nbegin;\nset local lock_timeout to %d;\n"
                    .formatted(application, request.limits().patience().lockTimeout().toMillis()),
                ""));
  }

  private DumpEntries entries(String words, List<String> program) {
    return supervised(
        words,
        RestoreBackup::notCompared,
        () -> {
          var process =
              afterwards.builder(program).redirectError(ProcessBuilder.Redirect.DISCARD).start();
          process.getOutputStream().close();
          var entries = DumpEntries.read(process.getInputStream());
          if (process.waitFor() != 0) {
            throw afterwards.failed(program, "");
          }
          return entries;
        });
  }

  private interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  private <T> T supervised(
      String words, Function<String, EnvironmentException> failure, Work<T> work) {
    request.progress().started(words);
    try {
      return work.run();
    } catch (IOException e) {
      throw failure.apply(Reason.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure.apply("it was interrupted");
    } finally {
      request.progress().finished();
    }
  }

  private Diagnostic different(List<String> names) {
    var shown = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    var more = names.size() > MOST_NAMED ? " and %d more".formatted(names.size() - MOST_NAMED) : "";
    return Diagnostic.of(
            MigrateCode.NOT_AS_BACKED_UP,
            "The database `%s` was restored, and is not what the backup holds: %s%s."
                .formatted(request.database().database(), shown, more))
        .withAdvice(
            "Stop whatever writes to it, and restore again; where that changes nothing, look at"
                + " what is named.");
  }

  private static EnvironmentException failed(String why) {
    return EnvironmentException.of(
        MigrateCode.RESTORE_FAILED,
        "The backup could not be restored: %s.".formatted(why.replaceFirst("\\.$", "")),
        "The database is what it was before. Mend what it says, and call it again.");
  }

  private static EnvironmentException notCompared(String why) {
    return EnvironmentException.of(
        MigrateCode.NOT_AS_BACKED_UP,
        "The backup was restored, and cannot be compared with the database: %s."
            .formatted(why.replaceFirst("\\.$", "")),
        "Mend what it says; `lockstep migrate status` and `lockstep check` say what is there.");
  }
}

package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Reason;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.Environment;

/// PostgreSQL's own programs for one database: found on the search path, and called with nothing
/// secret in anybody's list of processes.
final class ClientPrograms {
  private static final Pattern MAJOR = Pattern.compile("\\d+");

  private final ConnectionUrl url;
  private final int serverMajor;
  private final Environment environment;
  private final Function<String, EnvironmentException> failure;

  /// @param serverMajor as in 18
  /// @param failure makes an exception of the reason why a program failed
  ClientPrograms(
      ConnectionUrl url,
      int serverMajor,
      Environment environment,
      Function<String, EnvironmentException> failure) {
    this.url = url.withoutNamespace();
    this.serverMajor = serverMajor;
    this.environment = environment;
    this.failure = failure;
  }

  /// Returns the option that names the database to each of them.
  String database() {
    return "--dbname=" + url;
  }

  /// @throws EnvironmentException where there is none, or it is older than the server
  String find(String name) {
    var found =
        environment
            .program(name)
            .orElseThrow(
                () ->
                    EnvironmentException.of(
                        MigrateCode.NO_CLIENT_PROGRAM,
                        "There is no program `%s` here.".formatted(name),
                        "Install PostgreSQL's client programs of version %d, and put them on the search path."
                            .formatted(serverMajor)));
    var version = run(List.of(found.toString(), "--version")).strip();
    var major = MAJOR.matcher(version);
    if (!major.find() || Integer.parseInt(major.group()) < serverMajor) {
      throw EnvironmentException.of(
          MigrateCode.NO_CLIENT_PROGRAM,
          "`%s` is %s and the server is PostgreSQL %d.".formatted(found, version, serverMajor),
          "Put the client programs of version %d or later first on the search path."
              .formatted(serverMajor));
    }
    return found.toString();
  }

  /// Returns what a program wrote.
  ///
  /// @throws EnvironmentException where it fails
  String run(List<String> words) {
    try {
      var process = builder(words).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw failed(words, said);
      }
      return said;
    } catch (IOException e) {
      throw failure.apply("`%s` cannot be run: %s".formatted(words.getFirst(), Reason.of(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure.apply("it was interrupted");
    }
  }

  /// Returns the exception for a program that failed.
  ///
  /// @param said what it wrote; the last line tells
  EnvironmentException failed(List<String> words, String said) {
    var last = said.lines().filter(it -> !it.isBlank()).reduce((_, it) -> it);
    var name = Path.of(words.getFirst()).getFileName();
    return failure.apply(last.orElse("`%s` failed".formatted(name)).replaceFirst("\\.$", ""));
  }

  ProcessBuilder builder(List<String> words) {
    var builder = new ProcessBuilder(words);
    var variables = builder.environment();
    variables.putAll(environment.variables());
    url.password().ifPresent(it -> variables.put("PGPASSWORD", it.reveal()));
    put(builder, "PGSSLROOTCERT", url.tls().rootCertificate());
    put(builder, "PGSSLCERT", url.tls().certificate());
    put(builder, "PGSSLKEY", url.tls().key());
    put(builder, "PGCHANNELBINDING", url.tls().channelBinding());
    put(builder, "PGOPTIONS", url.session().options());
    return builder;
  }

  private static void put(ProcessBuilder builder, String name, Optional<String> value) {
    value.ifPresent(it -> builder.environment().put(name, it));
  }
}

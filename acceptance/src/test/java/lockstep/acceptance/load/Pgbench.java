package lockstep.acceptance.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.acceptance.oracle.Command;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Endpoint;

/// PostgreSQL's own load generator at work, and how long each of its queries took.
final class Pgbench implements AutoCloseable {
  private static final int CLIENTS = 8;

  private final Path folder;
  private final Process process;

  private Pgbench(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /// Returns the program, where this machine has it.
  static Optional<Path> find() {
    return Command.find("pgbench").or(Pgbench::ofDebian);
  }

  private static Optional<Path> ofDebian() {
    var root = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    try (var versions = Files.list(root)) {
      return versions
          .map(it -> it.resolve("bin/pgbench"))
          .filter(Files::isExecutable)
          .sorted()
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts eight clients that run these queries until they are stopped, one query a transaction.
  ///
  /// @param rows the largest number that `:id` stands for in a query
  static Pgbench start(Path folder, ConnectionUrl url, int rows, List<String> queries)
      throws IOException {
    var words = new ArrayList<>(List.of(find().orElseThrow().toString(), "-n", "-l"));
    words.addAll(List.of("-M", "prepared", "-c", "" + CLIENTS, "-j", "2", "-T", "100000"));
    for (var i = 0; i < queries.size(); i++) {
      var file = folder.resolve("query" + i + ".sql");
      Files.writeString(file, "\\set id random(1, %d)\n%s;\n".formatted(rows, queries.get(i)));
      words.addAll(List.of("-f", file.toString()));
    }
    words.add(url.database());
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(place(url));
    builder.redirectOutput(folder.resolve("pgbench.log").toFile());
    return new Pgbench(folder, builder.start());
  }

  private static Map<String, String> place(ConnectionUrl url) {
    var variables = new LinkedHashMap<>(Map.of("PGUSER", url.user()));
    var endpoint = url.endpoints().getFirst();
    variables.put("PGPORT", Integer.toString(endpoint.port()));
    variables.put(
        "PGHOST",
        switch (endpoint) {
          case Endpoint.Tcp it -> it.host();
          case Endpoint.UnixSocket it -> it.directory().toString();
        });
    return variables;
  }

  /// A query that was answered.
  ///
  /// @param endMicros when, since 1970
  record Query(long endMicros, long tookMicros) {
    private static Query of(String line) {
      var parts = line.split(" ");
      return new Query(
          Long.parseLong(parts[4]) * 1_000_000 + Long.parseLong(parts[5]),
          Long.parseLong(parts[2]));
    }

    long startMicros() {
      return endMicros - tookMicros;
    }
  }

  /// Returns whether every client goes on; one that has met an error ends with it.
  boolean isAtWork() {
    return process.isAlive() && !output().contains("aborted");
  }

  String output() {
    try {
      return Files.readString(folder.resolve("pgbench.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops it; returns all queries.
  List<Query> stop() throws IOException {
    close();
    var all = new ArrayList<Query>();
    for (var file : logs()) {
      var text = Files.readString(file);
      // The last line of a program that was stopped may be half a line.
      text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Query::of).forEach(all::add);
    }
    return all;
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.getFileName().toString().startsWith("pgbench_log.")).toList();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

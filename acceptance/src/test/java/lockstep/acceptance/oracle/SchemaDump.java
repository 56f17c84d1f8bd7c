package lockstep.acceptance.oracle;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.engine.postgres.Session;

/// Databases compared by what `pg_dump` writes of their schemas.
public final class SchemaDump {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Path program;

  private SchemaDump(Path program) {
    this.program = program;
  }

  /// Returns the `pg_dump` on the path, where it can read this server.
  public static Optional<SchemaDump> find(ScratchServer server) {
    try (var database = server.plain();
        var session = Session.open(database.url())) {
      var major = session.serverVersion() / 10_000;
      return Command.find("pg_dump").filter(it -> major(it) >= major).map(SchemaDump::new);
    }
  }

  /// Returns the lines that only one of two databases has.
  public Optional<String> difference(Scratch first, Scratch second) {
    var here = lines(first);
    var there = lines(second);
    if (here.equals(there)) {
      return Optional.empty();
    }
    var differences = new ArrayList<String>();
    here.stream().filter(it -> !there.contains(it)).forEach(it -> differences.add("- " + it));
    there.stream().filter(it -> !here.contains(it)).forEach(it -> differences.add("+ " + it));
    return Optional.of("pg_dump: " + String.join("\n", differences));
  }

  private static int major(Path program) {
    var words = List.of(program.toString(), "--version");
    var version = Command.run(Checkout.root(), Map.of(), LIMIT, words).orThrow("pg_dump").output();
    return Integer.parseInt(version.replaceAll("(?s).*?(\\d+).*", "$1"));
  }

  /// Returns the lines of a dump in the order of the alphabet, since tables may have their columns
  /// in another order.
  private List<String> lines(Scratch database) {
    var words = List.of(program.toString(), "--schema-only", database.url().toString());
    var output = Command.run(Checkout.root(), Map.of(), LIMIT, words).orThrow("pg_dump").output();
    UnaryOperator<String> plain = it -> it.replaceFirst(",$", "").strip();
    return output
        .lines()
        .filter(it -> !it.startsWith("--") && !it.startsWith("\\"))
        .map(plain)
        .sorted()
        .toList();
  }
}

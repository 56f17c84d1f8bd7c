package lockstep.acceptance.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lockstep.engine.postgres.Session;

/// What a database is, told by PostgreSQL's catalogs alone: kind and object to definition.
///
/// @param byObject sorted by kind and object
public record Facts(Map<String, String> byObject) {
  private static final String OWN = resource("facts.sql");

  /// Reads the facts with the query that lies beside this class.
  public static Facts read(Session session) {
    return read(session, OWN);
  }

  /// Reads the facts with the query of `shared/oracle/catalog`, another hand's; empty without it.
  public static Optional<Facts> readShared(Session session) {
    return sharedQuery().map(it -> read(session, it));
  }

  /// Returns one line for each fact that is missing in, new in or different in `to`.
  public List<String> differencesTo(Facts to) {
    var objects = new TreeSet<>(byObject.keySet());
    objects.addAll(to.byObject.keySet());
    var lines = new ArrayList<String>();
    for (var object : objects) {
      var here = Optional.ofNullable(byObject.get(object));
      var there = Optional.ofNullable(to.byObject.get(object));
      if (!here.equals(there)) {
        lines.add(
            there.isEmpty()
                ? "missing  %s: %s".formatted(object, here.get())
                : here.isEmpty()
                    ? "extra    %s: %s".formatted(object, there.get())
                    : "differs  %s: %s, not %s".formatted(object, there.get(), here.get()));
      }
    }
    return lines;
  }

  private static Facts read(Session session, String query) {
    var facts = new TreeMap<String, String>();
    session.forEach(
        query,
        row ->
            facts.merge(
                row.text(1) + " " + row.text(2),
                row.optionalText(3).orElse(""),
                (a, b) -> a + "\n" + b));
    return new Facts(facts);
  }

  /// The file is written for psql: its own commands and the final semicolon are left out.
  private static Optional<String> sharedQuery() {
    var file = Checkout.shared().map(it -> it.resolve("oracle/catalog/facts.sql"));
    return file.filter(Files::exists)
        .map(
            it -> {
              try (var lines = Files.lines(it)) {
                return lines
                    .filter(line -> !line.startsWith("\\"))
                    .collect(Collectors.joining("\n"));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static String resource(String name) {
    try (var in = Facts.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package lockstep.acceptance.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a database is, told by PostgreSQL's catalogs alone: kind and object to definition.
///
/// @param byObject sorted by kind and object
public record Facts(Map<String, String> byObject) {
  private static final String OWN = resource("facts.sql");

  /// Reads the facts with the query that lies beside this class.
  public static Facts read(Connection connection) throws SQLException {
    return read(connection, OWN);
  }

  /// Reads the facts with the query of `shared/oracle/catalog`, another hand's; empty without it.
  public static Optional<Facts> readShared(Connection connection) throws SQLException {
    var query = sharedQuery();
    return query.isPresent() ? Optional.of(read(connection, query.get())) : Optional.empty();
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

  private static Facts read(Connection connection, String query) throws SQLException {
    var facts = new TreeMap<String, String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        var object = rows.getString(1) + " " + rows.getString(2);
        facts.merge(object, String.valueOf(rows.getString(3)), (a, b) -> a + "\n" + b);
      }
    }
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

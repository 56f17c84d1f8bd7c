package lockstep.rewrite.project;

import java.util.List;
import java.util.Optional;

/// The packages that a service needs instead of the client.
public final class Packages {
  /// The versions that generated models are tried on: the oldest, and those that Python 3.13 has
  /// wheels for.
  public enum Python {
    UNTIL_3_12("2.0.25", "0.29.0", "3.1.18", "0.2.5"),
    SINCE_3_13("2.1.9", "0.32.0", "3.3.9", "0.5.1");

    private final String sqlalchemy;
    private final String asyncpg;
    private final String psycopg;
    private final String pgvector;

    Python(String sqlalchemy, String asyncpg, String psycopg, String pgvector) {
      this.sqlalchemy = sqlalchemy;
      this.asyncpg = asyncpg;
      this.psycopg = psycopg;
      this.pgvector = pgvector;
    }

    /// @param version as in `3.11.7`
    public static Python of(String version) {
      return version.matches("3\\.(?:\\d|1[0-2])(?:\\D.*)?") ? UNTIL_3_12 : SINCE_3_13;
    }
  }

  private Packages() {}

  /// @param extra as in `asyncio`
  public record Pin(String name, Optional<String> extra, String version) {
    /// Returns the pin as pip reads it.
    String requirement() {
      return name + extra.map("[%s]"::formatted).orElse("") + "==" + version;
    }

    /// Returns the pin as Poetry reads it, an entry of a table.
    String entry() {
      return extra
          .map(it -> "%s = { version = \"%s\", extras = [\"%s\"] }".formatted(name, version, it))
          .orElseGet(() -> "%s = \"%s\"".formatted(name, version));
    }
  }

  /// Returns what a service needs that awaits its queries.
  ///
  /// @param needsVectors whether its models have columns of vectors
  public static List<Pin> awaited(Vectors needsVectors, Python python) {
    return with(
        needsVectors,
        python,
        new Pin("sqlalchemy", Optional.of("asyncio"), python.sqlalchemy),
        new Pin("asyncpg", Optional.empty(), python.asyncpg));
  }

  /// Returns what a service needs that awaits nothing.
  public static List<Pin> plain(Vectors needsVectors, Python python) {
    return with(
        needsVectors,
        python,
        new Pin("sqlalchemy", Optional.empty(), python.sqlalchemy),
        new Pin("psycopg", Optional.of("binary"), python.psycopg));
  }

  /// Whether models have columns of vectors.
  public enum Vectors {
    USED,
    UNUSED
  }

  private static List<Pin> with(Vectors vectors, Python python, Pin orm, Pin driver) {
    return vectors == Vectors.USED
        ? List.of(orm, driver, new Pin("pgvector", Optional.empty(), python.pgvector))
        : List.of(orm, driver);
  }
}

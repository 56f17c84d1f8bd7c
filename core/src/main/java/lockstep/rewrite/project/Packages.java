package lockstep.rewrite.project;

import java.util.List;
import java.util.Optional;

/// The packages that a service needs instead of the client.
public final class Packages {
  /// The oldest versions that generated models are tried on.
  private static final Pin SQLALCHEMY = new Pin("sqlalchemy", Optional.empty(), "2.0.25");

  private static final Pin PGVECTOR = new Pin("pgvector", Optional.empty(), "0.2.5");

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
  public static List<Pin> awaited(Vectors needsVectors) {
    return with(
        needsVectors,
        new Pin(SQLALCHEMY.name(), Optional.of("asyncio"), SQLALCHEMY.version()),
        new Pin("asyncpg", Optional.empty(), "0.29.0"));
  }

  /// Returns what a service needs that awaits nothing.
  public static List<Pin> plain(Vectors needsVectors) {
    return with(needsVectors, SQLALCHEMY, new Pin("psycopg", Optional.of("binary"), "3.1.18"));
  }

  /// Whether models have columns of vectors.
  public enum Vectors {
    USED,
    UNUSED
  }

  private static List<Pin> with(Vectors vectors, Pin orm, Pin driver) {
    return vectors == Vectors.USED ? List.of(orm, driver, PGVECTOR) : List.of(orm, driver);
  }
}

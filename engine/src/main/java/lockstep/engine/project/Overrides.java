package lockstep.engine.project;

import java.util.Optional;

/// What the command line says instead of the settings.
///
/// @param shadowUrl a server for shadow databases
/// @param python an interpreter
public record Overrides(
    DatabaseChoice database, Optional<String> shadowUrl, Optional<String> python) {
  public static final Overrides NONE =
      new Overrides(new DatabaseChoice.AsSet(), Optional.empty(), Optional.empty());

  /// Returns the same without any database.
  public Overrides withoutDatabase() {
    return new Overrides(new DatabaseChoice.None(), shadowUrl, python);
  }

  /// Shows no address: it may hold a password.
  @Override
  public String toString() {
    return "Overrides[" + python + "]";
  }

  /// Which database is to be compared.
  public sealed interface DatabaseChoice {
    record AsSet() implements DatabaseChoice {}

    record None() implements DatabaseChoice {}

    record Named(String url) implements DatabaseChoice {
      @Override
      public String toString() {
        return "Named";
      }
    }
  }
}

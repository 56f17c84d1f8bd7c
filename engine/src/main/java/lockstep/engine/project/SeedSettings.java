package lockstep.engine.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lockstep.diagnostic.Place;

/// What `[seed]` says of the rows that a database begins with.
///
/// @param files the folder of the data files; empty where none is set
/// @param keys by table, the columns by which its rows are known
/// @param expected by table, how many rows of its data files there are
public record SeedSettings(
    Optional<Path> files,
    Map<String, Said<List<String>>> keys,
    Map<String, Said<Integer>> expected) {
  public static final SeedSettings NONE = new SeedSettings(Optional.empty(), Map.of(), Map.of());

  public SeedSettings {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
  }

  /// Returns the same settings with what is expected of some tables only.
  public SeedSettings expecting(Predicate<String> isMeant) {
    var some = new LinkedHashMap<>(expected);
    some.keySet().removeIf(isMeant.negate());
    return new SeedSettings(files, keys, some);
  }

  /// What somebody wrote about a table, and where.
  public record Said<T>(T value, Place place) {}
}

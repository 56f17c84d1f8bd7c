package lockstep.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What objects need beyond what they say themselves: all that the text of a view, a function, a
/// default or a check names, as PostgreSQL keeps it (PostgreSQL 18, `pg_depend`).
///
/// They say in which order statements can run, and never that two schemas differ. A source that
/// knows no such texts has none.
public final class Dependencies {
  /// Those of a source in which every object says itself what it needs.
  public static final Dependencies NONE = new Dependencies(Map.of());

  private final SortedMap<ObjectPath, List<ObjectPath>> needs = new TreeMap<>();

  /// @param needs by the object that needs them
  public Dependencies(Map<ObjectPath, List<ObjectPath>> needs) {
    needs.forEach((path, all) -> this.needs.put(path, all.stream().distinct().sorted().toList()));
  }

  /// Returns these and others.
  public Dependencies and(Dependencies others) {
    var all = new LinkedHashMap<ObjectPath, List<ObjectPath>>(others.needs);
    needs.forEach(
        (path, some) ->
            all.merge(path, some, (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    return new Dependencies(all);
  }

  /// Returns what an object needs, sorted.
  public List<ObjectPath> of(ObjectPath object) {
    return needs.getOrDefault(object, List.of());
  }

  /// Returns all of them, by the object that needs.
  public Map<ObjectPath, List<ObjectPath>> all() {
    return new LinkedHashMap<>(needs);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dependencies it && needs.equals(it.needs);
  }

  @Override
  public int hashCode() {
    return needs.hashCode();
  }

  @Override
  public String toString() {
    return needs.toString();
  }
}

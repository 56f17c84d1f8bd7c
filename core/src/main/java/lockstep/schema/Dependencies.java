package lockstep.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final Map<ObjectPath, List<ObjectPath>> needs;

  /// @param needs by the object that needs them
  public Dependencies(Map<ObjectPath, List<ObjectPath>> needs) {
    this.needs = HashMap.newHashMap(needs.size());
    needs.forEach((path, all) -> this.needs.put(path, sorted(all)));
  }

  private static List<ObjectPath> sorted(List<ObjectPath> paths) {
    return paths.size() == 1 ? List.copyOf(paths) : paths.stream().distinct().sorted().toList();
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

  /// Returns all of them, by the object that needs, sorted.
  public Map<ObjectPath, List<ObjectPath>> all() {
    return new TreeMap<>(needs);
  }

  /// Returns all of them the other way round: what needs an object, by that.
  public Map<ObjectPath, List<ObjectPath>> users() {
    var users = new HashMap<ObjectPath, List<ObjectPath>>();
    needs.forEach(
        (user, all) ->
            all.forEach(it -> users.computeIfAbsent(it, _ -> new ArrayList<>()).add(user)));
    users.values().forEach(it -> it.sort(null));
    return users;
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
    return all().toString();
  }
}

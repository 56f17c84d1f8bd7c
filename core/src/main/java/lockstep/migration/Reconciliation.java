package lockstep.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import lockstep.text.Order;

/// What is on disk against what a database recorded, migration by migration in the order of their
/// names.
public record Reconciliation(List<Standing> standings) {
  public Reconciliation {
    standings = List.copyOf(standings);
  }

  public static Reconciliation of(List<Migration> onDisk, List<Recorded> recorded) {
    var rows = new TreeMap<String, List<Recorded>>();
    recorded.stream()
        .sorted(Order.by(Recorded::startedAt))
        .forEach(it -> rows.computeIfAbsent(it.name(), _ -> new ArrayList<>()).add(it));
    var disk = new TreeMap<String, Migration>();
    onDisk.forEach(it -> disk.put(it.name(), it));
    var lastApplied = lastApplied(rows);
    var standings = new TreeMap<String, Standing>();
    disk.values()
        .forEach(
            it ->
                standings.put(
                    it.name(), onDisk(it, rows.getOrDefault(it.name(), List.of()), lastApplied)));
    var squashed = squashed(disk.values());
    rows.forEach(
        (name, its) ->
            standings.computeIfAbsent(
                name, _ -> gone(its, disk, Optional.ofNullable(squashed.get(name)))));
    return new Reconciliation(List.copyOf(standings.values()));
  }

  private static Optional<String> lastApplied(Map<String, List<Recorded>> rows) {
    return rows.entrySet().stream()
        .filter(it -> it.getValue().stream().anyMatch(Recorded::isApplied))
        .map(Map.Entry::getKey)
        .reduce((_, later) -> later);
  }

  private static Standing onDisk(
      Migration migration, List<Recorded> its, Optional<String> lastApplied) {
    var failed = first(its, Recorded::isFailed);
    if (failed.isPresent()) {
      return new Standing.Failed(Optional.of(migration), failed.get());
    }
    var applied = first(its, Recorded::isApplied);
    if (applied.isPresent()) {
      var agreement = applied.get().checksum().agreementWith(migration.script().content());
      return new Standing.Applied(migration, applied.get(), agreement);
    }
    return new Standing.Pending(
        migration,
        its.isEmpty() ? Optional.empty() : Optional.of(its.getLast()),
        lastApplied.filter(it -> it.compareTo(migration.name()) > 0));
  }

  /// Returns by which migration others are replaced, by their names.
  private static Map<String, String> squashed(Collection<Migration> disk) {
    var by = new HashMap<String, String>();
    disk.forEach(it -> it.squashed().forEach(name -> by.put(name, it.name())));
    return by;
  }

  private static Standing gone(
      List<Recorded> rows, TreeMap<String, Migration> disk, Optional<String> squashedBy) {
    var failed = first(rows, Recorded::isFailed);
    if (failed.isPresent()) {
      return new Standing.Failed(Optional.empty(), failed.get());
    }
    var applied = first(rows, Recorded::isApplied);
    if (applied.isEmpty()) {
      return new Standing.RolledBack(rows.getLast());
    }
    if (squashedBy.isPresent()) {
      return new Standing.Squashed(applied.get(), squashedBy.get());
    }
    var isNewest = disk.higherKey(applied.get().name()) == null;
    return isNewest ? new Standing.Unknown(applied.get()) : new Standing.Missing(applied.get());
  }

  private static Optional<Recorded> first(List<Recorded> rows, Predicate<Recorded> wanted) {
    return rows.stream().filter(wanted).findFirst();
  }

  /// Returns which migrations the database has of those that another one replaces, by name.
  public List<String> hasOf(Migration squash) {
    var names = Set.copyOf(squash.squashed());
    if (names.isEmpty()) {
      return List.of();
    }
    return standings.stream()
        .filter(it -> it instanceof Standing.Squashed || it instanceof Standing.Applied)
        .map(Standing::name)
        .filter(names::contains)
        .toList();
  }

  /// Returns what the database is to get, in order.
  public List<Standing.Pending> pending() {
    return standings.stream()
        .filter(Standing.Pending.class::isInstance)
        .map(Standing.Pending.class::cast)
        .toList();
  }
}

package lockstep.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    rows.forEach((name, its) -> standings.computeIfAbsent(name, _ -> gone(its, disk)));
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

  private static Standing gone(List<Recorded> rows, TreeMap<String, Migration> disk) {
    var failed = first(rows, Recorded::isFailed);
    if (failed.isPresent()) {
      return new Standing.Failed(Optional.empty(), failed.get());
    }
    var applied = first(rows, Recorded::isApplied);
    if (applied.isEmpty()) {
      return new Standing.RolledBack(rows.getLast());
    }
    var isNewest = disk.higherKey(applied.get().name()) == null;
    return isNewest ? new Standing.Unknown(applied.get()) : new Standing.Missing(applied.get());
  }

  private static Optional<Recorded> first(List<Recorded> rows, Predicate<Recorded> wanted) {
    return rows.stream().filter(wanted).findFirst();
  }

  /// Returns what the database is to get, in order.
  public List<Standing.Pending> pending() {
    return standings.stream()
        .filter(Standing.Pending.class::isInstance)
        .map(Standing.Pending.class::cast)
        .toList();
  }
}

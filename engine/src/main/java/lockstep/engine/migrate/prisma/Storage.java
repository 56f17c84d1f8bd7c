package lockstep.engine.migrate.prisma;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.plan.Conduct.Lock;

/// Which tables and indexes of a database there are, and the file of each: one that is rewritten
/// gets another.
///
/// @param names as SQL writes them, by object identifier
/// @param files by object identifier
record Storage(Map<Long, String> names, Map<Long, Long> files) {
  private static final String OF_USERS =
      "c.relnamespace not in (select oid from pg_namespace where nspname ~ '^pg_' or nspname = 'information_schema')"
          + " and c.relname <> '"
          + HistoryTable.NAME
          + "'";

  private static final Map<String, Lock> MODES =
      Map.of(
          "ShareUpdateExclusiveLock", Lock.SHARE_UPDATE_EXCLUSIVE,
          "ShareLock", Lock.SHARE,
          "ShareRowExclusiveLock", Lock.SHARE_ROW_EXCLUSIVE,
          "ExclusiveLock", Lock.EXCLUSIVE,
          "AccessExclusiveLock", Lock.ACCESS_EXCLUSIVE);

  static Storage of(Session session) {
    var names = new HashMap<Long, String>();
    var files = new HashMap<Long, Long>();
    session.forEach(
        """
        select c.oid, c.oid::regclass::text, pg_relation_filenode(c.oid)
        from pg_class c where c.relkind in ('r', 'p', 'm', 'i', 'S') and\s"""
            + OF_USERS,
        row -> {
          var oid = Long.parseLong(row.text(1));
          names.put(oid, row.text(2));
          row.optionalText(3).ifPresent(it -> files.put(oid, Long.parseLong(it)));
        });
    return new Storage(names, files);
  }

  /// Returns what of this is stored in another file by now.
  List<String> rewritten(Storage now) {
    return files.entrySet().stream()
        .filter(it -> names.containsKey(it.getKey()))
        .filter(it -> !now.files.getOrDefault(it.getKey(), it.getValue()).equals(it.getValue()))
        .map(it -> names.get(it.getKey()))
        .sorted()
        .toList();
  }

  /// Returns the strongest lock that a session has on each table that was there by the time of
  /// this, by object identifier, where others have to wait for it.
  ///
  /// @param process the server's, of the session
  Map<Long, Lock> locks(Session from, int process) {
    var query =
        """
        select l.relation, l.mode from pg_locks l join pg_class c on c.oid = l.relation
        where l.pid = %d and l.granted and l.locktype = 'relation'
          and l.database = (select oid from pg_database where datname = current_database())
          and c.relkind in ('r', 'p', 'm') and %s"""
            .formatted(process, OF_USERS);
    var locks = new HashMap<Long, Lock>();
    from.forEach(
        query,
        row -> {
          var relation = Long.valueOf(row.text(1));
          var mode = MODES.get(row.text(2));
          if (mode != null && names.containsKey(relation)) {
            locks.merge(relation, mode, Storage::stronger);
          }
        });
    return locks;
  }

  private static Lock stronger(Lock one, Lock other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// Collects the locks of a session from a connection of its own while a statement runs that can
  /// be in no transaction: they are gone when it ends.
  final class Watch implements AutoCloseable {
    private static final int PAUSE_MS = 10;

    private final Session session;
    private final Map<Long, Lock> seen = new HashMap<>();
    private final Thread thread;
    private volatile boolean isOver;

    Watch(ConnectionUrl url, int process) {
      session = Session.open(url);
      thread = Thread.ofPlatform().daemon().name("locks").start(() -> watch(process));
    }

    private void watch(int process) {
      try {
        while (!isOver) {
          locks(session, process).forEach((it, mode) -> seen.merge(it, mode, Storage::stronger));
          Thread.sleep(PAUSE_MS);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (EnvironmentException _) {
        // Whoever runs the statement hears of it if the server is gone.
      }
    }

    /// Ends, and returns what was seen.
    Map<Long, Lock> seen() {
      isOver = true;
      try {
        thread.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      return Map.copyOf(seen);
    }

    @Override
    public void close() {
      seen();
      session.close();
    }
  }
}

package lockstep.plan;

import java.time.Duration;
import java.util.Optional;

/// How a step runs: what it locks, how long that lasts, and what may share its transaction.
///
/// @param lock the strongest lock it takes on an object that was there before
public record Conduct(Lock lock, Work work, Transaction transaction) {
  private static final Duration CATALOG_LIMIT = Duration.ofMinutes(1);

  /// Of a step that waits for nobody and is done at once, such as making something new.
  public static final Conduct QUIET = new Conduct(Lock.NONE, Work.CATALOG, Transaction.SHARED);

  /// Of a step that changes the catalog alone, but for a moment lets nobody near the table.
  public static final Conduct BRIEF =
      new Conduct(Lock.ACCESS_EXCLUSIVE, Work.CATALOG, Transaction.SHARED);

  public static Conduct of(Lock lock, Work work) {
    return new Conduct(lock, work, Transaction.SHARED);
  }

  /// Returns that of a statement that refuses to run in a transaction block.
  public static Conduct alone(Lock lock, Work work) {
    return new Conduct(lock, work, Transaction.NONE);
  }

  /// Returns how long it may take; empty where that depends on the number of rows, or on others.
  public Optional<Duration> limit() {
    return work == Work.CATALOG && !isPatient() ? Optional.of(CATALOG_LIMIT) : Optional.empty();
  }

  /// Returns whether it may wait for as long as others take: whatever is done `CONCURRENTLY` waits
  /// for all older transactions, and nobody who reads or writes queues behind it.
  public boolean isPatient() {
    return transaction == Transaction.NONE;
  }

  /// What others have to wait for (PostgreSQL 18, 13.3.1), from weak to strong.
  public enum Lock {
    NONE("no lock"),
    /// Other changes of the same table wait; readers and writers do not.
    SHARE_UPDATE_EXCLUSIVE("SHARE UPDATE EXCLUSIVE"),
    /// Writers wait.
    SHARE("SHARE"),
    /// Writers wait.
    SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE"),
    /// Writers wait.
    EXCLUSIVE("EXCLUSIVE"),
    /// Everybody waits.
    ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE");

    private final String sql;

    Lock(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }

    public boolean stopsWriting() {
      return compareTo(SHARE) >= 0;
    }

    public boolean stopsReading() {
      return this == ACCESS_EXCLUSIVE;
    }
  }

  /// What the lock is held for.
  public enum Work {
    /// Rows of the catalog only: done at once, however large the table.
    CATALOG("changes the catalog only"),
    /// Reads every row.
    SCAN("reads every row"),
    /// Builds an index.
    BUILD("builds an index"),
    /// Writes every row anew.
    REWRITE("rewrites the table");

    private final String words;

    Work(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// How a step gets along with transactions.
  public enum Transaction {
    /// Runs in one transaction with its neighbours.
    SHARED,
    /// Must be committed before a later step uses what it made.
    OWN,
    /// Cannot run in a transaction block at all.
    NONE
  }
}

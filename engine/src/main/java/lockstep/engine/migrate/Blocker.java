package lockstep.engine.migrate;

import java.util.Locale;
import lockstep.engine.postgres.Row;

/// A session that has what another one waits for.
///
/// @param words as in `process 4711 (user app, psql, idle in transaction for 42 s)`
record Blocker(int process, String words) {
  static Blocker of(Row row) {
    var process = row.integer(1);
    return new Blocker(process, "process %d (%s)".formatted(process, row.text(2)));
  }

  /// Returns the words as a sentence begins with them.
  String subject() {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /// Returns the query for the one that has been at it for longest. What others run is not shown:
  /// it may hold secrets.
  ///
  /// @param condition on `pg_stat_activity`
  static String query(String condition) {
    return """
    select pid, concat_ws(', ', 'user ' || usename, nullif(application_name, ''),
      state || ' for ' || extract(epoch from now() - coalesce(xact_start, state_change))::int || ' s')
    from pg_stat_activity
    where %s
    order by xact_start
    limit 1"""
        .formatted(condition);
  }
}

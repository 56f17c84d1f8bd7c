package lockstep.acceptance.standing;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.engine.postgres.Session;

/// What makes columns NOT NULL, which has been a constraint of its own since PostgreSQL 18 and
/// which the other judges do not look at: asked of `pg_constraint`, by a query that is not ours.
///
/// A name that PostgreSQL chose is as good as another one that it chose: it depends on what the
/// table was called, and from where the column came, when somebody first said `NOT NULL`.
final class NotNullFacts {
  private static final String QUERY =
      """
      select format('%s.%s not null %s%s%s',
        k.conrelid::regclass, a.attname,
        case when k.conname ~ '_not_null\\d*$' then 'by a name that was chosen for it'
          else 'named ' || quote_ident(k.conname) end,
        case when k.connoinherit then ' no inherit' else '' end,
        case when k.convalidated then '' else ' not valid' end)
      from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join pg_class c on c.oid = k.conrelid
      where k.contype = 'n'
        and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      """;

  private NotNullFacts() {}

  /// Returns what only one of two databases says; empty where they agree.
  static Optional<String> difference(Scratch first, Scratch second) {
    var reached = facts(first);
    var wanted = facts(second);
    var missing = new TreeSet<>(wanted);
    missing.removeAll(reached);
    reached.removeAll(wanted);
    return missing.isEmpty() && reached.isEmpty()
        ? Optional.empty()
        : Optional.of("only there: %s%nonly wanted: %s".formatted(reached, missing));
  }

  private static TreeSet<String> facts(Scratch database) {
    try (var session = Session.open(database.url())) {
      List<String> lines = session.query(QUERY, row -> row.text(1));
      return new TreeSet<>(lines);
    }
  }
}

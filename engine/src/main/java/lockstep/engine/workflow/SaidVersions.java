package lockstep.engine.workflow;

import java.util.List;
import lockstep.engine.postgres.Session;
import lockstep.migration.Migration;
import lockstep.migration.VersionStep;
import lockstep.sql.Quote;

/// What a history says in Alembic's table, in a database that it was run in.
///
/// @param table as the migrations name it
/// @param path the same as the server names it where no search path helps
record SaidVersions(String table, String path, List<String> ids) {
  SaidVersions {
    ids = List.copyOf(ids);
  }

  static SaidVersions read(String table, Session session) {
    session.reset();
    var path =
        session
            .queryOne(
                """
                select format('%%I.%%I', n.nspname, c.relname) from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.oid = to_regclass(%s)"""
                    .formatted(Quote.literal(table)),
                row -> row.text(1))
            .orElseThrow();
    var ids =
        session.query("select version_num from %s order by 1".formatted(path), row -> row.text(1));
    return new SaidVersions(table, path, ids);
  }

  /// Returns a migration that says the same at its end.
  Migration saidBy(Migration migration) {
    return VersionStep.squashed(table, ids).after(List.of(migration)).getFirst();
  }
}

package lockstep.engine.migrate.prisma;

import java.util.ArrayList;
import java.util.List;
import lockstep.engine.postgres.Session;
import lockstep.schema.Schema;
import lockstep.sql.Quote;

/// What leaves a database as empty as a new one.
final class Emptying {
  /// What is in no schema, and what drops it.
  private static final List<String> WITHOUT_SCHEMA =
      List.of(
          """
          select format('drop event trigger %I', evtname) from pg_event_trigger t
          where not exists (select from pg_depend where objid = t.oid and deptype = 'e')""",
          "select format('drop publication %I', pubname) from pg_publication",
          "select format('drop foreign data wrapper %I cascade', fdwname)"
              + " from pg_foreign_data_wrapper w"
              + " where not exists (select from pg_depend where objid = w.oid and deptype = 'e')",
          "select format('select lo_unlink(%s)', oid) from pg_largeobject_metadata");

  private Emptying() {}

  /// Returns the statements in order. Where the session's address names a schema, nothing but that
  /// is dropped, and it is not made again.
  static List<String> statements(Session session) {
    var url = session.url();
    if (url.namespace().isPresent()) {
      return List.of("drop schema if exists %s cascade".formatted(Quote.name(url.home())));
    }
    var statements = new ArrayList<String>();
    WITHOUT_SCHEMA.forEach(it -> statements.addAll(session.query(it, row -> row.text(1))));
    statements.addAll(
        session.query(
            "select format('drop schema %I cascade', nspname) from pg_namespace"
                + " where nspname !~ '^pg_' and nspname <> 'information_schema'",
            row -> row.text(1)));
    statements.addAll(usual(session.serverVersion()));
    return List.copyOf(statements);
  }

  /// The schema that every new database has, as it has it (PostgreSQL 14 and 15).
  private static List<String> usual(int serverVersion) {
    var name = Quote.name(Schema.DEFAULT_NAMESPACE);
    var isOfOwner = serverVersion >= 150_000;
    return List.of(
        "create schema " + name + (isOfOwner ? " authorization pg_database_owner" : ""),
        "grant %s on schema %s to public".formatted(isOfOwner ? "usage" : "all", name),
        "comment on schema %s is 'standard public schema'".formatted(name));
  }
}

package lockstep.engine.migrate;

import java.util.List;
import java.util.Optional;
import lockstep.engine.postgres.Session;
import lockstep.schema.Identifier;
import lockstep.sql.Quote;

/// The table of one database in which Alembic keeps at which revisions it is (Alembic 1.20).
public final class VersionTable {
  private final Session session;
  private final Optional<String> found;

  /// @param found the table as SQL names it; empty where the database has none yet
  public VersionTable(Session session, Optional<String> found) {
    this.session = session;
    this.found = found;
  }

  /// Returns a table as SQL names it: what is in the usual schema as an address without a schema of
  /// its own finds it.
  ///
  /// @param written as in `public.alembic_version`
  public static String inSql(String written) {
    var dot = written.indexOf('.');
    var namespace = written.substring(0, dot);
    var name = Quote.name(Identifier.of(written.substring(dot + 1)));
    return namespace.equals("public") ? name : Quote.name(Identifier.of(namespace)) + "." + name;
  }

  /// Records that the database is at these revisions; where there is no table, it is made as
  /// Alembic makes it.
  public void stamp(List<String> ids) {
    var usual = Quote.name(session.url().home()) + ".alembic_version";
    session.execute("begin");
    if (found.isEmpty()) {
      session.execute(
          """
          create table %s (
            version_num varchar(32) not null,
            constraint alembic_version_pkc primary key (version_num)
          )"""
              .formatted(usual));
    }
    var table = found.orElse(usual);
    session.execute("delete from " + table);
    ids.forEach(
        it -> session.execute("insert into %s values (%s)".formatted(table, Quote.literal(it))));
    session.execute("commit");
  }
}

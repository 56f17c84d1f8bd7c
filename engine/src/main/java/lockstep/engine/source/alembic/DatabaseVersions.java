package lockstep.engine.source.alembic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.engine.postgres.Session;
import lockstep.schema.Identifier;
import lockstep.sql.Quote;

/// The revisions that a database is at, by the table in which Alembic keeps them: one row for each
/// head (Alembic 1.20).
///
/// @param versions in no order that means anything
public record DatabaseVersions(Identifier namespace, Identifier name, List<String> versions) {
  private static final String USUAL = "alembic_version";

  /// A project may give the table another name; its column has always the same.
  private static final String TABLES =
      """
      select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and not c.relispartition
        and (select array_agg(a.attname::text) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) = '{version_num}'
      order by n.nspname collate "C", c.relname collate "C\"""";

  public DatabaseVersions {
    versions = List.copyOf(versions);
  }

  /// Returns those of the table that a project's `env.py` means, if the database has it: where the
  /// file does not say which, the usual one in the schema of the database's address comes first.
  public static Optional<DatabaseVersions> find(Session session, EnvironmentScript script) {
    var home = session.url().home();
    var all =
        session
            .query(
                TABLES,
                row ->
                    new DatabaseVersions(
                        Identifier.of(row.text(1)), Identifier.of(row.text(2)), List.of()))
            .stream()
            .filter(it -> script.mayKeepVersionsIn(it.namespace().text(), it.name().text()))
            .toList();
    return Stream.concat(
            all.stream().filter(it -> it.namespace().equals(home) && it.isUsual()), all.stream())
        .findFirst()
        .map(it -> it.read(session));
  }

  private boolean isUsual() {
    return name.text().equals(USUAL);
  }

  private DatabaseVersions read(Session session) {
    var query = "select version_num from %s order by 1".formatted(table());
    return new DatabaseVersions(namespace, name, session.query(query, row -> row.text(1)));
  }

  /// Returns the table as SQL names it.
  public String table() {
    return Quote.name(namespace) + "." + Quote.name(name);
  }
}

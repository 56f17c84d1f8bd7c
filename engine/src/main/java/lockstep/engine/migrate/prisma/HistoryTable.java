package lockstep.engine.migrate.prisma;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.Row;
import lockstep.engine.postgres.Session;
import lockstep.migration.Checksum;
import lockstep.migration.Journal;
import lockstep.migration.Migration;
import lockstep.migration.Recorded;
import lockstep.schema.Identifier;
import lockstep.sql.Quote;

/// The table `_prisma_migrations` of one database, in the schema that its address names.
///
/// Each attempt to apply a migration is a row (Prisma 7). What is written here is what Prisma's
/// engine writes at the same moment, except that times are the server's.
public final class HistoryTable {
  static final String NAME = "_prisma_migrations";

  private static final String ROLLED_BACK = "rolled_back_at = clock_timestamp()";

  private final Session session;
  private final Identifier home;
  private final String table;

  public HistoryTable(Session session) {
    this.session = session;
    home = session.url().home();
    table = Quote.name(home) + "." + NAME;
  }

  boolean isThere() {
    return session.hasRelation(table);
  }

  /// Returns all rows, the first attempt first; none where the table is not there.
  public List<Recorded> rows() {
    if (!isThere()) {
      return List.of();
    }
    return session.query(
        """
        select id, checksum, %s, migration_name, logs, %s, %s, applied_steps_count
        from %s
        order by started_at, id"""
            .formatted(time("finished_at"), time("rolled_back_at"), time("started_at"), table),
        HistoryTable::recorded);
  }

  private static String time(String column) {
    return "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')".formatted(column);
  }

  private static Recorded recorded(Row row) {
    return new Recorded(
        row.text(1),
        new Checksum(row.text(2)),
        row.optionalText(3).map(Instant::parse),
        row.text(4),
        row.optionalText(5),
        row.optionalText(6).map(Instant::parse),
        Instant.parse(row.text(7)),
        row.integer(8));
  }

  /// Returns why no migration can be applied, if so: there is no history, and tables stand in the
  /// schema that came in another way.
  public Optional<Diagnostic> objection() {
    return isThere() || !isAmongOthers()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.of(
                    MigrateCode.NO_HISTORY,
                    "The database `%s` has tables and no history of migrations."
                        .formatted(session.url().database()))
                .withAdvice(
                    "Declare those applied that made them, as in `lockstep migrate resolve --applied"
                        + " NAME`; the rest is then applied."));
  }

  /// What an extension brought does not count.
  private boolean isAmongOthers() {
    return is(
        """
        exists (
          select from pg_class c
          where c.relnamespace = to_regnamespace(%s) and c.relkind in ('r', 'p')
            and c.relname <> '%s'
            and not exists (
              select from pg_depend d
              where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))"""
            .formatted(Quote.literal(Quote.name(home)), NAME));
  }

  private boolean is(String condition) {
    return session.queryOne("select " + condition, row -> row.isTrue(1)).equals(Optional.of(true));
  }

  /// Whether it is there is looked for first: who may not make one may still use it.
  void createHome() {
    if (is("to_regnamespace(%s) is null".formatted(Quote.literal(Quote.name(home))))) {
      session.execute("create schema " + Quote.name(home));
    }
  }

  void create() {
    session.execute(
        """
        create table %s (
          id                      varchar(36) primary key not null,
          checksum                varchar(64) not null,
          finished_at             timestamptz,
          migration_name          varchar(255) not null,
          logs                    text,
          rolled_back_at          timestamptz,
          started_at              timestamptz not null default now(),
          applied_steps_count     integer not null default 0
        )"""
            .formatted(table));
  }

  /// Returns the statement that records that a migration is about to be applied.
  ///
  /// @param id of the new row
  String starting(String id, Migration migration, Journal journal) {
    return """
    insert into %s (id, checksum, started_at, migration_name, logs)
    values ('%s', '%s', clock_timestamp(), %s, %s)"""
        .formatted(
            table,
            id,
            migration.checksum().digits(),
            Quote.literal(migration.name()),
            Quote.literal(journal.text()));
  }

  /// Returns the statement that records that somebody goes on with a migration, whose file may be
  /// another by now.
  String resuming(String id, Migration migration, Journal journal) {
    return update(
        id,
        "checksum = '%s', logs = %s"
            .formatted(migration.checksum().digits(), Quote.literal(journal.text())));
  }

  /// Returns the statement that records success, for whoever sends it. A migration that has been
  /// applied has no log, as Prisma has it.
  String finishing(String id) {
    return asOurselves(
        update(id, "applied_steps_count = 1, finished_at = clock_timestamp(), logs = null"));
  }

  /// Returns the statement that records how far a migration came.
  String noting(String id, Journal journal) {
    return asOurselves(update(id, "logs = " + Quote.literal(journal.text())));
  }

  /// A script may have taken another role; it keeps it behind the end of this transaction.
  private static String asOurselves(String statement) {
    return "set local session authorization default;\nset local role none;\n" + statement;
  }

  void failed(String id, String log) {
    session.execute(update(id, "logs = " + Quote.literal(log)));
  }

  /// Returns the statement that takes a row away, for whoever sends it.
  String forgetting(String id) {
    return "delete from %s where id = %s".formatted(table, Quote.literal(id));
  }

  void rolledBack(String id) {
    session.execute(update(id, ROLLED_BACK));
  }

  /// Returns the statement that records that a migration was taken back, for whoever sends it.
  String rollingBack(String id) {
    return asOurselves(update(id, ROLLED_BACK + ", logs = null"));
  }

  /// Forgets how far a way back came.
  void whole(String id) {
    session.execute(update(id, "logs = null"));
  }

  private String update(String id, String set) {
    return "update %s set %s where id = %s".formatted(table, set, Quote.literal(id));
  }

  /// Records a migration that somebody says is there already.
  void declaredApplied(Migration migration) {
    session.execute(
        """
        insert into %s (id, checksum, logs, started_at, finished_at, migration_name)
        values ('%s', '%s', '', now(), now(), %s)"""
            .formatted(
                table,
                UUID.randomUUID(),
                migration.checksum().digits(),
                Quote.literal(migration.name())));
  }
}

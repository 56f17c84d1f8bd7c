package lockstep.engine.migrate.prisma;

import java.util.List;
import java.util.Optional;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.StatementReader;
import lockstep.check.lint.statement.Word;
import lockstep.engine.postgres.Session;
import lockstep.migration.Journal.Fate;
import lockstep.sql.Quote;
import lockstep.sql.SqlToken;

/// What a statement left behind that ran in no transaction and was cut off or failed, as far as the
/// catalog tells.
enum Aftermath {
  /// It can be run as if it had never been.
  NOTHING,
  DONE,
  UNKNOWN;

  /// Looks, and clears away what would be in the way: an index that was not built to its end.
  static Aftermath of(Session session, String statement, Fate fate) {
    if (fate == Fate.NEXT) {
      return NOTHING;
    }
    return switch (StatementReader.read(SqlToken.of(statement))) {
      case Statement.CreateIndex it when it.words().contains(Word.CONCURRENTLY) ->
          index(session, it, fate);
      case Statement.Drop it when it.kind() == ObjectKind.INDEX && fate == Fate.BEGUN ->
          it.names().stream().noneMatch(name -> session.hasRelation(text(name))) ? DONE : NOTHING;
      case Statement.Vacuum _, Statement.Reindex _, Statement.Cluster _ -> NOTHING;
      default -> fate == Fate.FAILED ? NOTHING : UNKNOWN;
    };
  }

  /// Returns whether a statement builds an index and says its name: what it left can be cleared
  /// away.
  static boolean namesIndex(String statement) {
    return StatementReader.read(SqlToken.of(statement)) instanceof Statement.CreateIndex it
        && it.name().isPresent();
  }

  /// Of an index that the statement gives no name nobody knows which one it was.
  private static Aftermath index(Session session, Statement.CreateIndex index, Fate fate) {
    var broken = broken(session, index);
    if (index.name().isPresent() && broken.size() == 1) {
      session.execute("drop index concurrently " + broken.getFirst());
      return NOTHING;
    }
    if (fate == Fate.FAILED) {
      return broken.isEmpty() ? NOTHING : UNKNOWN;
    }
    return index
        .name()
        .map(it -> isBuilt(session, index.table(), index.table().named(it)) ? DONE : NOTHING)
        .orElse(UNKNOWN);
  }

  /// Returns the invalid indexes of the name, or where PostgreSQL gave the name, of the table. What
  /// somebody is building just now is not among them.
  private static List<String> broken(Session session, Statement.CreateIndex index) {
    return session.query(
        """
        select c.oid::regclass::text
        from pg_index i join pg_class c on c.oid = i.indexrelid
        where not i.indisvalid and c.relkind = 'i' and i.indrelid = to_regclass(%s)
          and %s
          and not exists (
            select from pg_stat_progress_create_index p
            where p.datid = (select oid from pg_database where datname = current_database())
              and p.index_relid = c.oid)"""
            .formatted(
                Quote.literal(text(index.table())),
                index.name().map(it -> "c.relname = " + Quote.literal(it.text())).orElse("true")),
        row -> row.text(1));
  }

  private static boolean isBuilt(Session session, ObjectName table, ObjectName name) {
    var query =
        "select count(*) from pg_index where indisvalid and indexrelid = to_regclass(%s) and indrelid = to_regclass(%s)"
            .formatted(Quote.literal(text(name)), Quote.literal(text(table)));
    return session.queryOne(query, row -> row.integer(1)).equals(Optional.of(1));
  }

  private static String text(ObjectName name) {
    return name.namespace().map(it -> Quote.name(it) + ".").orElse("") + Quote.name(name.name());
  }
}

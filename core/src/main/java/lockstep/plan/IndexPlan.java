package lockstep.plan;

import java.util.List;
import java.util.Optional;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements about indexes.
final class IndexPlan {
  private IndexPlan() {}

  /// Where the table is in use, the index is built beside its writers.
  static Step add(QualifiedName table, Index index, Situation situation) {
    var made = create(table, index, situation.names());
    if (!situation.isInUse(table)) {
      return situation.from().table(table).isPresent()
          ? new Step(
              made.kind(),
              made.object(),
              made.sql(),
              made.reverse(),
              Conduct.of(Conduct.Lock.SHARE, Conduct.Work.BUILD))
          : made;
    }
    return new Step(
        made.kind(),
        made.object(),
        concurrently(made.sql()),
        new Step.Reverse.Statement(
            "DROP INDEX CONCURRENTLY " + situation.beside(table, index.name())),
        Conduct.alone(Conduct.Lock.SHARE_UPDATE_EXCLUSIVE, Conduct.Work.BUILD));
  }

  static Step drop(QualifiedName table, Index index, Situation situation) {
    var name = situation.beside(table, index.name());
    var create = IndexSql.create(table, index, situation.names());
    return new Step(
        Step.Kind.DROP_INDEX,
        ObjectPath.of(ObjectPath.Kind.INDEX, table, index.name()),
        (situation.isInUse(table) ? "DROP INDEX CONCURRENTLY " : "DROP INDEX ") + name,
        new Step.Reverse.Statement(situation.isInUse(table) ? concurrently(create) : create),
        situation.isInUse(table)
            ? Conduct.alone(Conduct.Lock.SHARE_UPDATE_EXCLUSIVE, Conduct.Work.CATALOG)
            : Conduct.BRIEF);
  }

  /// Returns what turns the one into the other in place; empty where it must be built anew.
  static Optional<List<Step>> alter(
      QualifiedName table, Index from, Index to, Situation situation) {
    var names = situation.names();
    if (!IndexSql.definition(withParameters(from, to), names)
        .equals(IndexSql.definition(to, names))) {
      return Optional.empty();
    }
    var alter = "ALTER INDEX " + situation.beside(table, to.name()) + " ";
    return Optional.of(
        StorageChange.of(
            Step.Kind.ALTER_INDEX,
            ObjectPath.of(ObjectPath.Kind.INDEX, table, to.name()),
            alter,
            from.parameters(),
            to.parameters()));
  }

  /// Returns what builds the new index under another name before the old one goes, so that queries
  /// have one all the time.
  static List<Step> replace(QualifiedName table, Index from, Index to, Situation situation) {
    var path = ObjectPath.of(ObjectPath.Kind.INDEX, table, to.name());
    var provisional = Identifier.of(Identifier.truncate(to.name().text(), 58) + "_next");
    var build = add(table, renamed(to, provisional), situation);
    var drop = drop(table, from, situation);
    return List.of(
        new Step(Step.Kind.ALTER_INDEX, path, build.sql(), build.reverse(), build.conduct()),
        new Step(Step.Kind.ALTER_INDEX, path, drop.sql(), drop.reverse(), drop.conduct()),
        new Step(
            Step.Kind.ALTER_INDEX,
            path,
            "ALTER INDEX "
                + situation.beside(table, provisional)
                + " RENAME TO "
                + Quote.name(to.name()),
            new Step.Reverse.Statement(
                "ALTER INDEX "
                    + situation.beside(table, to.name())
                    + " RENAME TO "
                    + Quote.name(provisional)),
            Conduct.of(Conduct.Lock.SHARE_UPDATE_EXCLUSIVE, Conduct.Work.CATALOG)));
  }

  private static String concurrently(String create) {
    return create.replaceFirst("^(CREATE (?:UNIQUE )?INDEX )", "$1CONCURRENTLY ");
  }

  private static Index withParameters(Index it, Index other) {
    return new Index(
        it.name(),
        it.uniqueness(),
        it.method(),
        it.keys(),
        it.include(),
        it.where(),
        other.parameters(),
        it.comment());
  }

  private static Index renamed(Index it, Identifier name) {
    return new Index(
        name,
        it.uniqueness(),
        it.method(),
        it.keys(),
        it.include(),
        it.where(),
        it.parameters(),
        it.comment());
  }

  static Step create(QualifiedName table, Index index, Names names) {
    var name = names.of(QualifiedName.of(table.namespace(), index.name()));
    return new Step(
        Step.Kind.CREATE_INDEX,
        ObjectPath.of(ObjectPath.Kind.INDEX, table, index.name()),
        IndexSql.create(table, index, names),
        new Step.Reverse.Statement("DROP INDEX " + name));
  }
}

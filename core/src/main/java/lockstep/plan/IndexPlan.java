package lockstep.plan;

import java.util.ArrayList;
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
    if (!from.isBuilt()) {
      return Optional.empty();
    }
    if (!IndexSql.definition(withParameters(from, to), names)
        .equals(IndexSql.definition(to, names))) {
      return Optional.empty();
    }
    if (from.placement().reach() != to.placement().reach() && to.isBuilt()) {
      return PartitionedIndexPlan.add(table, to, situation);
    }
    var alter = "ALTER INDEX " + situation.beside(table, to.name()) + " ";
    var steps = new ArrayList<Step>();
    steps.addAll(
        StorageChange.of(
            Step.Kind.ALTER_INDEX,
            ObjectPath.of(ObjectPath.Kind.INDEX, table, to.name()),
            alter,
            from.parameters(),
            to.parameters()));
    tablespace(table, from, to, alter).ifPresent(steps::add);
    steps.addAll(statistics(table, from, to, names));
    return Optional.of(steps);
  }

  private static Optional<Step> tablespace(
      QualifiedName table, Index from, Index to, String alter) {
    var before = from.placement().tablespace();
    var after = to.placement().tablespace();
    var usual = Identifier.of("pg_default");
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(
            new Step(
                Step.Kind.ALTER_INDEX,
                ObjectPath.of(ObjectPath.Kind.INDEX, table, to.name()),
                alter + "SET TABLESPACE " + Quote.name(after.orElse(usual)),
                new Step.Reverse.Statement(
                    alter + "SET TABLESPACE " + Quote.name(before.orElse(usual))),
                Conduct.of(Conduct.Lock.ACCESS_EXCLUSIVE, Conduct.Work.REWRITE)));
  }

  /// Returns what makes `ANALYZE` look at an index's expressions as it shall.
  private static List<Step> statistics(QualifiedName table, Index from, Index to, Names names) {
    var steps = new ArrayList<Step>();
    var alter = "ALTER INDEX " + names.of(QualifiedName.of(table.namespace(), to.name()));
    for (var place = 1; place <= to.keys().size(); place++) {
      var before = target(from, place);
      var after = target(to, place);
      if (before != after) {
        var start = alter + " ALTER COLUMN " + place + " SET STATISTICS ";
        steps.add(
            new Step(
                Step.Kind.ALTER_INDEX,
                ObjectPath.of(ObjectPath.Kind.INDEX, table, to.name()),
                start + after,
                new Step.Reverse.Statement(start + before),
                Conduct.of(Conduct.Lock.SHARE_UPDATE_EXCLUSIVE, Conduct.Work.CATALOG)));
      }
    }
    return steps;
  }

  private static int target(Index index, int place) {
    return index.placement().statistics().stream()
        .filter(it -> it.place() == place)
        .mapToInt(Index.KeyStatistics::target)
        .findFirst()
        .orElse(-1);
  }

  /// Returns what `CREATE INDEX` cannot say of a new index.
  static List<Step> facets(QualifiedName table, Index index, Names names) {
    var plain =
        new Index(
            index.name(),
            index.uniqueness(),
            index.method(),
            index.keys(),
            index.include(),
            index.where(),
            index.parameters(),
            index.comment());
    return statistics(table, plain, index, names);
  }

  /// Returns what builds the new index under another name before the old one goes, so that queries
  /// have one all the time.
  static List<Step> replace(QualifiedName table, Index from, Index to, Situation situation) {
    var path = ObjectPath.of(ObjectPath.Kind.INDEX, table, to.name());
    var provisional = Identifier.of(Identifier.truncate(to.name().text(), 58) + "_next");
    var build = add(table, renamed(to, provisional), situation);
    var drop = drop(table, from, situation);
    var steps = new ArrayList<Step>();
    steps.add(new Step(Step.Kind.ALTER_INDEX, path, build.sql(), build.reverse(), build.conduct()));
    steps.add(new Step(Step.Kind.ALTER_INDEX, path, drop.sql(), drop.reverse(), drop.conduct()));
    steps.add(
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
    steps.addAll(facets(table, to, situation.names()));
    return steps;
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
        new Index.Placement(
            other.placement().tablespace(), other.placement().statistics(), it.placement().reach()),
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
        it.placement(),
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

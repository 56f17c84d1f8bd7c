package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.plan.Conduct.Lock;
import lockstep.plan.Conduct.Work;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.Identifier;
import lockstep.schema.Lineage;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;
import lockstep.schema.Table.ReplicaIdentity;
import lockstep.sql.Quote;

/// Other facts about tables and columns that are there, beyond what `CREATE TABLE` says of them.
final class TableFacetChange {
  private final Situation situation;
  private final QualifiedName name;
  private final ObjectPath path;
  private final List<Step> steps = new ArrayList<>();

  private TableFacetChange(Situation situation, QualifiedName name, ObjectPath path) {
    this.situation = situation;
    this.name = name;
    this.path = path;
  }

  static List<Step> of(QualifiedName name, Table from, Table to, Situation situation) {
    var change = new TableFacetChange(situation, name, ObjectPath.table(name));
    change.lineage(from.lineage(), to.lineage());
    change.security(from.rowSecurity(), to.rowSecurity());
    change.storage(from.storage(), to.storage());
    return change.steps;
  }

  /// Returns what changes how a column's values are kept from now on. Values that are there stay as
  /// they are.
  static List<Step> of(QualifiedName table, Column from, Column to, Situation situation) {
    var path = ObjectPath.column(table, to.name());
    var change = new TableFacetChange(situation, table, path);
    change.storage(from, to);
    return change.steps;
  }

  /// A partition that stands for other rows of the same parent leaves it and comes back.
  static Step leave(QualifiedName name, Lineage.PartitionOf before, Situation situation) {
    var change = new TableFacetChange(situation, name, ObjectPath.table(name));
    change.detach(before);
    return change.steps.getFirst();
  }

  static Step comeBack(QualifiedName name, Lineage.PartitionOf after, Situation situation) {
    var change = new TableFacetChange(situation, name, ObjectPath.table(name));
    change.attach(after);
    return change.steps.getFirst();
  }

  /// Returns what says again by what a subscriber finds rows, since the index is another one.
  static Step identity(QualifiedName name, ReplicaIdentity identity, Situation situation) {
    var change = new TableFacetChange(situation, name, ObjectPath.table(name));
    change.alter(Step.Kind.USE_INDEX, identity(identity), identity(new ReplicaIdentity.Key()));
    return change.steps.getFirst();
  }

  /// Returns what says again by which index rows are sorted, since that is another one.
  static Step cluster(QualifiedName name, Identifier index, Situation situation) {
    var change = new TableFacetChange(situation, name, ObjectPath.table(name));
    change.alter(Step.Kind.USE_INDEX, cluster(Optional.of(index)), cluster(Optional.empty()));
    return change.steps.getFirst();
  }

  private void lineage(Lineage from, Lineage to) {
    if (from.hasParentsOf(to)) {
      return;
    }
    if (from instanceof Lineage.PartitionOf before) {
      detach(before);
    }
    if (to instanceof Lineage.PartitionOf after) {
      attach(after);
    }
    var before = parents(from);
    var after = parents(to);
    before.stream()
        .filter(it -> !after.contains(it))
        .forEach(it -> brief("NO INHERIT " + quoted(it), "INHERIT " + quoted(it)));
    after.stream()
        .filter(it -> !before.contains(it))
        .forEach(
            it ->
                alter(Step.Kind.JOIN_PARENT, "INHERIT " + quoted(it), "NO INHERIT " + quoted(it)));
    type(from, to);
  }

  private void type(Lineage from, Lineage to) {
    if (to instanceof Lineage.OfType after) {
      brief("OF " + quoted(after.type()), "NOT OF");
    } else if (from instanceof Lineage.OfType before) {
      brief("NOT OF", "OF " + quoted(before.type()));
    }
  }

  private static List<QualifiedName> parents(Lineage lineage) {
    return lineage instanceof Lineage.Inherits it ? it.parents() : List.of();
  }

  private void detach(Lineage.PartitionOf before) {
    step(
        Step.Kind.DROP_CONSTRAINT,
        detachSql(before),
        new Step.Reverse.Statement(attachSql(before)),
        Conduct.BRIEF);
  }

  private void attach(Lineage.PartitionOf after) {
    step(
        Step.Kind.ATTACH_PARTITION,
        attachSql(after),
        new Step.Reverse.Statement(detachSql(after)),
        Conduct.of(Lock.ACCESS_EXCLUSIVE, Work.SCAN));
  }

  private String attachSql(Lineage.PartitionOf it) {
    return situation.alterTable(it.parent())
        + "ATTACH PARTITION "
        + quoted(name)
        + " "
        + it.bound();
  }

  private String detachSql(Lineage.PartitionOf it) {
    return situation.alterTable(it.parent()) + "DETACH PARTITION " + quoted(name);
  }

  private String quoted(QualifiedName it) {
    return situation.names().of(it);
  }

  private void security(Table.RowSecurity from, Table.RowSecurity to) {
    if (from.isOn() != to.isOn()) {
      brief(enabled(to), enabled(from));
    }
    if (from.isForced() != to.isForced()) {
      brief(forced(to), forced(from));
    }
  }

  private static String enabled(Table.RowSecurity it) {
    return (it.isOn() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY";
  }

  private static String forced(Table.RowSecurity it) {
    return (it.isForced() ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY";
  }

  private void storage(Table.Storage from, Table.Storage to) {
    rewritten("SET ACCESS METHOD ", from.method(), to.method(), "heap");
    rewritten("SET TABLESPACE ", from.tablespace(), to.tablespace(), "pg_default");
    if (!from.replicaIdentity().equals(to.replicaIdentity())) {
      alter(
          to.replicaIdentity() instanceof ReplicaIdentity.OfIndex
              ? Step.Kind.USE_INDEX
              : Step.Kind.ALTER_TABLE,
          identity(to.replicaIdentity()),
          identity(from.replicaIdentity()));
    }
    if (!from.clusteredBy().equals(to.clusteredBy())) {
      alter(Step.Kind.USE_INDEX, cluster(to.clusteredBy()), cluster(from.clusteredBy()));
    }
  }

  private void rewritten(
      String words, Optional<Identifier> from, Optional<Identifier> to, String usual) {
    if (!from.equals(to)) {
      var alter = situation.alterTable(name) + words;
      step(
          Step.Kind.ALTER_TABLE,
          alter + Quote.name(to.orElse(Identifier.of(usual))),
          new Step.Reverse.Statement(alter + Quote.name(from.orElse(Identifier.of(usual)))),
          Conduct.of(Lock.ACCESS_EXCLUSIVE, Work.REWRITE));
    }
  }

  private static String identity(ReplicaIdentity identity) {
    return "REPLICA IDENTITY "
        + switch (identity) {
          case ReplicaIdentity.Key _ -> "DEFAULT";
          case ReplicaIdentity.Full _ -> "FULL";
          case ReplicaIdentity.Nothing _ -> "NOTHING";
          case ReplicaIdentity.OfIndex(var index) -> "USING INDEX " + Quote.name(index);
        };
  }

  private static String cluster(Optional<Identifier> index) {
    return index.map(it -> "CLUSTER ON " + Quote.name(it)).orElse("SET WITHOUT CLUSTER");
  }

  private void storage(Column from, Column to) {
    var before = from.storage();
    var after = to.storage();
    var column = "ALTER COLUMN " + Quote.name(to.name()) + " ";
    facet(column + "SET STORAGE ", before.place(), after.place(), usualPlace(to.type()));
    facet(column + "SET COMPRESSION ", before.compression(), after.compression(), "default");
    facet(column + "SET STATISTICS ", before.statistics(), after.statistics(), "-1");
    steps.addAll(
        StorageChange.of(
            Step.Kind.ALTER_TABLE,
            path,
            "ALTER TABLE ONLY " + quoted(name) + " " + column,
            before.options(),
            after.options()));
  }

  /// Servers before 16 have no word for the place that a type has by itself (PostgreSQL 18,
  /// pg_type.typstorage); types of fixed length know only one.
  private String usualPlace(ColumnType type) {
    if (situation.isFrom(16)) {
      return "DEFAULT";
    }
    var place =
        type instanceof ColumnType.Scalar(var scalar, var _)
            ? switch (scalar) {
              case NUMERIC, INET, CIDR -> Column.Place.MAIN;
              case VECTOR -> Column.Place.EXTERNAL;
              default -> Column.Place.EXTENDED;
            }
            : Column.Place.EXTENDED;
    return place.name();
  }

  private void facet(String words, Optional<?> from, Optional<?> to, String usual) {
    if (!from.equals(to)) {
      var alter = "ALTER TABLE ONLY " + quoted(name) + " " + words;
      step(
          Step.Kind.ALTER_TABLE,
          alter + to.map(String::valueOf).orElse(usual),
          new Step.Reverse.Statement(alter + from.map(String::valueOf).orElse(usual)),
          Conduct.BRIEF);
    }
  }

  private void brief(String words, String back) {
    alter(Step.Kind.ALTER_TABLE, words, back);
  }

  private void alter(Step.Kind kind, String words, String back) {
    var alter = situation.alterTable(name);
    step(kind, alter + words, new Step.Reverse.Statement(alter + back), Conduct.BRIEF);
  }

  private void step(Step.Kind kind, String sql, Step.Reverse reverse, Conduct conduct) {
    steps.add(new Step(kind, path, sql, reverse, conduct));
  }
}

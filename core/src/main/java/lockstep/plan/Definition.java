package lockstep.plan;

import java.util.ArrayList;
import java.util.stream.Collectors;
import lockstep.schema.Access;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.CompositeType;
import lockstep.schema.Constraint;
import lockstep.schema.DatabaseObject;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Index;
import lockstep.schema.OptionsObject;
import lockstep.schema.Policy;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Reaction;
import lockstep.schema.Routine;
import lockstep.schema.Rule;
import lockstep.schema.Sequence;
import lockstep.schema.Statistics;
import lockstep.schema.Table;
import lockstep.schema.Trigger;
import lockstep.schema.View;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.StorageParameters;

/// How objects read in SQL, for people: the words of the statement that would make them, without
/// their own name. Where the order of parts means nothing, they stand in the order of their names.
public final class Definition {
  private final Names names;

  public Definition(Names names) {
    this.names = names;
  }

  /// Returns a column's type with the collation that is not its type's. How many dimensions an
  /// array was declared with means nothing.
  public String type(Column column) {
    var type = ColumnSql.collatedType(column, names);
    while (type.endsWith("[][]")) {
      type = type.substring(0, type.length() - 2);
    }
    return type;
  }

  /// Returns where a column's value comes from, as in `DEFAULT 0` or `SERIAL`; empty where from
  /// nowhere.
  public String value(QualifiedName table, Column column) {
    if (ColumnSql.isPlainSerial(table, column)) {
      return "SERIAL";
    }
    var options =
        column.value() instanceof ColumnValue.Serial(var _, var it)
            ? " OWNING A SEQUENCE" + SequenceSql.type(it.type()) + SequenceSql.options(it)
            : "";
    return ColumnSql.value(table, column, names).strip() + options;
  }

  /// Returns as in `INTEGER NOT NULL DEFAULT 0`.
  public String column(QualifiedName table, Column column) {
    return ColumnSql.of(table, column, names).substring(Quote.name(column.name()).length()).strip();
  }

  /// Returns as in `FOREIGN KEY ("a") REFERENCES "b"("id")`.
  public String constraint(Constraint constraint) {
    return ConstraintSql.of(constraint, names)
            .substring(("CONSTRAINT " + Quote.name(constraint.name()) + " ").length())
        + ConstraintSql.validity(constraint);
  }

  /// Returns as in `UNIQUE ("a")` or `USING GIN ("a") WHERE (b)`.
  public String index(Index index) {
    var statistics =
        index.placement().statistics().stream()
            .map(it -> " STATISTICS " + it.target() + " OF KEY " + it.place())
            .collect(Collectors.joining());
    var reach =
        switch (index.placement().reach()) {
          case PARTITIONS -> "";
          case PARENT_ONLY -> "ONLY ";
          case NOWHERE -> "INVALID ";
        };
    return reach + IndexSql.definition(index.inOrder(), names) + statistics;
  }

  /// Returns as in `AS ("a" INTEGER, "b" TEXT)`.
  public String compositeType(CompositeType type) {
    return CompositeTypePlan.definition(type, names);
  }

  public String optionsObject(OptionsObject object) {
    return OptionsObjectPlan.definition(object);
  }

  public String enumType(EnumType type) {
    return type.values().stream().map(Quote::literal).collect(Collectors.joining(", "));
  }

  /// Returns as in `AS TEXT NOT NULL CONSTRAINT "short" CHECK (length(VALUE) < 10)`.
  public String domain(Domain given) {
    var domain = given.inOrder();
    var unproven =
        domain.checks().stream()
            .filter(it -> !ConstraintSql.validity(it).isEmpty())
            .map(it -> " " + ConstraintSql.check(it) + ConstraintSql.validity(it))
            .collect(Collectors.joining());
    return (DomainPlan.definition(domain, " ", names) + unproven).strip();
  }

  public String sequence(Sequence sequence) {
    var owner =
        sequence
            .ownedBy()
            .map(it -> " OWNED BY " + names.of(it.table()) + "." + Quote.name(it.column()))
            .orElse("");
    return ("AS "
            + sequence.options().type().sql()
            + SequenceSql.options(sequence.options())
            + owner)
        .strip();
  }

  /// Returns as in `WITH (security_barrier = true) AS SELECT …`; only where the query is known.
  public String view(View view) {
    var it = view.inOrder();
    var indexes =
        it.indexes().stream()
            .map(index -> " INDEX " + Quote.name(index.name()) + " " + index(index))
            .collect(Collectors.joining());
    var defaults =
        it.columns().stream()
            .flatMap(
                column ->
                    ColumnPlan.defaultOf(column).stream()
                        .map(text -> " " + Quote.name(column.name()) + " DEFAULT " + text))
            .collect(Collectors.joining());
    var words = (ViewPlan.definition(it) + defaults + indexes).strip().replaceFirst("^AS\\n", "");
    return it.materialized().isPresent() ? "MATERIALIZED " + words : words;
  }

  /// Returns as in `FOR TABLE ONLY t`, without the name.
  public String databaseObject(DatabaseObject object) {
    return DatabaseObjectPlan.words(object);
  }

  /// Returns as in `OWNER joe; GRANT SELECT TO PUBLIC`; empty where nothing is unusual.
  public String access(Access.Privileges privileges) {
    return AccessPlan.words(privileges);
  }

  /// Returns as in `(a integer) RETURNS text …` or `CREATE TRIGGER …`.
  public String printed(PrintedObject object) {
    return switch (object) {
      case Routine it -> it.definition().text();
      case Trigger it -> it.definition() + enabled(it.enabled());
      case Rule it -> it.definition() + enabled(it.enabled());
      case Policy it -> PolicyPlan.definition(it).strip();
      case Statistics it ->
          it.definition().text().strip()
              + (it.target().isPresent() ? " SET STATISTICS " + it.target().getAsInt() : "");
    };
  }

  private static String enabled(Reaction.Enabled enabled) {
    return enabled == Reaction.Enabled.ORIGIN ? "" : " " + TriggerPlan.words(enabled);
  }

  /// Returns as in `UNLOGGED PARTITION BY LIST (a) WITH (fillfactor = 70)`.
  public String facets(Table table) {
    var storage = table.storage().inOrder();
    var words = new ArrayList<String>();
    words.add(storage.persistence().toString());
    words.add(LineageSql.before(table.lineage(), names).strip());
    words.add(LineageSql.after(table.lineage(), names).strip());
    words.add(table.partitionKey().map(it -> "PARTITION BY " + it).orElse(""));
    words.add(storage.method().map(it -> "USING " + Quote.name(it)).orElse(""));
    words.add(StorageParameters.sql("WITH ", storage.parameters()));
    words.add(storage.tablespace().map(it -> "TABLESPACE " + Quote.name(it)).orElse(""));
    words.add(
        switch (table.rowSecurity()) {
          case OFF -> "";
          case ON -> "ROW LEVEL SECURITY";
          case FORCED -> "FORCED ROW LEVEL SECURITY";
          case FORCED_WHEN_ON -> "FORCED ROW LEVEL SECURITY, DISABLED";
        });
    words.add(
        switch (storage.replicaIdentity()) {
          case Table.ReplicaIdentity.Key _ -> "";
          case Table.ReplicaIdentity.Full _ -> "REPLICA IDENTITY FULL";
          case Table.ReplicaIdentity.Nothing _ -> "REPLICA IDENTITY NOTHING";
          case Table.ReplicaIdentity.OfIndex(var index) ->
              "REPLICA IDENTITY USING INDEX " + Quote.name(index);
        });
    words.add(storage.clusteredBy().map(it -> "CLUSTER ON " + Quote.name(it)).orElse(""));
    return words.stream().filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
  }

  /// Returns how a column's values are kept, as in `STORAGE MAIN STATISTICS 100`; empty where as
  /// usual.
  public String storage(Column column) {
    var storage = column.storage();
    return (storage.place().map(it -> "STORAGE " + it).orElse("")
            + storage.compression().map(it -> " COMPRESSION " + it).orElse("")
            + storage.statistics().map(it -> " STATISTICS " + it).orElse("")
            + StorageParameters.sql(" ", storage.options()))
        .strip();
  }
}

package lockstep.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.schema.Constraint;
import lockstep.schema.Constraint.Deferrability;
import lockstep.schema.Constraint.NullsDistinct;
import lockstep.schema.Constraint.Validity;
import lockstep.schema.Identifier;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.StorageParameters;

/// Constraints in SQL, from `CONSTRAINT` on. Whether rows that are there already were looked at is
/// said by the statement around.
final class ConstraintSql {
  private ConstraintSql() {}

  static String of(Constraint constraint, Names names) {
    return switch (constraint) {
      case Constraint.PrimaryKey it -> primaryKey(it);
      case Constraint.Unique it -> unique(it);
      case Constraint.ForeignKey it -> foreignKey(it, names);
      case Constraint.Check it -> check(it);
      case Constraint.NotNull it -> notNull(it);
      case Constraint.Exclusion it -> exclusion(it, names);
    };
  }

  /// Returns ` NOT VALID` where rows that were there need not hold.
  static String validity(Constraint constraint) {
    var validity =
        switch (constraint) {
          case Constraint.ForeignKey it -> it.validity();
          case Constraint.Check it -> it.validity();
          case Constraint.NotNull it -> it.validity();
          case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclusion _ ->
              Validity.VALID;
        };
    return validity == Validity.NOT_VALID ? " NOT VALID" : "";
  }

  static String check(Constraint.Check it) {
    return named(it)
        + "CHECK ("
        + it.condition()
        + ")"
        + inheritance(it.inheritance())
        + enforcement(it.validity());
  }

  private static String notNull(Constraint.NotNull it) {
    return named(it) + "NOT NULL " + Quote.name(it.column()) + inheritance(it.inheritance());
  }

  static String inheritance(Constraint.Inheritance inheritance) {
    return inheritance == Constraint.Inheritance.NOT_INHERITED ? " NO INHERIT" : "";
  }

  /// Returns what the index behind a constraint does, for comparison alone; empty where there is
  /// none.
  static Optional<Object> index(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey it ->
          Optional.of(
              List.of(
                  it.columns(),
                  it.include(),
                  NullsDistinct.DISTINCT,
                  it.deferrability(),
                  it.index()));
      case Constraint.Unique it ->
          Optional.of(
              List.of(it.columns(), it.include(), it.nulls(), it.deferrability(), it.index()));
      case Constraint.Exclusion it ->
          Optional.of(
              List.of(
                  it.method(),
                  it.elements(),
                  it.include(),
                  it.where(),
                  it.deferrability(),
                  it.index()));
      case Constraint.ForeignKey _, Constraint.Check _, Constraint.NotNull _ -> Optional.empty();
    };
  }

  /// Returns the columns and options of the unique index behind a key.
  static String indexOptions(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey it ->
          IndexSql.columns(it.columns()) + IndexSql.include(it.include());
      case Constraint.Unique it ->
          IndexSql.columns(it.columns())
              + IndexSql.include(it.include())
              + (it.nulls() == NullsDistinct.NOT_DISTINCT ? " NULLS NOT DISTINCT" : "");
      case Constraint.ForeignKey _,
          Constraint.Check _,
          Constraint.NotNull _,
          Constraint.Exclusion _ ->
          throw new IllegalArgumentException(constraint.name() + " has no unique index");
    };
  }

  static String named(Constraint constraint) {
    return "CONSTRAINT " + Quote.name(constraint.name()) + " ";
  }

  /// Prisma writes no space between the columns of a primary key (Prisma 7).
  private static String primaryKey(Constraint.PrimaryKey it) {
    var columns = it.columns().stream().map(Quote::name).collect(Collectors.joining(","));
    return named(it)
        + "PRIMARY KEY ("
        + columns
        + overlaps(it.index())
        + ")"
        + IndexSql.include(it.include())
        + index(it.index())
        + deferrability(it.deferrability());
  }

  private static String unique(Constraint.Unique it) {
    return named(it)
        + (it.nulls() == NullsDistinct.NOT_DISTINCT ? "UNIQUE NULLS NOT DISTINCT " : "UNIQUE ")
        + IndexSql.columns(it.columns()).replaceFirst("\\)$", overlaps(it.index()) + ")")
        + IndexSql.include(it.include())
        + index(it.index())
        + deferrability(it.deferrability());
  }

  private static String foreignKey(Constraint.ForeignKey it, Names names) {
    return named(it)
        + "FOREIGN KEY "
        + columns(it.columns(), it.period())
        + " REFERENCES "
        + names.of(it.referencedTable())
        + columns(it.referencedColumns(), it.period())
        + (it.match() == Constraint.Match.FULL ? " MATCH FULL" : "")
        + " ON DELETE "
        + it.onDelete().sql()
        + cleared(it.clearedColumns())
        + " ON UPDATE "
        + it.onUpdate().sql()
        + deferrability(it.deferrability())
        + enforcement(it.validity());
  }

  private static String exclusion(Constraint.Exclusion it, Names names) {
    var elements =
        it.elements().stream()
            .map(element -> IndexSql.key(element.key(), names) + " WITH " + element.operator())
            .collect(Collectors.joining(", ", " (", ")"));
    return named(it)
        + "EXCLUDE "
        + IndexSql.using(it.method())
        + elements
        + IndexSql.include(it.include())
        + index(it.index())
        + it.where().map(where -> " WHERE (" + where + ")").orElse("")
        + deferrability(it.deferrability());
  }

  private static String columns(List<Identifier> columns, Constraint.Period period) {
    if (period == Constraint.Period.NONE) {
      return IndexSql.columns(columns);
    }
    var last = columns.size() - 1;
    return columns.subList(0, last).stream()
        .map(Quote::name)
        .collect(Collectors.joining(", ", "(", ", PERIOD " + Quote.name(columns.get(last)) + ")"));
  }

  private static String overlaps(Constraint.KeyIndex index) {
    return index.period() == Constraint.Period.OF_LAST_COLUMN ? " WITHOUT OVERLAPS" : "";
  }

  private static String index(Constraint.KeyIndex index) {
    return StorageParameters.sql(" WITH ", index.parameters())
        + index.tablespace().map(it -> " USING INDEX TABLESPACE " + Quote.name(it)).orElse("");
  }

  private static String cleared(List<Identifier> columns) {
    return columns.isEmpty() ? "" : " " + IndexSql.columns(columns);
  }

  static String deferrability(Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " DEFERRABLE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }

  private static String enforcement(Validity validity) {
    return validity == Validity.NOT_ENFORCED ? " NOT ENFORCED" : "";
  }
}

package lockstep.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An index that no constraint owns. PSL's `@unique` is one of these: a unique index.
///
/// @param method the access method, as in `btree`
/// @param parameters storage parameters (`WITH`), in their source's order
/// @param placement where it lies and how its expressions are looked at
public record Index(
    Identifier name,
    Uniqueness uniqueness,
    Identifier method,
    List<Key> keys,
    List<Identifier> include,
    Optional<SqlExpression> where,
    List<Parameter> parameters,
    Placement placement,
    Optional<String> comment) {
  /// The access method of an index that names none.
  public static final Identifier BTREE = Identifier.of("btree");

  public Index(
      Identifier name,
      Uniqueness uniqueness,
      Identifier method,
      List<Key> keys,
      List<Identifier> include,
      Optional<SqlExpression> where,
      List<Parameter> parameters,
      Optional<String> comment) {
    this(name, uniqueness, method, keys, include, where, parameters, Placement.STANDARD, comment);
  }

  /// Where an index lies, and how closely its expressions are looked at.
  ///
  /// @param tablespace empty for the database's own
  /// @param statistics of keys that are expressions
  public record Placement(
      Optional<Identifier> tablespace, List<KeyStatistics> statistics, Reach reach) {
    /// What an index has that says nothing about it.
    public static final Placement STANDARD =
        new Placement(Optional.empty(), List.of(), Reach.PARTITIONS);

    public Placement {
      statistics = List.copyOf(statistics);
    }

    /// Returns the same for an index of another reach.
    public Placement with(Reach other) {
      return new Placement(tablespace, statistics, other);
    }
  }

  /// Returns the same index as it is once its building succeeds.
  public Index built() {
    return isBuilt() ? this : reaching(Reach.PARTITIONS);
  }

  /// Returns the same index as another spells it, which was built even where this was not.
  public Index spelledAs(Index other) {
    return isBuilt() ? other : other.reaching(Reach.NOWHERE);
  }

  /// Returns the same index with another reach.
  public Index reaching(Reach other) {
    return new Index(
        name, uniqueness, method, keys, include, where, parameters, placement.with(other), comment);
  }

  /// Returns whether queries use it: its building did not fail.
  public boolean isBuilt() {
    return placement.reach() != Reach.NOWHERE;
  }

  /// @param place of the key, from 1
  /// @param target how closely `ANALYZE` looks
  public record KeyStatistics(int place, int target) {}

  /// Which rows an index finds.
  public enum Reach {
    /// All, those of partitions too.
    PARTITIONS,
    /// Some partitions of its table have none, so that the index is not valid.
    PARENT_ONLY,
    /// None: it was built concurrently, and that failed.
    NOWHERE
  }

  public Index {
    keys = List.copyOf(keys);
    include = List.copyOf(include);
    parameters = List.copyOf(parameters);
  }

  /// Returns the same index with what has no order of its own in the order of names.
  public Index inOrder() {
    return new Index(
        name,
        uniqueness,
        method,
        keys,
        include,
        where,
        Parameter.inOrder(parameters),
        placement,
        comment);
  }

  /// Returns the same index under another name.
  public Index named(Identifier other) {
    return new Index(
        other, uniqueness, method, keys, include, where, parameters, placement, comment);
  }

  public boolean isUnique() {
    return uniqueness != Uniqueness.NOT_UNIQUE;
  }

  /// Returns the columns that it is over; empty where it is also over expressions.
  public Optional<List<Identifier>> columns() {
    var columns = new ArrayList<Identifier>();
    for (var key : keys) {
      switch (key.target()) {
        case Target.OfColumn(var column) -> columns.add(column);
        case Target.OfExpression _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(List.copyOf(columns));
  }

  public enum Uniqueness {
    NOT_UNIQUE,
    UNIQUE,
    UNIQUE_NULLS_NOT_DISTINCT
  }

  /// One key of an index: what is indexed and how it is ordered.
  ///
  /// @param operatorClass empty for the default of its type, as PostgreSQL spells it
  /// @param collation empty for the default of its type
  public record Key(
      Target target,
      Optional<OperatorClass> operatorClass,
      Optional<QualifiedName> collation,
      Order order,
      Nulls nulls) {
    /// A key on a column with every default.
    public static Key of(Identifier column) {
      return new Key(
          new Target.OfColumn(column),
          Optional.empty(),
          Optional.empty(),
          Order.ASCENDING,
          Nulls.LAST);
    }
  }

  public sealed interface Target {
    record OfColumn(Identifier column) implements Target {}

    record OfExpression(SqlExpression expression) implements Target {}
  }

  /// @param namespace empty where its bare name finds it: in `pg_catalog` or the default namespace
  /// @param parameters as in `gist_ltree_ops (siglen = 100)`; mostly empty
  public record OperatorClass(
      Optional<Identifier> namespace, Identifier name, List<Parameter> parameters) {
    public OperatorClass {
      parameters = List.copyOf(parameters);
    }

    public OperatorClass(Identifier name, List<Parameter> parameters) {
      this(Optional.empty(), name, parameters);
    }

    public static OperatorClass of(String name) {
      return new OperatorClass(Identifier.of(name), List.of());
    }
  }

  public record Parameter(String name, String value) {
    /// Returns parameters in the order of their names: theirs means nothing.
    static List<Parameter> inOrder(List<Parameter> parameters) {
      return parameters.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }
  }

  public enum Order {
    ASCENDING,
    DESCENDING;

    /// Returns where NULLs go when nobody says so (PostgreSQL 17, 11.4).
    public Nulls defaultNulls() {
      return this == ASCENDING ? Nulls.LAST : Nulls.FIRST;
    }
  }

  public enum Nulls {
    FIRST,
    LAST
  }
}

package lockstep.schema;

import java.util.List;

/// What a table has its columns from. What it has as its parent has it, it keeps in step with the
/// parent without being told.
public sealed interface Lineage {
  /// From nowhere: all columns are its own.
  record None() implements Lineage {}

  /// @param own the columns that it would keep without its parents
  /// @param altered those it would not keep, of which every parent has another version
  record Inherits(
      List<QualifiedName> parents,
      List<Identifier> own,
      List<Identifier> altered,
      Inherited inherited,
      Making making)
      implements Lineage {
    public Inherits {
      parents = List.copyOf(parents);
      own = List.copyOf(own);
      altered = List.copyOf(altered);
    }
  }

  /// @param bound as in `FOR VALUES IN (1)` or `DEFAULT`
  /// @param altered the columns of which the parent has another version
  record PartitionOf(
      QualifiedName parent,
      SqlExpression bound,
      List<Identifier> altered,
      Inherited inherited,
      Making making)
      implements Lineage {
    public PartitionOf {
      altered = List.copyOf(altered);
    }
  }

  /// A table of a composite type.
  ///
  /// @param altered the columns that say more than the type does
  record OfType(QualifiedName type, List<Identifier> altered) implements Lineage {
    public OfType {
      altered = List.copyOf(altered);
    }
  }

  /// The constraints and indexes of a child that belong to those of its parents, sorted.
  record Inherited(List<Identifier> constraints, List<Identifier> indexes) {
    /// What a table without parents has.
    public static final Inherited NOTHING = new Inherited(List.of(), List.of());

    public Inherited {
      constraints = constraints.stream().sorted().toList();
      indexes = indexes.stream().sorted().toList();
    }
  }

  /// How such a table comes to be what it is.
  enum Making {
    /// Its columns stand where its parents have them, and what it inherits has the names that
    /// PostgreSQL gives it when it makes the table.
    FROM_PARENT,
    /// It is made alone and joins its parents.
    ALONE
  }

  /// Returns whether a column is as a parent or a type has it.
  default boolean isInherited(Identifier column) {
    return switch (this) {
      case None _ -> false;
      case Inherits it -> !it.own().contains(column) && !it.altered().contains(column);
      case PartitionOf it -> !it.altered().contains(column);
      case OfType it -> !it.altered().contains(column);
    };
  }

  /// Returns whether a column is one that the table would keep without its parents or its type.
  default boolean isOwn(Identifier column) {
    return switch (this) {
      case None _ -> true;
      case Inherits it -> it.own().contains(column);
      case PartitionOf _, OfType _ -> false;
    };
  }

  /// Returns whether the tables are children of the same parents, or of none; a partition may stand
  /// for other rows of them.
  default boolean hasParentsOf(Lineage other) {
    return this instanceof PartitionOf it && other instanceof PartitionOf that
        ? it.parent().equals(that.parent())
        : kind().equals(other.kind());
  }

  /// Returns the tables that it has columns from.
  default List<QualifiedName> parentTables() {
    return switch (this) {
      case None _, OfType _ -> List.of();
      case Inherits it -> it.parents;
      case PartitionOf it -> List.of(it.parent);
    };
  }

  /// Returns which constraints and indexes belong to those of a parent.
  default Inherited inherited() {
    return switch (this) {
      case None _, OfType _ -> Inherited.NOTHING;
      case Inherits it -> it.inherited;
      case PartitionOf it -> it.inherited;
    };
  }

  default Making making() {
    return switch (this) {
      case None _ -> Making.ALONE;
      case OfType _ -> Making.FROM_PARENT;
      case Inherits it -> it.making;
      case PartitionOf it -> it.making;
    };
  }

  /// Returns the same relation to other tables and types, whatever the columns and names are.
  default Lineage kind() {
    return switch (this) {
      case None it -> it;
      case OfType(var type, var _) -> new OfType(type, List.of());
      case Inherits it ->
          new Inherits(it.parents, List.of(), List.of(), Inherited.NOTHING, Making.ALONE);
      case PartitionOf it ->
          new PartitionOf(it.parent, it.bound, List.of(), Inherited.NOTHING, Making.ALONE);
    };
  }
}

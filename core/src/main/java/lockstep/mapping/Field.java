package lockstep.mapping;

import java.util.List;
import java.util.Optional;
import lockstep.schema.Constraint.ReferentialAction;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;

/// One attribute of a model.
public sealed interface Field {
  String name();

  Model.Visibility visibility();

  Optional<String> documentation();

  /// An attribute that a column holds.
  ///
  /// @param onCreate what the client fills in when an insert names no value
  /// @param onUpdate what the client fills in at every update
  record Scalar(
      String name,
      Identifier column,
      ClientDefault onCreate,
      ClientDefault onUpdate,
      Model.Visibility visibility,
      Optional<String> documentation)
      implements Field {}

  /// An attribute that reaches other rows.
  ///
  /// @param relation the relation's name, equal on both of its ends; empty where it needs none
  /// @param target name of the model that it reaches
  /// @param opposite name of the field of `target` that is the relation's other end
  record Relation(
      String name,
      Optional<String> relation,
      String target,
      Cardinality cardinality,
      Side side,
      Optional<String> opposite,
      Model.Visibility visibility,
      Optional<String> documentation)
      implements Field {}

  /// How many rows a relation reaches.
  enum Cardinality {
    ONE,
    ZERO_OR_ONE,
    MANY
  }

  /// Which end of a relation this is, and how rows are joined.
  sealed interface Side {
    /// The end whose table holds the reference.
    ///
    /// @param columns of this model's table
    /// @param references of the target's table, in the same order
    /// @param foreignKey its constraint; empty where the database has none
    /// @param clientActions what clients do in the place of a constraint; empty where they do
    ///   nothing
    record Owning(
        List<Identifier> columns,
        List<Identifier> references,
        Optional<Identifier> foreignKey,
        Optional<ClientActions> clientActions)
        implements Side {
      public Owning {
        columns = List.copyOf(columns);
        references = List.copyOf(references);
      }

      public Owning(
          List<Identifier> columns, List<Identifier> references, Optional<Identifier> foreignKey) {
        this(columns, references, foreignKey, Optional.empty());
      }
    }

    /// The end that the other model's table refers to.
    record Inverse() implements Side {}

    /// One end of a relation that an own table holds, as Prisma's `_AToB`.
    ///
    /// @param near column of `table` that refers to this model
    /// @param far column of `table` that refers to the target
    record Joined(QualifiedName table, Identifier near, Identifier far) implements Side {}
  }

  /// What a client does to the rows that refer to one, when it changes that one (Prisma 7,
  /// `relationMode = "prisma"`).
  record ClientActions(ReferentialAction onDelete, ReferentialAction onUpdate) {}
}

package lockstep.psl.analysis;

import java.util.Optional;

/// A relation between two models, which may be one.
public sealed interface Relation {
  /// A relation that a reference in one of the two tables holds.
  ///
  /// @param referencing the model whose table holds the reference
  /// @param forward the field of `referencing`; empty where it is missing
  /// @param back the field of `referenced`; empty where it is missing
  record Inline(
      Kind kind,
      String referencing,
      String referenced,
      Optional<RelationField> forward,
      Optional<RelationField> back)
      implements Relation {}

  /// A relation that a table of its own holds, which no model declares.
  ///
  /// @param fieldA the field of the model that comes first in the alphabet; of the two fields of
  ///   one model, the one that comes first
  record ManyToMany(RelationField fieldA, RelationField fieldB) implements Relation {
    public String modelA() {
      return fieldA.model();
    }

    public String modelB() {
      return fieldB.model();
    }

    /// Returns what the table is called.
    public String tableName() {
      return "_" + fieldA.effectiveName();
    }
  }

  /// Lists on both sides, one of which names fields: only document databases can hold that.
  record Embedded(RelationField fieldA, RelationField fieldB) implements Relation {}

  enum Kind {
    ONE_TO_ONE,
    ONE_TO_MANY
  }
}

package lockstep.diff;

import java.util.List;
import java.util.Optional;
import lockstep.mapping.Field;
import lockstep.mapping.Field.Side;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;

/// What makes a field the same in two mappings, whatever it is called.
sealed interface FieldIdentity {
  /// A field and what makes it the same.
  record Identified(FieldIdentity identity, Field field) {}

  record OfColumn(Identifier column) implements FieldIdentity {}

  /// @param table what the reference leads to
  record OfReference(List<Identifier> columns, Optional<QualifiedName> table)
      implements FieldIdentity {}

  /// @param table where the reference stands
  record OfInverse(List<Identifier> columns, Optional<QualifiedName> table)
      implements FieldIdentity {}

  record OfJoin(QualifiedName table, Identifier near) implements FieldIdentity {}

  /// An end whose other end is not known.
  record OfName(String name) implements FieldIdentity {}

  static Identified of(Mapping mapping, Field field) {
    return new Identified(
        switch (field) {
          case Field.Scalar it -> new OfColumn(it.column());
          case Field.Relation it -> ofRelation(mapping, it);
        },
        field);
  }

  private static FieldIdentity ofRelation(Mapping mapping, Field.Relation it) {
    var target = mapping.model(it.target());
    return switch (it.side()) {
      case Side.Owning(var columns, var _, var _, var _) ->
          new OfReference(columns, target.map(Model::relation));
      case Side.Joined(var table, var near, var _) -> new OfJoin(table, near);
      case Side.Inverse _ ->
          owningColumns(target, it)
              .<FieldIdentity>map(columns -> new OfInverse(columns, target.map(Model::relation)))
              .orElseGet(() -> new OfName(it.name()));
    };
  }

  private static Optional<List<Identifier>> owningColumns(
      Optional<Model> target, Field.Relation it) {
    return target
        .flatMap(there -> it.opposite().flatMap(there::field))
        .flatMap(
            opposite ->
                opposite instanceof Field.Relation end
                        && end.side() instanceof Side.Owning(var columns, var _, var _, var _)
                    ? Optional.of(columns)
                    : Optional.empty());
  }
}

package lockstep.psl.printer;

import java.util.Comparator;
import java.util.Optional;
import lockstep.mapping.Field;
import lockstep.mapping.Model;
import lockstep.psl.analysis.CodePoints;
import lockstep.text.Order;

/// One end of a relation: a field of a model, by the names of the mapping.
record RelationEnd(String model, String field) {
  private static final Comparator<RelationEnd> ORDER =
      Order.by(RelationEnd::model, CodePoints::compare)
          .then(Order.by(RelationEnd::field, CodePoints::compare));

  static RelationEnd of(Model model, Field.Relation field) {
    return new RelationEnd(model.name(), field.name());
  }

  /// Returns the end that stands for the relation: the one that holds the reference; of two that
  /// share a join table, the one that comes first in the alphabet.
  static RelationEnd first(Model model, Field.Relation field) {
    var own = of(model, field);
    var other = other(field);
    return switch (field.side()) {
      case Field.Side.Owning _ -> own;
      case Field.Side.Inverse _ -> other.orElse(own);
      case Field.Side.Joined _ -> other.filter(it -> ORDER.compare(it, own) < 0).orElse(own);
    };
  }

  static Optional<RelationEnd> other(Field.Relation field) {
    return field.opposite().map(it -> new RelationEnd(field.target(), it));
  }
}

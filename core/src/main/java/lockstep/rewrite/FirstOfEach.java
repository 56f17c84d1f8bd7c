package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;

/// Writes which rows of a relation are the first for each row that they belong to: one, or one of
/// each kind.
///
/// @param relation to many rows
/// @param target the model of those
record FirstOfEach(Draft draft, Field.Relation relation, Entity target) {
  /// Returns whether rows are told apart by one column, and refer to what they belong to.
  boolean isKnown() {
    return relation.cardinality() == Field.Cardinality.MANY
        && target.key().size() == 1
        && side().isPresent();
  }

  private Optional<Field.Side.Owning> side() {
    return relation
        .opposite()
        .flatMap(target::field)
        .filter(Field.Relation.class::isInstance)
        .map(it -> ((Field.Relation) it).side())
        .filter(Field.Side.Owning.class::isInstance)
        .map(Field.Side.Owning.class::cast);
  }

  /// Returns the attributes that say what rows belong to.
  List<Expression> owner() {
    return side().orElseThrow().columns().stream()
        .map(it -> attribute(target.column(it).orElseThrow()))
        .toList();
  }

  /// Returns the condition that only such rows fulfil.
  ///
  /// @param kinds what tells kinds apart; none where one row is the first
  Expression condition(
      List<Expression> conditions, List<Field.Scalar> kinds, List<Expression> order) {
    var key = attribute(target.key().getFirst());
    var each = new ArrayList<>(owner());
    kinds.stream().map(this::attribute).filter(it -> !each.contains(it)).forEach(each::add);
    var by = new ArrayList<>(each);
    OrderedRows.withKey(draft, target, order).stream()
        .filter(it -> !each.contains(Expression.verbatim(OrderedRows.column(it))))
        .forEach(by::add);
    var links = new ArrayList<Expression.Call>();
    if (!conditions.isEmpty()) {
      links.add(Expression.call("where", conditions.toArray(Expression[]::new)));
    }
    links.add(Expression.call("distinct", each.toArray(Expression[]::new)));
    links.add(Expression.call("order_by", by.toArray(Expression[]::new)));
    links.add(Expression.call("correlate", Expression.verbatim("None")));
    var first = new Expression.Chain(draft.sqlAlchemy("select", key), links);
    return new Expression.Chain(key, List.of(Expression.call("in_", first)));
  }

  private Expression attribute(Field.Scalar field) {
    return Expression.verbatim(draft.imports().model(target) + "." + target.attribute(field));
  }
}

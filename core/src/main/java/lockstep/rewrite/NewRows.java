package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;

/// Writes a new row with others that are made with it, as objects that a session saves together.
final class NewRows {
  private final Draft draft;

  NewRows(Draft draft) {
    this.draft = draft;
  }

  /// Returns whether a `data` makes rows of other models too.
  static boolean areIn(Entity entity, Expr data) {
    return data instanceof Expr.Dict dict
        && dict.entries().stream()
            .anyMatch(
                it ->
                    it.name()
                            .flatMap(entity::field)
                            .filter(Field.Relation.class::isInstance)
                            .isPresent()
                        && it.value() instanceof Expr.Dict written
                        && written.entries().stream()
                            .anyMatch(one -> one.name().filter("create"::equals).isPresent()));
  }

  /// Returns the construction of a row.
  Expression of(Entity entity, Expr.Dict data) {
    var arguments = new ArrayList<Expression.Item>();
    for (var entry : data.entries()) {
      var field = entry.name().flatMap(entity::field);
      if (field.isPresent()
          && field.get() instanceof Field.Relation relation
          && entry.value() instanceof Expr.Dict written
          && written.entries().stream()
              .anyMatch(it -> it.name().filter("create"::equals).isPresent())) {
        arguments.add(Expression.keyword(entity.attribute(relation), related(relation, written)));
      } else {
        new Assignments(draft, Assignments.Kind.INSERT)
            .entry(entity, entry)
            .forEach(it -> arguments.add(assigned(entity, it)));
      }
    }
    return Expression.call(draft.imports().model(entity), arguments);
  }

  /// A session that is given a row with its key would change the one that has that key.
  private Expression.Item assigned(Entity entity, Assignments.Assigned it) {
    if (entity.key().stream().anyMatch(key -> entity.attribute(key).equals(it.attribute()))) {
      draft.refuse("rows of others are made with one whose key is given.");
    }
    return Expression.keyword(it.attribute(), it.value());
  }

  private Expression related(Field.Relation relation, Expr.Dict written) {
    var target = draft.words().model(relation.target());
    if (target.isEmpty() || written.entries().size() != 1) {
      return draft.refuse(
          "what is written through `%s` is not converted.".formatted(relation.name()));
    }
    var rows = new ArrayList<Expression>();
    for (var it : elements(written.entries().getFirst().value())) {
      rows.add(
          it instanceof Expr.Dict dict
              ? of(target.get(), dict)
              : draft.refuse("what is created is only known when it runs."));
    }
    return relation.cardinality() == Field.Cardinality.MANY
        ? Expression.list(rows)
        : rows.size() == 1
            ? rows.getFirst()
            : draft.refuse("`%s` is one row.".formatted(relation.name()));
  }

  private static List<Expr> elements(Expr value) {
    return value instanceof Expr.Display(var _, var _, var elements) ? elements : List.of(value);
  }

  /// Says in the draft where what shall be included is not made with the row.
  void requireIncluded(Entity entity, Expr.Dict data, Expr include) {
    if (!(include instanceof Expr.Dict dict)) {
      draft.refuse("what is included is only known when it runs.");
      return;
    }
    for (var it : dict.entries()) {
      var isMade =
          data.entries().stream()
              .anyMatch(one -> one.name().isPresent() && one.name().equals(it.name()));
      if (!isMade || !it.value().isTrue()) {
        draft.refuse("what is included is not all made with the row.");
      }
    }
  }
}

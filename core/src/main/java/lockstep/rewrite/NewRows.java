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

  /// Returns whether all that a `data` writes is new, so that a session can save it as objects. One
  /// that is given a row with its key would change the one that has that key.
  boolean areAll(Entity entity, Expr.Dict data) {
    return data.entries().stream()
        .allMatch(
            it ->
                switch (it.name().flatMap(entity::field).orElse(null)) {
                  case Field.Relation relation -> isNew(relation, it.value());
                  case Field.Scalar scalar -> !entity.key().contains(scalar);
                  case null -> it.key().isPresent();
                });
  }

  private boolean isNew(Field.Relation relation, Expr value) {
    var target = draft.words().model(relation.target());
    if (target.isEmpty()
        || !(value instanceof Expr.Dict written)
        || written.entries().size() != 1) {
      return false;
    }
    var only = written.entries().getFirst();
    return switch (only.name().orElse("")) {
      case "create" ->
          elements(only.value()).stream()
              .allMatch(it -> it instanceof Expr.Dict dict && areAll(target.get(), dict));
      case "connect" -> relation.side() instanceof Field.Side.Owning && !draft.expectsMissingRow();
      default -> false;
    };
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
            .forEach(it -> arguments.add(Expression.keyword(it.attribute(), it.value())));
      }
    }
    return Expression.call(draft.imports().model(entity), arguments);
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

  /// Returns whether all that shall be included is made with the row.
  static boolean areMade(Expr.Dict data, Expr include) {
    return include instanceof Expr.Dict dict
        && dict.entries().stream()
            .allMatch(
                it ->
                    it.value().isTrue()
                        && data.entries().stream()
                            .anyMatch(
                                one -> one.name().isPresent() && one.name().equals(it.name())));
  }
}

package lockstep.rewrite;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Shape;
import lockstep.schema.Identifier;

/// Writes what an `order` says as arguments of `order_by`.
final class Sorting {
  private final Draft draft;

  Sorting(Draft draft) {
    this.draft = draft;
  }

  List<Expression> of(Entity entity, Expr order) {
    return switch (order) {
      case Expr.Dict dict when dict.entries().stream().anyMatch(Sorting::isOfUnknown) ->
          List.of(helped(entity, order));
      case Expr.Dict dict -> dict.entries().stream().map(it -> entry(entity, it)).toList();
      case Expr.Display(var _, var shape, var elements) when shape != Shape.SET ->
          elements.stream().flatMap(it -> of(entity, it).stream()).toList();
      default -> order.isNone() ? List.of() : List.of(helped(entity, order));
    };
  }

  /// `{field: direction}`, whose field a variable names.
  private static boolean isOfUnknown(Expr.Entry entry) {
    return entry.key().isPresent() && entry.name().isEmpty();
  }

  private Expression helped(Entity entity, Expr order) {
    var dict = Expression.verbatim(draft.source(order));
    return Expression.verbatim("*" + draft.helped("ordering", entity, dict).flat());
  }

  private Expression unknown() {
    return draft.refuse("the order is only known when it runs.");
  }

  /// Returns what one entry orders by.
  Expression entry(Entity entity, Expr.Entry entry) {
    var field = entry.name().flatMap(entity::field);
    if (field.isPresent()
        && field.get() instanceof Field.Relation relation
        && entry.value() instanceof Expr.Dict(var _, var _, var inner)
        && inner.size() == 1) {
      return related(entity, relation, inner.getFirst());
    }
    if (field.isEmpty() || !(field.get() instanceof Field.Scalar scalar)) {
      return draft.refuse(
          entry
              .name()
              .map(
                  it ->
                      field.isEmpty()
                          ? "`%s` is no field of %s.".formatted(it, entity.name())
                          : "rows are not ordered by `%s` here.".formatted(it))
              .orElse("the order is only known when it runs."));
    }
    var attribute = draft.imports().model(entity) + "." + entity.attribute(scalar);
    return directed(attribute, entry.value());
  }

  /// By a column of the one row that is related, or by how many rows are.
  private Expression related(Entity entity, Field.Relation relation, Expr.Entry by) {
    var target = draft.words().model(relation.target());
    if (target.isEmpty() || target.get().equals(entity)) {
      return draft.refuse("rows are not ordered by `%s` here.".formatted(relation.name()));
    }
    var counts = by.name().filter("_count"::equals).isPresent();
    var owner = relation.side() instanceof Field.Side.Owning ? entity : target.get();
    var other = owner == entity ? target.get() : entity;
    var side =
        owner == entity
            ? Optional.of(relation.side())
            : relation
                .opposite()
                .flatMap(owner::field)
                .filter(Field.Relation.class::isInstance)
                .map(it -> ((Field.Relation) it).side());
    if (counts != (relation.cardinality() == Field.Cardinality.MANY)
        || !(side.orElse(null) instanceof Field.Side.Owning columns)) {
      return draft.refuse("rows are not ordered by `%s` here.".formatted(relation.name()));
    }
    var same = new ArrayList<Expression>();
    for (var i = 0; i < columns.columns().size(); i++) {
      same.add(
          Expression.verbatim(
              attribute(other, columns.references().get(i))
                  + " == "
                  + attribute(owner, columns.columns().get(i))));
    }
    var links = new ArrayList<Expression.Call>();
    if (counts) {
      links.add(
          Expression.call("select_from", Expression.verbatim(draft.imports().model(target.get()))));
    }
    links.add(Expression.call("where", same.toArray(Expression[]::new)));
    links.add(Expression.call("correlate", Expression.verbatim(draft.imports().model(entity))));
    links.add(Expression.call("scalar_subquery"));
    directions(by.value()).forEach(it -> links.add(Expression.call(it)));
    return new Expression.Chain(draft.sqlAlchemy("select", what(target.get(), by)), links);
  }

  private Expression what(Entity target, Expr.Entry by) {
    return Expression.verbatim(
        by.name().filter("_count"::equals).isPresent()
            ? draft.imports().sqlAlchemy("func") + ".count()"
            : draft
                .scalar(target, by.name().orElse("**"))
                .map(it -> draft.imports().model(target) + "." + target.attribute(it))
                .orElse("..."));
  }

  private String attribute(Entity entity, Identifier column) {
    return draft.imports().model(entity)
        + "."
        + entity.attribute(entity.column(column).orElseThrow());
  }

  /// @param attribute or what is computed
  /// @param direction as the client is told it
  Expression directed(String attribute, Expr direction) {
    return switch (direction) {
      case Expr.Text _, Expr.Dict _, Expr.Constant _ -> plain(attribute, direction);
      case Expr.Other(var _, var kind, var parts)
          when kind.equals("IfExp")
              && parts.get(1) instanceof Expr.Text first
              && parts.get(2) instanceof Expr.Text second ->
          new Expression.Conditional(
              plain(attribute, first), draft.operand(parts.getFirst()), plain(attribute, second));
      default -> {
        draft.note(
            "where `%s` is not `desc`, it means ascending; the client refuses other words."
                .formatted(Conditions.oneLine(draft.source(direction))));
        yield new Expression.Conditional(
            Expression.verbatim(attribute + ".desc()"),
            draft.operand(direction) + " == \"desc\"",
            Expression.verbatim(attribute));
      }
    };
  }

  private Expression plain(String attribute, Expr direction) {
    return Expression.verbatim(
        directions(direction).stream()
            .map(it -> "." + it + "()")
            .collect(joining("", attribute, "")));
  }

  /// Returns the methods that say a direction.
  private List<String> directions(Expr direction) {
    return switch (direction) {
      case Expr.Text(var _, var word) -> directions(word, "");
      case Expr.Dict(var _, var _, var entries) -> detailed(entries);
      default -> unknownDirection();
    };
  }

  private List<String> detailed(List<Expr.Entry> entries) {
    var direction = "";
    var nulls = "";
    for (var it : entries) {
      if (!(it.value() instanceof Expr.Text(var _, var word))) {
        return unknownDirection();
      }
      switch (it.name().orElse("")) {
        case "sort" -> direction = word;
        case "nulls" -> nulls = word;
        default -> {
          return unknownDirection();
        }
      }
    }
    return directions(direction, nulls);
  }

  private List<String> directions(String direction, String nulls) {
    var after =
        switch (nulls) {
          case "first" -> List.of("nulls_first");
          case "last" -> List.of("nulls_last");
          default -> List.<String>of();
        };
    return switch (direction) {
      case "asc" -> after.isEmpty() ? after : List.of("asc", after.getFirst());
      case "desc" -> after.isEmpty() ? List.of("desc") : List.of("desc", after.getFirst());
      default -> unknownDirection();
    };
  }

  private List<String> unknownDirection() {
    unknown();
    return List.of();
  }
}

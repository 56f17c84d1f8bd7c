package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;

/// Writes what an `include` says as loader options.
///
/// One row that belongs to each is joined; several are loaded by a statement of their own, as the
/// client does, so that no row comes twice.
final class Loading {
  private final Draft draft;
  private final Way way;

  /// How the rows themselves are loaded.
  enum Way {
    SELECTED,
    /// By a statement that writes and returns: nothing can be joined to it.
    RETURNED
  }

  Loading(Draft draft, Way way) {
    this.draft = draft;
    this.way = way;
  }

  List<Expression> options(Entity entity, Expr include) {
    if (include.isNone()) {
      return List.of();
    }
    if (!(include instanceof Expr.Dict dict)) {
      var given = Expression.verbatim(draft.source(include));
      return List.of(Expression.verbatim("*" + draft.helped("options", entity, given).flat()));
    }
    var options = new ArrayList<Expression>();
    for (var it : dict.entries()) {
      option(entity, it, options);
    }
    return options;
  }

  private void option(Entity entity, Expr.Entry entry, List<Expression> into) {
    var field = entry.name().flatMap(entity::field);
    if (field.isEmpty() || !(field.get() instanceof Field.Relation relation)) {
      draft.refuse(
          "`%s` is no relation of %s.".formatted(entry.name().orElse("**"), entity.name()));
      return;
    }
    var target = draft.words().model(relation.target());
    if (target.isEmpty()) {
      draft.refuse("`%s` reaches what has no class.".formatted(relation.name()));
      return;
    }
    var attribute = draft.imports().model(entity) + "." + entity.attribute(relation);
    switch (entry.value()) {
      case Expr.Constant(var _, var kind) when kind == Expr.Kind.TRUE ->
          into.add(loader(relation, Expression.verbatim(attribute), List.of()));
      case Expr.Constant(var _, var kind) when kind != Expr.Kind.OTHER -> {}
      case Expr.Dict details -> into.add(detailed(relation, attribute, target.get(), details));
      default ->
          draft.refuse(
              "whether `%s` is included is only known when it runs.".formatted(relation.name()));
    }
  }

  private Expression detailed(
      Field.Relation relation, String attribute, Entity target, Expr.Dict details) {
    var inner = new ArrayList<Expression>();
    Expression reached = Expression.verbatim(attribute);
    for (var it : details.entries()) {
      switch (it.name().orElse("")) {
        case "include" -> inner.addAll(options(target, it.value()));
        case "where" -> {
          var conditions = new Conditions(draft).of(target, it.value());
          if (!conditions.isEmpty()) {
            reached =
                new Expression.Chain(
                    reached,
                    List.of(
                        new Expression.Call(
                            "and_", conditions.stream().map(Expression::item).toList())));
          }
        }
        default ->
            draft.refuse(
                "`%s` inside an include is not converted.".formatted(it.name().orElse("**")));
      }
    }
    return loader(relation, reached, inner);
  }

  private Expression loader(Field.Relation relation, Expression reached, List<Expression> inner) {
    var isMany = relation.cardinality() == Field.Cardinality.MANY;
    var function = isMany || way == Way.RETURNED ? "selectinload" : "joinedload";
    var name = draft.imports().name("sqlalchemy.orm", function, "sa_" + function);
    var load = Expression.call(name, reached);
    if (inner.isEmpty()) {
      return load;
    }
    if (inner.size() == 1 && inner.getFirst() instanceof Expression.Call only) {
      return new Expression.Chain(load, List.of(only));
    }
    if (inner.size() == 1
        && inner.getFirst() instanceof Expression.Chain(Expression.Call first, var links)) {
      var all = new ArrayList<Expression.Call>();
      all.add(first);
      all.addAll(links);
      return new Expression.Chain(load, all);
    }
    return new Expression.Chain(
        load,
        List.of(new Expression.Call("options", inner.stream().map(Expression::item).toList())));
  }
}

package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;

/// Writes what a `where` says of rows that a row is related to.
final class RelatedConditions {
  private final Draft draft;
  private final Sense sense;
  private final Conditions plain;

  RelatedConditions(Draft draft, Sense sense) {
    this.draft = draft;
    this.sense = sense;
    this.plain = new Conditions(draft, sense);
  }

  Expression of(Entity entity, Field.Relation field, Expr value) {
    var target = draft.words().model(field.target());
    if (target.isEmpty()) {
      return draft.refuse("`%s` reaches what has no class.".formatted(field.name()));
    }
    var attribute = draft.imports().model(entity) + "." + entity.attribute(field);
    var isMany = field.cardinality() == Field.Cardinality.MANY;
    if (value.isNone()) {
      return Expression.verbatim("~" + attribute + ".has()");
    }
    if (value instanceof Expr.Name name && !isMany) {
      return ofOne(name, attribute, target.get());
    }
    if (!(value instanceof Expr.Dict dict)) {
      return plain.unknown(value);
    }
    var quantifiers = dict.entries().stream().map(it -> quantified(attribute, target.get(), it));
    var parts = quantifiers.flatMap(Optional::stream).toList();
    if (parts.size() == dict.entries().size() && !parts.isEmpty()) {
      return plain.together(parts);
    }
    return isMany
        ? draft.refuse(
            "the filter of `%s` says neither some, every nor none.".formatted(field.name()))
        : one("", attribute, target.get(), dict, sense);
  }

  /// What a variable says of the one row that is related: where that is nothing, the row may be
  /// missing (Prisma 7).
  private Expression ofOne(Expr.Name variable, String attribute, Entity target) {
    if (!draft.follows(variable, Variables.Use.RELATED)) {
      return plain.unknown(variable);
    }
    if (saysSomething(variable)) {
      return one("", attribute, target, variable, sense);
    }
    var inner = inner(sense);
    var said = refusal(variable, inner).orElseGet(() -> together(variable));
    return new Expression.Conditional(
        exists("", attribute, "has", Optional.of(inner.isOfFailing() ? orNull(said) : said)),
        variable.id(),
        draft.sqlAlchemy("true"));
  }

  private boolean saysSomething(Expr.Name variable) {
    return draft
        .follow(variable, Variables.Use.RELATED)
        .filter(it -> it.filling() == Variables.Filling.ALWAYS)
        .isPresent();
  }

  private Optional<Expression> quantified(String attribute, Entity target, Expr.Entry entry) {
    var value = entry.value();
    return switch (entry.name().orElse("")) {
      case "is" ->
          Optional.of(
              value.isNone()
                  ? exists("~", attribute, "has", Optional.empty())
                  : one("", attribute, target, value, sense));
      case "is_not", "isNot" ->
          Optional.of(
              value.isNone()
                  ? exists("", attribute, "has", Optional.empty())
                  : one("~", attribute, target, value, sense.ofIsNot()));
      case "some" -> Optional.of(any("", attribute, target, value));
      case "none" -> Optional.of(any("~", attribute, target, value));
      case "every" -> {
        var held = condition(target, value, sense.ofEvery());
        var failed = draft.sqlAlchemy("not_", held.orElseGet(() -> draft.sqlAlchemy("true")));
        yield Optional.of(exists("~", attribute, "any", Optional.of(failed)));
      }
      default -> Optional.empty();
    };
  }

  private Expression any(String sign, String attribute, Entity target, Expr value) {
    return exists(sign, attribute, "any", condition(target, value, sense.ofExisting()));
  }

  /// What shall fail of the row that is there fails for certain: a NULL is no answer.
  ///
  /// @param asked what is asked of the row
  private Expression one(String sign, String attribute, Entity target, Expr value, Sense asked) {
    var inner = inner(asked);
    var condition = condition(target, value, inner);
    return exists(
        sign,
        attribute,
        "has",
        inner.isOfFailing() && mayBeNull(target, value) ? condition.map(this::orNull) : condition);
  }

  private static Sense inner(Sense asked) {
    return asked.reach() == Sense.Reach.APART ? asked.ofExisting() : asked;
  }

  private Expression orNull(Expression condition) {
    return Expression.call(
        draft.imports().sqlAlchemy("func") + ".coalesce", condition, draft.sqlAlchemy("true"));
  }

  private boolean mayBeNull(Entity target, Expr value) {
    return !(value instanceof Expr.Dict dict) || PerhapsNull.is(target, dict);
  }

  /// Returns one condition for all that is said of a row; empty where nothing is.
  private Optional<Expression> condition(Entity target, Expr value, Sense inner) {
    return switch (value) {
      case Expr.Dict dict ->
          Optional.of(new Conditions(draft, inner).all(target, dict))
              .filter(it -> !it.isEmpty())
              .map(plain::together);
      case Expr.Name variable -> Optional.of(followed(variable, inner));
      case Expr it -> Optional.of(plain.unknown(it));
    };
  }

  private Expression followed(Expr.Name variable, Sense inner) {
    return refusal(variable, inner)
        .orElseGet(
            () ->
                saysSomething(variable)
                    ? together(variable)
                    : draft.sqlAlchemy("and_", draft.sqlAlchemy("true"), spread(variable)));
  }

  private Optional<Expression> refusal(Expr.Name variable, Sense inner) {
    var followed = draft.follow(variable, Variables.Use.RELATED);
    if (followed.isEmpty()) {
      return Optional.of(plain.unknown(variable));
    }
    return new FollowedDict(followed.get(), draft).isSaidBy(inner)
        ? Optional.empty()
        : Optional.of(
            draft.refuse(
                "what `%s` says of rows means something else under a `NOT`."
                    .formatted(variable.id())));
  }

  private Expression together(Expr.Name variable) {
    return draft.sqlAlchemy("and_", spread(variable));
  }

  private static Expression spread(Expr.Name variable) {
    return Expression.verbatim("*" + variable.id());
  }

  private Expression exists(
      String sign, String attribute, String method, Optional<Expression> condition) {
    return new Expression.Chain(
        Expression.verbatim(sign + attribute),
        List.of(new Expression.Call(method, condition.stream().map(Expression::item).toList())));
  }
}

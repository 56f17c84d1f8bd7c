package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;

/// Tells whether all that a `where` says is written out, in it or where a variable gets its dict.
record KnownConditions(Draft draft) {
  private static final Set<String> LOGICAL = Set.of("AND", "OR", "NOT");

  boolean are(Entity entity, Expr.Dict dict) {
    return are(entity, dict.entries());
  }

  private boolean are(Entity entity, List<Expr.Entry> entries) {
    return entries.stream()
            .allMatch(
                it ->
                    it.key().isEmpty()
                        ? it.value() instanceof Expr.Other either && are(entity, either)
                        : it.name().filter(name -> isKnown(entity, name, it.value())).isPresent())
        && (EitherDict.areDistinct(entries)
            || entries.stream().noneMatch(it -> it.key().isEmpty()));
  }

  /// Returns whether an expression is one dict or another, both of them known.
  boolean are(Entity entity, Expr.Other value) {
    return EitherDict.of(value)
        .filter(it -> it.dicts().allMatch(dict -> are(entity, dict)))
        .isPresent();
  }

  /// Returns whether a variable holds a dict of which all is known.
  boolean holds(Entity entity, Expr.Name variable) {
    return draft
        .held(variable, Variables.Use.WHERE)
        .filter(
            it ->
                it.literals().allMatch(dict -> are(entity, dict))
                    && it.extensions().stream().allMatch(more -> are(entity, more.entries())))
        .isPresent();
  }

  private boolean isKnown(Entity entity, String name, Expr value) {
    if (LOGICAL.contains(name)) {
      return isKnownGroup(entity, value);
    }
    var target =
        entity.field(name).orElse(null) instanceof Field.Relation relation
            ? draft.words().model(relation.target())
            : Optional.<Entity>empty();
    return switch (value) {
      case Expr.Name it when target.isPresent() -> draft.follows(it, Variables.Use.RELATED);
      case Expr.Dict it when target.isPresent() -> areRelatedKnown(target.get(), it);
      case Expr.Dict it -> are(entity, it);
      case Expr.Other(var _, var kind, var parts)
          when kind.equals("IfExp") && entity.field(name).orElse(null) instanceof Field.Scalar ->
          parts.stream().skip(1).allMatch(it -> isKnown(entity, name, it));
      default -> !draft.hidesDict(value);
    };
  }

  private boolean isKnownGroup(Entity entity, Expr value) {
    return switch (value) {
      case Expr.Dict it -> are(entity, it);
      case Expr.Name it ->
          draft
              .held(it, Variables.Use.CONDITIONS)
              .filter(one -> one.elements().allMatch(dict -> are(entity, dict)))
              .isPresent();
      case Expr.Display it -> it.elements().stream().allMatch(one -> isKnownGroup(entity, one));
      case Expr.Comprehension it ->
          it.results().size() == 1 && isKnownGroup(entity, it.results().getFirst());
      default -> false;
    };
  }

  private boolean areRelatedKnown(Entity target, Expr.Dict dict) {
    return dict.entries().stream()
        .allMatch(
            it ->
                it.name().filter(GivenDicts.QUANTIFIERS::contains).isEmpty()
                    ? are(target, new Expr.Dict(dict.span(), List.of(it)))
                    : switch (it.value()) {
                      case Expr.Name name -> draft.follows(name, Variables.Use.RELATED);
                      case Expr.Dict inner -> are(target, inner);
                      default -> !draft.hidesDict(it.value());
                    });
  }
}

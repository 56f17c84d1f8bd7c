package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Item;
import lockstep.mapping.Field;
import lockstep.rewrite.QueryWriter.Session;
import lockstep.rewrite.QueryWriter.Sharing;
import lockstep.rewrite.syntax.Expr;

/// Writes calls that make or change a row together with rows that are related to it.
///
/// Rows that are all new become objects. What is done to rows that are there needs several
/// statements, of which each depends on what the one before has found: a function of the helpers
/// runs them.
final class RelatedRows {
  private static final Set<String> OF_REFERENCE =
      Set.of("create", "connect", "connect_or_create", "connectOrCreate", "disconnect");
  private static final Set<String> OF_ROWS =
      Set.of(
          "create",
          "connect",
          "connect_or_create",
          "connectOrCreate",
          "disconnect",
          "set",
          "delete");

  private final Draft draft;
  private final Session session;
  private final Values values;

  RelatedRows(Draft draft, Session session) {
    this.draft = draft;
    this.session = session;
    this.values = new Values(draft);
  }

  /// Returns whether a `data` writes other rows, or needs to know of them.
  boolean areWritten(Entity entity, Expr.Dict data) {
    return data.entries().stream()
        .anyMatch(
            it ->
                relation(entity, it)
                    .filter(
                        relation ->
                            !(relation.side() instanceof Field.Side.Owning side)
                                || isLookedFor(entity, relation, side, it)
                                || isExpected(it)
                                || words(it)
                                    .anyMatch(
                                        word ->
                                            !word.equals("connect") && !word.equals("disconnect")))
                    .isPresent());
  }

  /// Returns whether code catches that a row that is connected is not there. What is in a batch is
  /// not run here.
  private boolean isExpected(Expr.Entry entry) {
    return draft.expectsMissingRow()
        && session.sharing() != Sharing.COLLECTED
        && words(entry).anyMatch("connect"::equals);
  }

  /// Returns whether a row is connected by what the reference does not hold, and may be without
  /// one: a row that is missing is no NULL.
  private boolean isLookedFor(
      Entity entity, Field.Relation relation, Field.Side.Owning side, Expr.Entry entry) {
    var target = draft.words().model(relation.target());
    var isNullable =
        side.columns().stream()
            .flatMap(it -> entity.column(it).stream())
            .anyMatch(entity::isNullable);
    return isNullable
        && target.isPresent()
        && entry.value() instanceof Expr.Dict dict
        && dict.entries().stream()
            .filter(it -> isNamed(it, "connect"))
            .map(Expr.Entry::value)
            .filter(Expr.Dict.class::isInstance)
            .flatMap(it -> ((Expr.Dict) it).entries().stream())
            .anyMatch(
                it ->
                    side.references().stream()
                        .flatMap(one -> target.get().column(one).stream())
                        .noneMatch(one -> isNamed(it, one.name())));
  }

  private static Optional<Field.Relation> relation(Entity entity, Expr.Entry entry) {
    return entry
        .name()
        .flatMap(entity::field)
        .filter(Field.Relation.class::isInstance)
        .map(Field.Relation.class::cast);
  }

  private static Stream<String> words(Expr.Entry entry) {
    return entry.value() instanceof Expr.Dict dict
        ? dict.entries().stream().map(it -> it.name().orElse(""))
        : Stream.empty();
  }

  /// @param include what is loaded beside the new row
  Expression create(Entity entity, Expr.Dict data, Optional<Expr> include) {
    var objects = new NewRows(draft);
    if (session.sharing() == Sharing.ALONE
        && objects.areAll(entity, data)
        && include.filter(it -> !NewRows.areMade(data, it)).isEmpty()) {
      return session.call("merge", objects.of(entity, data));
    }
    return run("create_with", entity, Stream.of(data(entity, data)), include);
  }

  /// @param where the conditions that name the row
  Expression update(Entity entity, List<Expression> where, Expr.Dict data, Optional<Expr> include) {
    if (entity.key().stream()
        .anyMatch(key -> data.entries().stream().anyMatch(it -> isNamed(it, key.name())))) {
      draft.refuse("its key changes together with rows that are related to it.");
    }
    return run(
        "update_with", entity, Stream.of(Expression.list(where), data(entity, data)), include);
  }

  private static boolean isNamed(Expr.Entry entry, String name) {
    return entry.name().filter(name::equals).isPresent();
  }

  private Expression run(
      String function, Entity entity, Stream<Expression> what, Optional<Expr> include) {
    if (session.sharing() == Sharing.COLLECTED) {
      return draft.refuse("rows that are related to one are written with it in a batch.");
    }
    var options =
        include
            .map(it -> new Loading(draft, Loading.Way.SELECTED).options(entity, it))
            .orElse(List.of());
    var isAwaited = !session.await().isEmpty();
    var helper = draft.helper(function);
    var first = Expression.verbatim(isAwaited ? helper : session.variable());
    var model = Expression.verbatim(draft.imports().model(entity));
    var given =
        Stream.of(Stream.of(first, model), what, options.stream())
            .flatMap(it -> it)
            .toArray(Expression[]::new);
    return isAwaited ? session.call("run_sync", given) : Expression.call(helper, given);
  }

  /// Returns a `data` as the helpers read it: by the names of fields, with values as columns take
  /// them. What is spread in it has those names already.
  private Expression data(Entity entity, Expr.Dict data) {
    var items = new ArrayList<Item>();
    for (var entry : data.entries()) {
      if (entry.key().isEmpty()) {
        items.add(new Item("**", Expression.verbatim(draft.operand(entry.value()))));
        continue;
      }
      var field = entry.name().flatMap(entity::field);
      if (field.isEmpty()) {
        return draft.refuse(
            entry
                .name()
                .map(it -> "`%s` is no field of %s.".formatted(it, entity.name()))
                .orElse("a field is only known when it runs."));
      }
      var value =
          switch (field.get()) {
            case Field.Scalar it -> scalar(entity, it, entry.value());
            case Field.Relation it -> related(it, entry.value());
          };
      items.add(Expression.entry(Expression.text(field.get().name()), value));
    }
    return Expression.dict(items);
  }

  private Expression scalar(Entity entity, Field.Scalar field, Expr value) {
    var type = entity.type(field);
    if (Conditions.isJson(type) || !(value instanceof Expr.Dict dict)) {
      return !Conditions.isJson(type) && draft.hidesDict(value)
          ? draft.refuse("what is done to `%s` is only known when it runs.".formatted(field.name()))
          : values.of(type, value);
    }
    if (dict.entries().size() != 1 || dict.entries().getFirst().name().isEmpty()) {
      return draft.refuse("the operation on `%s` is not converted.".formatted(field.name()));
    }
    var only = dict.entries().getFirst();
    return Expression.dict(
        List.of(
            Expression.entry(Expression.text(only.name().get()), values.of(type, only.value()))));
  }

  private Expression related(Field.Relation relation, Expr value) {
    var target = draft.words().model(relation.target());
    if (target.isEmpty() || !(value instanceof Expr.Dict dict) || dict.entries().isEmpty()) {
      return unknown(relation);
    }
    var isReference = relation.side() instanceof Field.Side.Owning;
    if (isReference && dict.entries().size() > 1) {
      return unknown(relation);
    }
    var items = new ArrayList<Item>();
    for (var it : dict.entries()) {
      var word = it.name().orElse("");
      if (!(isReference ? OF_REFERENCE : OF_ROWS).contains(word)) {
        return unknown(relation);
      }
      if (word.equals("disconnect") && isRequired(relation, target.get())) {
        return draft.refuse(
            "`%s` is required: Prisma refuses to let it go.".formatted(relation.name()));
      }
      items.add(Expression.entry(Expression.text(word), written(target.get(), word, it.value())));
    }
    return Expression.dict(items);
  }

  /// Returns whether the rows that hold the reference cannot be without it.
  private static boolean isRequired(Field.Relation relation, Entity target) {
    var holding =
        relation.side() instanceof Field.Side.Owning
            ? Optional.of(relation)
            : relation.opposite().flatMap(target::field);
    return holding
        .filter(
            it -> it instanceof Field.Relation one && one.cardinality() == Field.Cardinality.ONE)
        .isPresent();
  }

  private Expression unknown(Field.Relation relation) {
    return draft.refuse(
        "what is written through `%s` is not converted.".formatted(relation.name()));
  }

  private Expression written(Entity target, String word, Expr value) {
    return switch (word) {
      case "create" -> each(value, it -> data(target, it));
      case "connect_or_create", "connectOrCreate" -> each(value, it -> either(target, it));
      default -> Expression.verbatim(draft.argument(value));
    };
  }

  private Expression either(Entity target, Expr.Dict dict) {
    var items = new ArrayList<Item>();
    for (var it : dict.entries()) {
      switch (it.name().orElse("")) {
        case "where" ->
            items.add(
                Expression.entry(
                    Expression.text("where"), Expression.verbatim(draft.argument(it.value()))));
        case "create" ->
            items.add(
                Expression.entry(
                    Expression.text("create"), each(it.value(), one -> data(target, one))));
        default -> draft.refuse("what is connected or created is only known when it runs.");
      }
    }
    return Expression.dict(items);
  }

  /// One dict, or a list of them.
  private Expression each(Expr value, Function<Expr.Dict, Expression> one) {
    return value instanceof Expr.Dict dict
        ? one.apply(dict)
        : draft
            .each(value, one)
            .orElseGet(() -> draft.refuse("what is created is only known when it runs."));
  }
}

package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;
import lockstep.schema.ScalarType;

/// Writes what a `group_by` asks for: the columns, what is computed of each group, and the dict
/// that the client makes of it.
final class Grouping {
  /// What rows of SQLAlchemy have as methods (SQLAlchemy 2.1, `Row`).
  private static final Set<String> METHODS = Set.of("count", "index", "t", "tuple");

  private static final Set<ScalarType> TIMES =
      Set.of(ScalarType.TIMESTAMP, ScalarType.TIMESTAMPTZ, ScalarType.DATE);

  private final Draft draft;
  private final Entity entity;
  private final List<Expression> columns = new ArrayList<>();
  private final List<Expression> groups = new ArrayList<>();
  private final List<Expression.Item> entries = new ArrayList<>();
  private final Set<String> labels = new LinkedHashSet<>();

  /// What is computed of the rows of a group.
  enum Aggregate {
    SUM,
    AVG,
    MIN,
    MAX,
    COUNT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Grouping(Draft draft, Entity entity) {
    this.draft = draft;
    this.entity = entity;
  }

  /// Returns what is selected.
  Expression[] columns() {
    return columns.toArray(Expression[]::new);
  }

  Expression[] groups() {
    return groups.toArray(Expression[]::new);
  }

  /// Returns the dict of one group, of a row in the variable `row`.
  Expression dict() {
    return Expression.dict(entries);
  }

  void by(Expr fields) {
    draft
        .scalars(entity, fields, "by what is grouped is only known when it runs.")
        .forEach(this::by);
  }

  private void by(Field.Scalar field) {
    var attribute = attribute(field);
    var name = entity.attribute(field);
    var label = label(name);
    groups.add(Expression.verbatim(attribute));
    columns.add(
        Expression.verbatim(
            label.equals(name) ? attribute : attribute + ".label(\"" + label + "\")"));
    entries.add(entry(field, label));
    noteText(field);
  }

  /// The client gives what is grouped as JSON has it (Prisma Client Python 0.15, `group_by`).
  private void noteText(Field.Scalar field) {
    var type = entity.type(field);
    if (type.isOneOf(TIMES)) {
      draft.note("`%s` of a group is a time now, and was a text.".formatted(field.name()));
    } else if (draft.words().enumOf(type).isPresent()) {
      draft.note("`%s` of a group is a member now, and was a text.".formatted(field.name()));
    }
  }

  void compute(Aggregate aggregate, Expr fields) {
    var inner = new ArrayList<Expression.Item>();
    if (aggregate == Aggregate.COUNT && fields.isTrue()) {
      all(inner);
    } else if (fields instanceof Expr.Dict dict) {
      dict.entries().stream()
          .filter(it -> isWanted(it.value()))
          .forEach(it -> compute(aggregate, it.name(), inner));
    } else {
      draft.refuse("what is computed of a group is only known when it runs.");
    }
    entries.add(Expression.entry(Expression.text("_" + aggregate.word()), Expression.dict(inner)));
  }

  private boolean isWanted(Expr value) {
    if (value instanceof Expr.Constant(var _, var kind) && kind != Expr.Kind.OTHER) {
      return kind == Expr.Kind.TRUE;
    }
    draft.refuse("what is computed of a group is only known when it runs.");
    return false;
  }

  private void compute(Aggregate aggregate, Optional<String> name, List<Expression.Item> into) {
    if (aggregate == Aggregate.COUNT && name.filter("_all"::equals).isPresent()) {
      all(into);
      return;
    }
    draft
        .scalar(entity, name.orElse("**"))
        .ifPresent(
            field -> {
              var label = label(aggregate.word() + "_" + entity.attribute(field));
              column(computed(aggregate, field), label);
              into.add(
                  aggregate == Aggregate.MIN || aggregate == Aggregate.MAX
                      ? entry(field, label)
                      : entry(field.name(), label));
              if (aggregate == Aggregate.MIN || aggregate == Aggregate.MAX) {
                noteText(field);
              }
            });
  }

  private void all(List<Expression.Item> into) {
    var label = label("count_all");
    column(draft.imports().sqlAlchemy("func") + ".count()", label);
    into.add(entry("_all", label));
  }

  private void column(String expression, String label) {
    columns.add(Expression.verbatim(expression + ".label(\"" + label + "\")"));
  }

  /// Returns what computes it, as the client's type for it.
  String computed(Aggregate aggregate, Field.Scalar field) {
    var type = entity.type(field);
    var computed =
        draft.imports().sqlAlchemy("func") + "." + aggregate.word() + "(" + attribute(field) + ")";
    if (aggregate == Aggregate.SUM && type.isOneOf(Set.of(ScalarType.BIGINT))) {
      return cast(computed, "BigInteger");
    }
    return aggregate == Aggregate.AVG && type.isOneOf(Assignments.WHOLE)
        ? cast(computed, "Float")
        : computed;
  }

  private String cast(String computed, String type) {
    return draft.imports().sqlAlchemy("cast")
        + "("
        + computed
        + ", "
        + draft.imports().sqlAlchemy(type)
        + ")";
  }

  private String attribute(Field.Scalar field) {
    return draft.imports().model(entity) + "." + entity.attribute(field);
  }

  private String label(String name) {
    var label = METHODS.contains(name) ? name + "_" : name;
    while (!labels.add(label)) {
      label += "_";
    }
    return label;
  }

  /// Ids are texts in the client's dicts.
  private Expression.Item entry(Field.Scalar field, String label) {
    if (!entity.type(field).isOneOf(Set.of(ScalarType.UUID))) {
      return entry(field.name(), label);
    }
    var row = "row." + label;
    var text = draft.imports().isTaken("str") ? "format(" + row + ")" : "str(" + row + ")";
    return Expression.entry(
        Expression.text(field.name()),
        Expression.verbatim(entity.isNullable(field) ? row + " and " + text : text));
  }

  private static Expression.Item entry(String key, String label) {
    return Expression.entry(Expression.text(key), Expression.verbatim("row." + label));
  }

  /// Returns the conditions that groups have to meet.
  List<Expression> having(Expr having) {
    if (!(having instanceof Expr.Dict dict)) {
      return List.of(draft.refuse("which groups are wanted is only known when it runs."));
    }
    var conditions = new ArrayList<Expression>();
    for (var it : dict.entries()) {
      draft
          .scalar(entity, it.name().orElse("**"))
          .ifPresent(field -> having(field, it, conditions));
    }
    return conditions;
  }

  private void having(Field.Scalar field, Expr.Entry entry, List<Expression> into) {
    var conditions = new Conditions(draft, Sense.READ);
    if (!(entry.value() instanceof Expr.Dict dict)) {
      into.addAll(conditions.entry(entity, entry));
      return;
    }
    for (var it : dict.entries()) {
      var aggregate = aggregate(it.name().orElse(""));
      if (aggregate.isPresent()) {
        into.addAll(conditions.of(entity, field, computed(aggregate.get(), field), it.value()));
      } else {
        into.addAll(
            conditions.of(
                entity, field, attribute(field), new Expr.Dict(dict.span(), List.of(it))));
      }
    }
  }

  /// Returns what a key such as `_sum` computes.
  static Optional<Aggregate> aggregate(String key) {
    for (var it : Aggregate.values()) {
      if (key.equals("_" + it.word())) {
        return Optional.of(it);
      }
    }
    return Optional.empty();
  }

  /// Returns what groups are ordered by.
  List<Expression> order(Expr order) {
    return switch (order) {
      case Expr.Dict dict -> dict.entries().stream().flatMap(it -> order(it).stream()).toList();
      case Expr.Display(var _, var _, var elements) ->
          elements.stream().flatMap(it -> order(it).stream()).toList();
      default -> List.of(draft.refuse("the order is only known when it runs."));
    };
  }

  private List<Expression> order(Expr.Entry entry) {
    var aggregate = aggregate(entry.name().orElse(""));
    if (aggregate.isEmpty()) {
      return List.of(new Sorting(draft).entry(entity, entry));
    }
    if (!(entry.value() instanceof Expr.Dict fields)) {
      return List.of(draft.refuse("the order is only known when it runs."));
    }
    return fields.entries().stream()
        .flatMap(
            it ->
                draft
                    .scalar(entity, it.name().orElse("**"))
                    .map(field -> computed(aggregate.get(), field))
                    .map(of -> new Sorting(draft).directed(of, it.value()))
                    .stream())
        .toList();
  }
}

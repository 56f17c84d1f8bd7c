package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Item;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.schema.ColumnType;

/// Writes what `**body.dict()` brings by the names of attributes, where it is known which fields
/// the class of `body` has.
final class RequestSpread {
  static final Set<String> PARTIAL = Set.of("exclude_unset", "exclude_none", "exclude_defaults");

  /// What annotations of plain values have in them.
  private static final Set<String> PLAIN =
      Set.of(
          "str",
          "int",
          "float",
          "bool",
          "bytes",
          "Decimal",
          "datetime",
          "date",
          "time",
          "UUID",
          "Optional",
          "Union",
          "None");

  private final Draft draft;
  private final Entity entity;
  private final Assignments.Kind kind;

  RequestSpread(Draft draft, Entity entity, Assignments.Kind kind) {
    this.draft = draft;
    this.entity = entity;
    this.kind = kind;
  }

  /// Returns what a spread becomes; empty where it is not known what it brings.
  ///
  /// @param later the keys that the dict sets behind it
  Optional<List<Item>> items(Expr value, Set<String> later) {
    if (!(value instanceof Expr.Call(var _, Expr.Attribute function, var arguments))
        || !(function.of() instanceof Expr.Name body)
        || !RequestClasses.DUMPS.contains(function.name())) {
      return Optional.empty();
    }
    var shape = draft.classOf(body);
    if (shape.isEmpty() || !arguments.stream().allMatch(RequestSpread::isUnderstood)) {
      return Optional.empty();
    }
    var excluded = new LinkedHashSet<String>();
    arguments.forEach(it -> excluded.addAll(excluded(it)));
    var brought = new LinkedHashSet<>(shape.get().fields().keySet());
    brought.removeAll(excluded);
    if (!brought.stream().allMatch(it -> fits(it, shape.get().fields().get(it)))) {
      return Optional.empty();
    }
    var isPartial =
        arguments.stream()
            .anyMatch(
                it -> it instanceof Argument.Keyword(var name, var _) && PARTIAL.contains(name));
    var items = new ArrayList<Item>();
    for (var it : brought) {
      var attribute = entity.field(it).map(entity::attribute).orElse(it);
      if (attribute.equals(it)) {
        continue;
      }
      if (!later.contains(it)) {
        if (isPartial) {
          return Optional.empty();
        }
        items.add(
            Expression.entry(
                Expression.text(attribute), Expression.verbatim(body.id() + "." + it)));
      }
      excluded.add(it);
    }
    items.addFirst(new Item("**", call(draft.source(function), arguments, excluded)));
    return Optional.of(items);
  }

  private Expression call(String function, List<Argument> arguments, Set<String> excluded) {
    var given = new ArrayList<Item>();
    for (var it : arguments) {
      if (it instanceof Argument.Keyword(var name, var value) && !name.equals("exclude")) {
        given.add(Expression.keyword(name, Expression.verbatim(draft.source(value))));
      }
    }
    if (!excluded.isEmpty()) {
      var names =
          excluded.stream()
              .map(it -> Expression.text(it).flat())
              .collect(Collectors.joining(", ", "{", "}"));
      given.add(Expression.keyword("exclude", Expression.verbatim(names)));
    }
    return Expression.call(function, given);
  }

  private static boolean isUnderstood(Argument argument) {
    return argument instanceof Argument.Keyword(var name, var value)
        && (PARTIAL.contains(name) || name.equals("exclude") && isSetOfNames(value));
  }

  private static boolean isSetOfNames(Expr value) {
    return value instanceof Expr.Display(var _, var shape, var elements)
        && shape == Expr.Shape.SET
        && elements.stream().allMatch(Expr.Text.class::isInstance);
  }

  private static List<String> excluded(Argument argument) {
    return argument instanceof Argument.Keyword(var name, Expr.Display names)
            && name.equals("exclude")
        ? names.elements().stream().map(it -> ((Expr.Text) it).value()).toList()
        : List.of();
  }

  /// Returns whether values of an annotation go into a column as they are. In an update a dict says
  /// an operation; in a new row it is no value of a column at all, unless code has made a text of
  /// it.
  private boolean fits(String name, Set<String> annotation) {
    if (!(entity.field(name).orElse(null) instanceof Field.Scalar field)) {
      return false;
    }
    var type = entity.type(field);
    var isPlain = PLAIN.containsAll(annotation);
    return switch (type) {
      case ColumnType.Enumerated _ ->
          draft.words().areStoredByName(type) || !isPlain && isOfClass(annotation);
      case ColumnType.Array _ -> isOfList(annotation);
      default -> Conditions.isJson(type) || isPlain || isOfDict(annotation);
    };
  }

  /// A class of enum alone: text that names a member would not be one.
  private static boolean isOfClass(Set<String> annotation) {
    return annotation.stream()
        .noneMatch(it -> it.equals("str") || it.equals("Any") || it.equals("?"));
  }

  private boolean isOfDict(Set<String> annotation) {
    var others = new LinkedHashSet<>(annotation);
    others.removeAll(Set.of("dict", "Dict", "Any"));
    return kind == Assignments.Kind.INSERT && PLAIN.containsAll(others);
  }

  private static boolean isOfList(Set<String> annotation) {
    var elements = new LinkedHashSet<>(annotation);
    elements.removeAll(Set.of("list", "List"));
    return elements.size() < annotation.size() && PLAIN.containsAll(elements);
  }
}

package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.emit.python.Expression;
import lockstep.rewrite.syntax.Expr;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;

/// Writes what a filter says of what is inside a column of Json (Prisma 7, "Filter by Json").
final class JsonConditions {
  private static final String NO_OPERATORS = "`json` has no operators in PostgreSQL, `jsonb` has.";

  private final Draft draft;
  private final ColumnType type;
  private final Sense.Answer sought;

  /// @param sought what is of another kind than asked for fails where it shall hold, and holds
  ///   where it shall fail (Prisma 7)
  JsonConditions(Draft draft, ColumnType type, Sense.Answer sought) {
    this.draft = draft;
    this.type = type;
    this.sought = sought;
  }

  private boolean isBinary() {
    return type.isOneOf(Set.of(ScalarType.JSONB));
  }

  /// Returns the condition that a column is a value.
  Expression equal(String attribute, Expr value) {
    return isBinary() ? compare(attribute, "==", value) : draft.refuse(NO_OPERATORS);
  }

  /// @param attribute the column
  List<Expression> of(String attribute, Expr.Dict filter) {
    if (!isBinary()) {
      return List.of(draft.refuse(NO_OPERATORS));
    }
    var path = filter.entries().stream().filter(it -> isNamed(it, "path")).findFirst();
    var reached = path.map(it -> attribute + "[" + path(it.value()) + "]").orElse(attribute);
    var conditions = new ArrayList<Expression>();
    for (var it : filter.entries()) {
      if (!isNamed(it, "path")) {
        conditions.add(operator(reached, it));
      }
    }
    return conditions;
  }

  private static boolean isNamed(Expr.Entry entry, String name) {
    return entry.name().filter(name::equals).isPresent();
  }

  private String path(Expr path) {
    if (path instanceof Expr.Display display && !display.elements().isEmpty()) {
      return display.elements().stream()
          .map(draft::source)
          .collect(Collectors.joining(", ", "(", display.elements().size() == 1 ? ",)" : ")"));
    }
    draft.refuse("the path in a filter of Json is only known when it runs.");
    return "...";
  }

  private Expression operator(String reached, Expr.Entry entry) {
    var value = entry.value();
    if (value.isNone()) {
      return draft.refuse("which NULL a filter of Json means is not said.");
    }
    return switch (entry.name().orElse("")) {
      case "equals" -> compare(reached, "==", value);
      case "not" -> compare(reached, "!=", value);
      case "string_contains" -> text(reached, "contains", value);
      case "string_starts_with" -> text(reached, "startswith", value);
      case "string_ends_with" -> text(reached, "endswith", value);
      case "array_contains" -> array(reached, value);
      default ->
          draft.refuse(
              "the filter `%s` of Json is not converted.".formatted(entry.name().orElse("**")));
    };
  }

  /// A text or a number would be compared as what it is in SQL.
  private Expression compare(String reached, String operator, Expr value) {
    var plain = plain(value);
    if (!plain.startsWith("{") && !plain.startsWith("[")) {
      var jsonb = draft.imports().name("sqlalchemy.dialects.postgresql", "JSONB", "PG_JSONB");
      plain = draft.imports().sqlAlchemy("cast") + "(" + plain + ", " + jsonb + ")";
    }
    return Expression.verbatim(reached + " " + operator + " " + plain);
  }

  private String plain(Expr value) {
    return new Values(draft).operand(type, value);
  }

  /// What is no list contains none.
  private Expression array(String reached, Expr value) {
    var contains = Expression.verbatim(reached + ".contains(" + plain(value) + ")");
    return sought == Sense.Answer.HOLDS ? contains : ofKind("array", reached, contains);
  }

  /// A path to a text; `astext` would find numbers too.
  private Expression text(String reached, String method, Expr value) {
    var inside = reached.endsWith("]") ? reached : reached + "[()]";
    return ofKind(
        "string",
        reached,
        Expression.verbatim("%s.astext.%s(%s)".formatted(inside, method, draft.argument(value))));
  }

  private Expression ofKind(String kind, String reached, Expression condition) {
    var type = draft.imports().sqlAlchemy("func") + ".jsonb_typeof(" + reached + ")";
    return sought == Sense.Answer.HOLDS
        ? draft.sqlAlchemy("and_", Expression.verbatim(type + " == \"" + kind + "\""), condition)
        : draft.sqlAlchemy("or_", Expression.verbatim(type + " != \"" + kind + "\""), condition);
  }
}

package lockstep.rewrite;

import java.util.Optional;
import java.util.Set;
import lockstep.emit.Names;
import lockstep.emit.python.Expression;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;

/// Writes a value as the column's type in SQLAlchemy wants it.
///
/// The client's wrappers go: `Json(x)` and `json.dumps(x)` are `x` for a column of Json, and
/// `Base64.encode(x)` is `x` for one of bytes. A member of an enum that is written as a string
/// becomes the member.
final class Values {
  private final Draft draft;

  Values(Draft draft) {
    this.draft = draft;
  }

  Expression of(ColumnType type, Expr value) {
    if (type instanceof ColumnType.Array(var element, var _)
        && value instanceof Expr.Display(var _, var _, var elements)) {
      return Expression.list(elements.stream().map(it -> of(element, it)).toList());
    }
    return Expression.verbatim(plain(type, value).orElseGet(() -> draft.argument(value)));
  }

  String operand(ColumnType type, Expr value) {
    return plain(type, value)
        .map(it -> isEither(value) ? "(" + it + ")" : it)
        .orElseGet(() -> draft.operand(value));
  }

  /// Members of an enum that the database calls otherwise are known to SQLAlchemy as members only.
  void noteOfMembers(ColumnType type, Expr value) {
    var element = type instanceof ColumnType.Array(var inner, var _) ? inner : type;
    draft
        .words()
        .enumOf(element)
        .filter(it -> it.members().stream().anyMatch(one -> !one.value().equals(one.member())))
        .filter(it -> isUnclear(value) && !isMember(it, value))
        .ifPresent(
            it ->
                draft.note(
                    "`%s` has to be of the enum %s; text that names a member becomes one by `%s[…]`."
                        .formatted(
                            Conditions.oneLine(draft.source(value)), it.symbol(), it.symbol())));
  }

  private static boolean isMember(Names.OfEnum known, Expr value) {
    return value instanceof Expr.Text
        || value instanceof Expr.Attribute(var _, var _, var name)
            && known.members().stream().anyMatch(it -> it.member().equals(name));
  }

  private Optional<String> plain(ColumnType type, Expr value) {
    noteOfMembers(type, value);
    if (TimeValues.areOf(type)) {
      return new TimeValues(draft).write(type, value);
    }
    if (value instanceof Expr.Text(var _, var text) && !Conditions.isJson(type)) {
      return member(type, text);
    }
    if (Conditions.isJson(type)) {
      return Optional.of(json(value));
    }
    return isBytes(type) ? unwrapped(value, Set.of("Base64.encode")) : Optional.empty();
  }

  private Optional<String> member(ColumnType type, String text) {
    var known = draft.words().enumOf(type);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    var member = draft.words().member(type, text);
    if (member.isEmpty()) {
      draft.refuse("`%s` is no value of %s.".formatted(text, known.get().name()));
      return Optional.of("...");
    }
    return Optional.of(draft.imports().ofModels(known.get().symbol()) + "." + member.get());
  }

  private String json(Expr value) {
    var inner = unwrapped(value, Set.of("Json", "dumps", "json.dumps"));
    if (inner.isEmpty() && isUnclear(value)) {
      draft.note(
          "`%s` goes to a column of Json as it is; where it is a text of JSON, read it by"
                  .formatted(Conditions.oneLine(draft.source(value)))
              + " `json.loads` first.");
    }
    return inner.orElseGet(() -> draft.source(value));
  }

  static boolean isUnclear(Expr value) {
    return switch (value) {
      case Expr.Dict _, Expr.Display _, Expr.Constant _, Expr.Comprehension _ -> false;
      default -> true;
    };
  }

  /// Returns a value without what wrapped it for the client, also where it is one or another.
  private Optional<String> unwrapped(Expr value, Set<String> wrappers) {
    if (isEither(value)) {
      var parts = ((Expr.Other) value).parts();
      var ways = parts.subList(1, 3).stream().map(it -> unwrapped(it, wrappers)).toList();
      return ways.stream().anyMatch(Optional::isPresent)
          ? Optional.of(
              "%s if %s else %s"
                  .formatted(
                      ways.getFirst().orElseGet(() -> draft.condition(parts.get(1))),
                      draft.condition(parts.getFirst()),
                      ways.getLast().orElseGet(() -> draft.source(parts.get(2)))))
          : Optional.empty();
    }
    return value instanceof Expr.Call(var _, var function, var arguments)
            && wrappers.contains(name(function))
            && arguments.size() == 1
            && arguments.getFirst() instanceof Argument.Positional(var inner)
        ? Optional.of(
            inner.isNone() && ClientCalls.lastName(function).filter("Json"::equals).isPresent()
                ? draft.imports().sqlAlchemy("JSON") + ".NULL"
                : draft.source(inner))
        : Optional.empty();
  }

  /// Returns what a function is called in its module, whatever the file calls that.
  private String name(Expr function) {
    return draft
        .imports()
        .ofClient(function)
        .orElseGet(() -> draft.source(function))
        .replaceFirst("^(prisma\\.)?(fields\\.)?", "");
  }

  private static boolean isEither(Expr value) {
    return value instanceof Expr.Other(var _, var kind, var _) && kind.equals("IfExp");
  }

  private static boolean isBytes(ColumnType type) {
    return type.isOneOf(Set.of(ScalarType.BYTEA));
  }
}

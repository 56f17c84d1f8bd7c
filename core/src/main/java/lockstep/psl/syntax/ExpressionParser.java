package lockstep.psl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lockstep.text.Span;

/// Reads values, argument lists and attributes. None of them goes beyond its line, except for a
/// text with an escaped line break.
///
/// What does not match leaves the position where it was.
final class ExpressionParser {
  /// Deeper than any schema, and not so deep that whoever walks the tree runs out of stack.
  private static final int DEEPEST = 200;

  private final Cursor cursor;
  private int depth;
  private boolean wasTooDeep;

  ExpressionParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /// Returns whether something was given up since the last question because it is nested too deep.
  boolean wasTooDeep() {
    var answer = wasTooDeep;
    wasTooDeep = false;
    return answer;
  }

  /// Reads an attribute.
  ///
  /// @param marks one or two at signs
  Optional<Attribute> attribute(String marks) {
    var start = cursor.position();
    if (!cursor.accept(marks)) {
      return Optional.empty();
    }
    cursor.skipSpace();
    var name = cursor.path();
    if (name.isEmpty()) {
      cursor.reset(start);
      return Optional.empty();
    }
    var end = cursor.position();
    cursor.skipSpace();
    var list = arguments();
    if (list.isEmpty()) {
      cursor.reset(end);
    }
    return Optional.of(new Attribute(name.get(), list, cursor.from(start)));
  }

  Optional<Expression> expression() {
    if (depth == DEEPEST) {
      wasTooDeep = true;
      return Optional.empty();
    }
    depth++;
    var found =
        switch (cursor.next()) {
          case '[' -> array();
          case '{' -> object();
          case '"' -> string();
          case '-' -> number();
          default -> word();
        };
    depth--;
    return found;
  }

  Optional<Expression.StringLiteral> stringLiteral() {
    return cursor
        .quoted()
        .map(span -> new Expression.StringLiteral(StringEscapes.value(cursor.text(span)), span));
  }

  private Optional<Expression> string() {
    return stringLiteral().map(it -> it);
  }

  private Optional<Expression> number() {
    return cursor.number().map(it -> new Expression.NumberLiteral(cursor.text(it), it));
  }

  /// Reads a function call, a number or a constant; a word may begin with a digit.
  private Optional<Expression> word() {
    var start = cursor.position();
    var path = cursor.path();
    if (path.isEmpty()) {
      return Optional.empty();
    }
    var end = cursor.position();
    cursor.skipSpace();
    var list = arguments();
    if (list.isPresent()) {
      return Optional.of(new Expression.FunctionCall(path.get(), list.get(), cursor.from(start)));
    }
    cursor.reset(start);
    var number = number();
    if (number.isPresent()) {
      return number;
    }
    cursor.reset(end);
    return Optional.of(new Expression.Constant(path.get().text(), path.get().span()));
  }

  private Optional<Expression> array() {
    var start = cursor.position();
    if (!cursor.accept('[')) {
      return Optional.empty();
    }
    var elements = separated(this::expression);
    cursor.skipSpace();
    if (!cursor.accept(']')) {
      cursor.reset(start);
      return Optional.empty();
    }
    return Optional.of(new Expression.ArrayLiteral(elements, cursor.from(start)));
  }

  private Optional<Expression> object() {
    var start = cursor.position();
    if (!cursor.accept('{')) {
      return Optional.empty();
    }
    var members = separated(this::member);
    cursor.skipSpace();
    if (!cursor.accept('}')) {
      cursor.reset(start);
      return Optional.empty();
    }
    return Optional.of(new Expression.ObjectLiteral(members, cursor.from(start)));
  }

  private Optional<Expression.Member> member() {
    var start = cursor.position();
    var name = nameWithColon();
    cursor.skipSpace();
    var value = name.isEmpty() ? Optional.<Expression>empty() : expression();
    if (value.isEmpty()) {
      cursor.reset(start);
      return Optional.empty();
    }
    return Optional.of(new Expression.Member(name.get(), value.get(), cursor.from(start)));
  }

  private Optional<ArgumentList> arguments() {
    var start = cursor.position();
    if (!cursor.accept('(')) {
      return Optional.empty();
    }
    var items = separated(this::argument);
    cursor.skipSpace();
    var comma = cursor.position();
    var trailing = cursor.accept(',') ? Optional.of(cursor.from(comma)) : Optional.<Span>empty();
    cursor.skipSpace();
    if (!cursor.accept(')')) {
      cursor.reset(start);
      return Optional.empty();
    }
    return Optional.of(new ArgumentList(items, trailing, cursor.from(start)));
  }

  private Optional<ArgumentList.Item> argument() {
    var start = cursor.position();
    var name = nameWithColon();
    if (name.isPresent()) {
      var emptySpan = cursor.from(start);
      cursor.skipSpace();
      var value = expression();
      if (value.isPresent()) {
        return Optional.of(new Argument(name, value.get(), cursor.from(start)));
      }
      cursor.reset(emptySpan.end());
      return Optional.of(new EmptyArgument(name.get(), emptySpan));
    }
    return expression().map(it -> new Argument(Optional.empty(), it, it.span()));
  }

  private Optional<Name> nameWithColon() {
    var start = cursor.position();
    var name = cursor.identifier();
    cursor.skipSpace();
    if (name.isEmpty() || !cursor.accept(':')) {
      cursor.reset(start);
      return Optional.empty();
    }
    return name;
  }

  /// Reads as many elements as there are, with commas between them; a comma without an element
  /// behind it is left alone.
  private <T> List<T> separated(Supplier<Optional<T>> element) {
    var found = new ArrayList<T>();
    var next = afterSpace(element);
    while (next.isPresent()) {
      found.add(next.get());
      next = afterComma(element);
    }
    return found;
  }

  private <T> Optional<T> afterComma(Supplier<Optional<T>> element) {
    var start = cursor.position();
    cursor.skipSpace();
    var found = cursor.accept(',') ? afterSpace(element) : Optional.<T>empty();
    if (found.isEmpty()) {
      cursor.reset(start);
    }
    return found;
  }

  private <T> Optional<T> afterSpace(Supplier<Optional<T>> element) {
    var start = cursor.position();
    cursor.skipSpace();
    var found = element.get();
    if (found.isEmpty()) {
      cursor.reset(start);
    }
    return found;
  }
}

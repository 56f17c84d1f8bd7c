package lockstep.emit.python;

import java.util.ArrayList;
import java.util.List;

/// A Python expression, before it is known how many lines it takes.
public sealed interface Expression {
  /// Something that stays on one line: a name, a number, a chain of attributes.
  record Verbatim(String source) implements Expression {}

  /// A string; too long a one is written in pieces that Python joins.
  record Text(String value) implements Expression {}

  record Call(String function, List<Item> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// A list, tuple or dict.
  record Display(Brackets brackets, List<Item> items) implements Expression {
    public Display {
      items = List.copyOf(items);
    }
  }

  /// Calls of methods one after the other, as in `select(User).where(…).limit(1)`.
  record Chain(Expression first, List<Call> links) implements Expression {
    public Chain {
      links = List.copyOf(links);
    }
  }

  /// `value if condition else otherwise`.
  record Conditional(Expression value, String condition, Expression otherwise)
      implements Expression {}

  /// `[each for variable in over]`.
  record Comprehension(Expression each, String variable, Expression over) implements Expression {}

  /// An attribute of what an expression is.
  record Member(Expression of, String name) implements Expression {}

  /// An expression between parentheses, such as one that is awaited before its method is called.
  record Grouped(Expression inner) implements Expression {}

  /// An argument or an element.
  ///
  /// @param label what stands before the value, as `name=` or `"key": `; mostly empty
  record Item(String label, Expression value) {
    private void flat(StringBuilder out) {
      value.flat(out.append(label));
    }
  }

  enum Brackets {
    LIST("[", "]"),
    TUPLE("(", ")"),
    DICT("{", "}");

    final String open;
    final String close;

    Brackets(String open, String close) {
      this.open = open;
      this.close = close;
    }
  }

  static Expression verbatim(String source) {
    return new Verbatim(source);
  }

  static Expression text(String value) {
    return new Text(value);
  }

  static Call call(String function, Expression... arguments) {
    return new Call(function, List.of(arguments).stream().map(Expression::item).toList());
  }

  static Call call(String function, List<Item> arguments) {
    return new Call(function, arguments);
  }

  static Expression list(List<Expression> elements) {
    return new Display(Brackets.LIST, elements.stream().map(Expression::item).toList());
  }

  static Expression tuple(List<Expression> elements) {
    return new Display(Brackets.TUPLE, elements.stream().map(Expression::item).toList());
  }

  static Expression dict(List<Item> entries) {
    return new Display(Brackets.DICT, entries);
  }

  static Item item(Expression value) {
    return new Item("", value);
  }

  static Item keyword(String name, Expression value) {
    return new Item(name + "=", value);
  }

  static Item entry(Expression key, Expression value) {
    return new Item(key.flat() + ": ", value);
  }

  /// Returns the expression on one line.
  default String flat() {
    var out = new StringBuilder();
    flat(out);
    return out.toString();
  }

  /// Returns the expression as `ruff format` lays it out where it begins in a line that is there.
  ///
  /// @param column where it begins
  /// @param indentation of the line
  /// @param suffix columns that what follows takes until the line may break
  default String laidOut(int column, int indentation, int suffix) {
    return Layout.text(this, column, indentation, suffix);
  }

  private void flat(StringBuilder out) {
    switch (this) {
      case Verbatim(var source) -> out.append(source);
      case Text(var value) -> out.append(StringLiteral.of(value));
      case Call(var function, var arguments) -> {
        out.append(function).append('(');
        flat(arguments, out);
        out.append(')');
      }
      case Display(var brackets, var items) -> {
        out.append(brackets.open);
        flat(items, out);
        out.append(soleComma(brackets, items)).append(brackets.close);
      }
      case Chain(var first, var links) -> {
        first.flat(out);
        for (Expression link : links) {
          link.flat(out.append('.'));
        }
      }
      case Conditional(var value, var condition, var otherwise) -> {
        value.flat(out);
        otherwise.flat(out.append(" if ").append(condition).append(" else "));
      }
      case Comprehension(var each, var variable, var over) -> {
        each.flat(out.append('['));
        over.flat(out.append(" for ").append(variable).append(" in "));
        out.append(']');
      }
      case Member(var of, var name) -> {
        of.flat(out);
        out.append('.').append(name);
      }
      case Grouped(var inner) -> {
        inner.flat(out.append('('));
        out.append(')');
      }
    }
  }

  private static String soleComma(Brackets brackets, List<Item> items) {
    return brackets == Brackets.TUPLE && items.size() == 1 ? "," : "";
  }

  static String flat(List<Item> items) {
    var out = new StringBuilder();
    flat(items, out);
    return out.toString();
  }

  private static void flat(List<Item> items, StringBuilder out) {
    var separator = "";
    for (var item : items) {
      item.flat(out.append(separator));
      separator = ", ";
    }
  }

  /// Collects the arguments of a call.
  final class Arguments {
    private final List<Item> items = new ArrayList<>();

    public Arguments add(Expression value) {
      items.add(item(value));
      return this;
    }

    public Arguments add(String keyword, Expression value) {
      items.add(keyword(keyword, value));
      return this;
    }

    public Arguments add(String keyword, String source) {
      return add(keyword, verbatim(source));
    }

    public boolean isEmpty() {
      return items.isEmpty();
    }

    public Expression of(String function) {
      return new Call(function, items);
    }
  }
}

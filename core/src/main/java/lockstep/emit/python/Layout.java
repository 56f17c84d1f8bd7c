package lockstep.emit.python;

import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression.Brackets;
import lockstep.emit.python.Expression.Item;

/// Writes statements, each on as few lines as `ruff format` would.
///
/// Its rule for a bracket that does not fit: what is inside goes to lines of its own; the arguments
/// of a call on one line if that fits, else, as the elements of a list, tuple or dict always, on
/// one line each with a comma after the last.
final class Layout {
  private static final int INDENTATION = 4;

  private final StringBuilder out;
  private int column;

  Layout(StringBuilder out) {
    this.out = out;
  }

  /// Writes `target: annotation = value`, the last two where they are there.
  void assignment(
      int indentation, String target, Optional<String> annotation, Optional<Expression> value) {
    startLine(indentation);
    write(target);
    if (annotation.isPresent()) {
      write(": ");
      annotated(annotation.get(), value, indentation);
    } else {
      value.ifPresent(
          it -> {
            write(" = ");
            assigned(it, indentation);
          });
    }
    endLine();
  }

  /// Breaks inside the value if the line then fits, else before it, else inside the annotation.
  private void annotated(String annotation, Optional<Expression> value, int indentation) {
    var bracket = annotation.indexOf('[');
    if (value.isEmpty()) {
      if (fits(annotation) || bracket < 0) {
        write(annotation);
      } else {
        broken(annotation, bracket, indentation);
      }
      return;
    }
    var flat = value.get().flat();
    var start = annotation + " = ";
    if (fits(start, flat)) {
      write(start);
      write(flat);
    } else if (fits(start, uptoFirstBreak(value.get()))) {
      write(start);
      expression(value.get(), indentation, 0);
    } else if (fits(start, "(")) {
      write(start);
      parenthesised(value.get(), indentation);
    } else {
      broken(annotation, bracket, indentation);
      write(" = ");
      expression(value.get(), indentation, 0);
    }
  }

  private void broken(String annotation, int bracket, int indentation) {
    write(annotation.substring(0, bracket + 1));
    continueLine(indentation + INDENTATION);
    write(annotation.substring(bracket + 1, annotation.length() - 1));
    continueLine(indentation);
    write("]");
  }

  private void parenthesised(Expression value, int indentation) {
    write("(");
    continueLine(indentation + INDENTATION);
    expression(value, indentation + INDENTATION, 0);
    continueLine(indentation);
    write(")");
  }

  /// A string that does not fit goes between parentheses; everything else has brackets of its own.
  private void assigned(Expression value, int indentation) {
    if (value instanceof Expression.Text && !fits(value.flat())) {
      parenthesised(value, indentation);
    } else {
      expression(value, indentation, 0);
    }
  }

  void line(int indentation, String text) {
    out.repeat(' ', indentation).append(text).append('\n');
  }

  /// Writes `from module import a, b`, on one line or with one name a line.
  void imports(int indentation, String before, List<String> names) {
    startLine(indentation);
    write(before);
    var flat = String.join(", ", names);
    if (fits(flat)) {
      write(flat);
    } else {
      write("(");
      for (var name : names) {
        continueLine(indentation + INDENTATION);
        write(name + ",");
      }
      continueLine(indentation);
      write(")");
    }
    endLine();
  }

  /// Writes an expression between two texts, as in `return f(…)`.
  void expression(int indentation, String before, Expression expression, String after) {
    startLine(indentation);
    write(before);
    expression(expression, indentation, after.length());
    write(after);
    endLine();
  }

  private static String uptoFirstBreak(Expression expression) {
    return switch (expression) {
      case Expression.Verbatim(var source) -> source;
      case Expression.Text text -> text.flat();
      case Expression.Call(var function, var arguments) ->
          arguments.isEmpty() ? function + "()" : function + "(";
      case Expression.Display(var brackets, var _) -> brackets.open;
      case Expression.Chain(var first, var _) -> uptoFirstBreak(first);
      case Expression.Member(var of, var _) -> uptoFirstBreak(of);
      case Expression.Conditional _ -> "(";
      case Expression.Grouped _ -> "(";
      case Expression.Comprehension _ -> "[";
    };
  }

  /// Returns an expression that begins at a column of a line that is there already.
  ///
  /// @param indentation of that line
  /// @param suffix columns that what follows takes until the line may break
  static String text(Expression expression, int column, int indentation, int suffix) {
    var layout = new Layout(new StringBuilder());
    layout.column = column;
    layout.expression(expression, indentation, suffix);
    return layout.out.toString();
  }

  /// @param suffix columns that what follows takes until the line may break
  private void expression(Expression expression, int indentation, int suffix) {
    var flat = expression.flat();
    if (column + Width.of(flat) + suffix <= Width.LINE) {
      write(flat);
      return;
    }
    switch (expression) {
      case Expression.Verbatim _ -> write(flat);
      case Expression.Text(var value) -> pieces(value, indentation, suffix);
      case Expression.Call(var function, var arguments) -> {
        write(function + "(");
        arguments(arguments, indentation);
        write(")");
      }
      case Expression.Display(var brackets, var items) -> {
        write(brackets.open);
        elements(brackets, items, indentation);
        write(brackets.close);
      }
      case Expression.Chain(var first, var links) -> chain(first, links, indentation, suffix);
      case Expression.Conditional(var value, var condition, var otherwise) -> {
        write("(");
        continueLine(indentation + INDENTATION);
        expression(value, indentation + INDENTATION, 0);
        continueLine(indentation + INDENTATION);
        write("if " + condition);
        continueLine(indentation + INDENTATION);
        write("else ");
        expression(otherwise, indentation + INDENTATION, 0);
        continueLine(indentation);
        write(")");
      }
      case Expression.Comprehension(var each, var variable, var over) -> {
        write("[");
        continueLine(indentation + INDENTATION);
        expression(each, indentation + INDENTATION, 0);
        continueLine(indentation + INDENTATION);
        write("for " + variable + " in ");
        expression(over, indentation + INDENTATION, 0);
        continueLine(indentation);
        write("]");
      }
      case Expression.Member(var of, var name) -> {
        expression(of, indentation, suffix + name.length() + 1);
        write("." + name);
      }
      case Expression.Grouped(var inner) -> parenthesised(inner, indentation);
    }
  }

  /// A chain of several links has a line for each; of one link the arguments are broken.
  private void chain(Expression first, List<Expression.Call> links, int indentation, int suffix) {
    var isGrouped = first instanceof Expression.Grouped;
    if (first instanceof Expression.Grouped(var inner)) {
      parenthesised(inner, indentation);
    } else {
      expression(first, indentation, 0);
    }
    for (var link : links) {
      if (links.size() > 1 && !isGrouped) {
        continueLine(indentation);
      }
      write(".");
      expression(link, indentation, suffix);
    }
  }

  private void pieces(String value, int indentation, int suffix) {
    var first = Width.LINE - column - suffix;
    var others = Width.LINE - indentation - suffix;
    var separator = false;
    for (var piece : StringLiteral.pieces(value, first, others)) {
      if (separator) {
        continueLine(indentation);
      }
      write(StringLiteral.of(piece));
      separator = true;
    }
  }

  private void arguments(List<Item> arguments, int indentation) {
    if (arguments.isEmpty()) {
      return;
    }
    continueLine(indentation + INDENTATION);
    var flat = Expression.flat(arguments);
    if (fits(flat)) {
      write(flat);
    } else {
      exploded(arguments, indentation + INDENTATION, "");
    }
    continueLine(indentation);
  }

  private void elements(Brackets brackets, List<Item> items, int indentation) {
    if (items.isEmpty()) {
      return;
    }
    continueLine(indentation + INDENTATION);
    exploded(items, indentation + INDENTATION, brackets == Brackets.TUPLE ? "," : "");
    continueLine(indentation);
  }

  /// @param afterSole what follows an item that is the only one; others are followed by a comma
  private void exploded(List<Item> items, int indentation, String afterSole) {
    var after = items.size() == 1 ? afterSole : ",";
    var separator = false;
    for (var item : items) {
      if (separator) {
        continueLine(indentation);
      }
      item(item, indentation, after.length());
      write(after);
      separator = true;
    }
  }

  private void item(Item item, int indentation, int suffix) {
    write(item.label());
    expression(item.value(), indentation, suffix);
  }

  private boolean fits(String text) {
    return column + Width.of(text) <= Width.LINE;
  }

  private boolean fits(String first, String second) {
    return column + Width.of(first) + Width.of(second) <= Width.LINE;
  }

  private void write(String text) {
    out.append(text);
    column += Width.of(text);
  }

  private void startLine(int indentation) {
    out.repeat(' ', indentation);
    column = indentation;
  }

  private void continueLine(int indentation) {
    out.append('\n');
    startLine(indentation);
  }

  private void endLine() {
    out.append('\n');
    column = 0;
  }
}

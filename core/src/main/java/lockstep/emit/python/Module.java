package lockstep.emit.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One Python file in the making: comments on top, a docstring, imports, then definitions.
///
/// Definitions are written in order; what they need is added to the imports at any time before the
/// text is asked for.
public final class Module {
  private final List<String> comments = new ArrayList<>();
  private final Imports imports = new Imports();
  private final StringBuilder body = new StringBuilder();
  private final Layout layout = new Layout(body);
  private String documentation = "";
  private boolean isAfterDefinition;

  public Imports imports() {
    return imports;
  }

  /// Adds a comment line before everything else.
  public void comment(String line) {
    comments.add(line);
  }

  public void documentation(String text) {
    documentation = text;
  }

  public boolean isEmpty() {
    return body.isEmpty();
  }

  /// Puts a blank line before what follows, two after a class or function.
  public void paragraph() {
    blankLines(isAfterDefinition ? 2 : 1);
    isAfterDefinition = false;
  }

  /// Puts two blank lines before the class or function that follows.
  public void definition() {
    blankLines(2);
    isAfterDefinition = true;
  }

  private void blankLines(int count) {
    if (!body.isEmpty()) {
      var present = 0;
      while (body.charAt(body.length() - 2 - present) == '\n') {
        present++;
      }
      body.repeat('\n', count - present);
    }
  }

  /// Writes source that is laid out already; ends with a line end.
  public void source(String lines) {
    body.append(lines);
    if (!lines.endsWith("\n")) {
      body.append('\n');
    }
  }

  public void assign(String target, Expression value) {
    layout.assignment(0, target, Optional.empty(), Optional.of(value));
  }

  public void declare(String target, String annotation, Expression value) {
    layout.assignment(0, target, Optional.of(annotation), Optional.of(value));
  }

  /// Writes an expression between two texts, as in `for name in (…):`.
  public void expression(int indentation, String before, Expression value, String after) {
    layout.expression(indentation, before, value, after);
  }

  /// Writes the docstring of the variable that was written last.
  public void note(String text) {
    Docstring.lines(text, 0).forEach(it -> body.append(it).append('\n'));
  }

  /// Opens a class and writes its docstring.
  public ClassBody openClass(String name, List<String> bases, Optional<String> documentation) {
    var heads = bases.stream().map(Expression::verbatim).toArray(Expression[]::new);
    layout.expression(0, "class ", Expression.call(name, heads), ":");
    var docstring = documentation.map(it -> Docstring.lines(it, 4)).orElse(List.of());
    docstring.forEach(this::indented);
    return new ClassBody(!docstring.isEmpty());
  }

  private void indented(String line) {
    if (!line.isEmpty()) {
      body.append("    ").append(line);
    }
    body.append('\n');
  }

  /// The body of a class, statement by statement.
  public final class ClassBody {
    private boolean needsBlankLine;
    private boolean isEmpty;

    private ClassBody(boolean hasDocstring) {
      needsBlankLine = hasDocstring;
      isEmpty = !hasDocstring;
    }

    /// Puts a blank line before the next statement, unless that is the first.
    public void paragraph() {
      needsBlankLine = !isEmpty;
    }

    public void assign(String target, Expression value) {
      start();
      layout.assignment(4, target, Optional.empty(), Optional.of(value));
    }

    public void declare(String target, String annotation, Optional<Expression> value) {
      start();
      layout.assignment(4, target, Optional.of(annotation), value);
    }

    /// Writes the docstring of the attribute that was written last.
    public void documentation(Optional<String> text) {
      text.map(it -> Docstring.lines(it, 4)).orElse(List.of()).forEach(Module.this::indented);
    }

    /// Closes the class; one without statements gets the one that does nothing.
    public void close() {
      if (isEmpty) {
        indented("pass");
      }
    }

    private void start() {
      if (needsBlankLine) {
        body.append('\n');
      }
      needsBlankLine = false;
      isEmpty = false;
    }
  }

  /// Returns the whole file.
  public String text() {
    var out = new StringBuilder(body.length() + 1024);
    comments.forEach(it -> out.append("# ").append(it).append('\n'));
    var docstring = Docstring.lines(documentation, 0);
    docstring.forEach(it -> out.append(it).append('\n'));
    var head = new StringBuilder();
    imports.write(new Layout(head), head);
    separate(out, head, 1);
    separate(out, body, startsDefinition() ? 2 : 1);
    return out.toString();
  }

  private boolean startsDefinition() {
    return body.indexOf("class ") == 0 || body.indexOf("def ") == 0 || body.indexOf("@") == 0;
  }

  private static void separate(StringBuilder out, StringBuilder part, int blankLines) {
    if (!out.isEmpty() && !part.isEmpty()) {
      out.repeat('\n', blankLines);
    }
    out.append(part);
  }
}

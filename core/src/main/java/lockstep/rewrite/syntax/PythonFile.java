package lockstep.rewrite.syntax;

import java.util.List;
import java.util.stream.Stream;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// One file of Python code.
///
/// @param comments where each `#` comment stands, in order
public record PythonFile(SourceText text, List<Stmt> body, List<Span> comments) {
  public PythonFile {
    body = List.copyOf(body);
    comments = List.copyOf(comments);
  }

  public String text(Expr expression) {
    return text.text(expression.span());
  }

  /// Returns whether nothing stands before a statement on its line, nor is its line a part of the
  /// one before.
  public boolean beginsLine(Stmt statement) {
    var content = text.content();
    var start = statement.span().start();
    var line = content.lastIndexOf('\n', start - 1) + 1;
    return content.substring(line, start).isBlank()
        && !content.startsWith("\\\n", line - 2)
        && !content.startsWith("\\\r\n", line - 3);
  }

  /// Returns all statements, each before those inside it.
  public Stream<Stmt> statements() {
    return body.stream().flatMap(Stmt::all);
  }

  /// Returns all expressions of all statements.
  public Stream<Expr> expressions() {
    return statements().flatMap(it -> it.expressions().stream()).flatMap(Expr::all);
  }
}

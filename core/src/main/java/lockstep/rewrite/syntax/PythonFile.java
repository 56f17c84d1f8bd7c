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

  /// Returns all statements, each before those inside it.
  public Stream<Stmt> statements() {
    return body.stream().flatMap(Stmt::all);
  }

  /// Returns all expressions of all statements.
  public Stream<Expr> expressions() {
    return statements().flatMap(it -> it.expressions().stream()).flatMap(Expr::all);
  }
}

package lockstep.rewrite;

import java.util.List;
import java.util.stream.Stream;
import lockstep.rewrite.Draft.Expectation;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// Where code catches `RecordNotFoundError`: a row that is to be connected and is not there raises
/// it (Prisma Client Python 0.15), where PostgreSQL speaks of a constraint.
final class MissingRows {
  private final List<Span> caught;

  MissingRows(PythonFile file) {
    var names = new ClientNames(file);
    caught = file.statements().flatMap(it -> caught(it, names)).toList();
  }

  /// Returns the part of a statement whose errors are caught: handlers come behind it.
  private static Stream<Span> caught(Stmt statement, ClientNames names) {
    return switch (statement) {
      case Stmt.Compound it when it.handlers().anyMatch(one -> isCaught(one, names)) ->
          it
              .handlers()
              .findFirst()
              .map(first -> new Span(it.span().start(), first.span().start()))
              .stream();
      case Stmt.With it when isCaught(it, names) -> Stream.of(it.span());
      default -> Stream.empty();
    };
  }

  /// `except RecordNotFoundError`, or `with suppress(RecordNotFoundError)`.
  private static boolean isCaught(Stmt statement, ClientNames names) {
    return statement.expressions().stream()
        .flatMap(Expr::all)
        .flatMap(it -> names.in(ClientErrors.MODULE, it).stream())
        .anyMatch("RecordNotFoundError"::equals);
  }

  /// Returns what the code around a call is ready for.
  Expectation around(ClientCall call) {
    return caught.stream().anyMatch(it -> it.contains(call.span()))
        ? Expectation.MISSING_ROW
        : Expectation.NONE;
  }
}

package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression;
import lockstep.rewrite.FoundCalls.Found;
import lockstep.rewrite.QueryRewriter.Life;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// `if not db.is_connected(): await db.connect()`, and the same at the end: the session layer is
/// begun and ended without asking.
record ConnectionGuards(PythonFile file, FoundCalls calls, Life life) {
  /// Returns what was replaced.
  List<Expr> write(Imported imports, Assembly assembly) {
    var replaced = new ArrayList<Expr>();
    if (life == Life.STAYS || calls.questions().isEmpty()) {
      return replaced;
    }
    for (var it : file.statements().filter(Stmt.If.class::isInstance).toList()) {
      var guard = (Stmt.If) it;
      guarded(guard)
          .ifPresent(
              found -> {
                var await = found.call().isAwaited() ? "await " : "";
                var function = operation(found).orElseThrow().function();
                assembly.replace(
                    guard.span(), Expression.verbatim(await + imports.sessions(function) + "()"));
                replaced.add(guard.test());
              });
    }
    return replaced;
  }

  /// Returns what alone is done, and as the answer says: begun where nothing is connected, ended
  /// where something is.
  private Optional<Found> guarded(Stmt.If guard) {
    var isDenied = guard.test() instanceof Expr.Other(var _, var kind, var _) && kind.equals("Not");
    var asked = isDenied ? guard.test().parts().getFirst() : guard.test();
    if (calls.questions().stream().noneMatch(it -> it == asked)
        || guard.body().size() != 1
        || !guard.orElse().isEmpty()
        || !file.beginsLine(guard)
        || file.comments().stream().anyMatch(it -> guard.span().contains(it))) {
      return Optional.empty();
    }
    var wanted = isDenied ? ClientCall.LifeOperation.CONNECT : ClientCall.LifeOperation.DISCONNECT;
    return calls
        .calls()
        .filter(it -> it.statement() == guard.body().getFirst())
        .filter(
            it -> it.statement() instanceof Stmt.Evaluate one && one.value() == it.call().whole())
        .filter(it -> operation(it).filter(wanted::equals).isPresent())
        .findFirst();
  }

  private static Optional<ClientCall.LifeOperation> operation(Found found) {
    return found.call().target() instanceof ClientCall.Target.Life(var operation)
        ? Optional.of(operation)
        : Optional.empty();
  }
}

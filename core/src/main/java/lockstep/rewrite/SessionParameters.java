package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression;
import lockstep.rewrite.QueryRewriter.Interface;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;

/// The parameters that are sessions from here on: what says that they are clients says so.
record SessionParameters(PythonFile file, FoundCalls calls, SessionHeads heads) {
  /// Returns what was replaced.
  List<Expr> write(Imported imports, Assembly assembly) {
    var names = new ClientNames(file);
    var replaced = new ArrayList<Expr>();
    for (var scope : calls.scopes()) {
      for (var it : scope.transactions()) {
        if (it instanceof Transaction.Given given
            && scope.function().filter(one -> one == given.statement()).isPresent()) {
          scope.parameters().stream()
              .filter(one -> one.name().equals(given.variable()))
              .flatMap(one -> one.annotation().stream())
              .flatMap(one -> type(one, names).stream())
              .forEach(
                  type -> {
                    assembly.replace(type.span(), Expression.verbatim(session(imports)));
                    replaced.add(type);
                  });
        }
      }
    }
    return replaced;
  }

  private static Optional<Expr> type(Expr annotation, ClientNames names) {
    return names.whole(annotation).filter(ClientCalls.CLASSES::contains).isPresent()
        ? Optional.of(annotation)
        : annotation.parts().stream().flatMap(it -> type(it, names).stream()).findFirst();
  }

  private String session(Imported imports) {
    return heads.called() == Interface.AWAITED
        ? imports.name("sqlalchemy.ext.asyncio", "AsyncSession", "DatabaseSession")
        : imports.name("sqlalchemy.orm", "Session", "DatabaseSession");
  }
}

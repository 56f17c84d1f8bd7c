package lockstep.rewrite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// The methods of models that a function keeps in variables and calls, as in `create =
/// db.user.create`.
///
/// One is known where the variable is set once, before all that is done with it, and nothing is
/// done with it but to call it.
final class KeptMethods {
  private final PythonFile file;
  private final List<Stmt> own;

  /// @param assignment which goes with the last of the calls
  /// @param method as a call of nothing
  record KeptMethod(Stmt.Assign assignment, ClientCall method) {
    /// Returns whether a call is one of the variable.
    boolean isOf(FoundCalls.Found found) {
      return found.call().node().function() instanceof Expr.Name(var _, var id)
          && assignment.targets().getFirst() instanceof Expr.Name(var _, var name)
          && id.equals(name);
    }

    /// Returns the call of the model that a call of the variable is.
    Optional<ClientCall> called(Expr.Call call, Expr whole) {
      return method.target() instanceof ClientCall.Target.Kept(var entity, var operation)
          ? Optional.of(
              new ClientCall(
                  call, whole, method.client(), new ClientCall.Target.OfModel(entity, operation)))
          : Optional.empty();
    }
  }

  private KeptMethods(PythonFile file, List<Stmt> own) {
    this.file = file;
    this.own = own;
  }

  private Stream<Expr> expressions() {
    return own.stream()
        .flatMap(it -> isDefinition(it) ? it.all() : Stream.of(it))
        .flatMap(it -> it.expressions().stream())
        .flatMap(Expr::all);
  }

  /// @param body of a function or the module
  static Map<String, KeptMethod> in(
      PythonFile file, List<Stmt> body, List<Stmt.Parameter> parameters, ClientCalls client) {
    var methods = new KeptMethods(file, body.stream().flatMap(Variables::own).toList());
    var kept = new LinkedHashMap<String, KeptMethod>();
    for (var it : body) {
      if (it instanceof Stmt.Assign assignment
          && assignment.targets().size() == 1
          && assignment.targets().getFirst() instanceof Expr.Name(var _, var name)
          && assignment.value().orElse(null) instanceof Expr.Attribute value
          && parameters.stream().noneMatch(one -> one.name().equals(name))) {
        client
            .kept(value)
            .filter(_ -> methods.isOnlyCalled(name, assignment))
            .ifPresent(method -> kept.put(name, new KeptMethod(assignment, method)));
      }
    }
    return kept;
  }

  private boolean isOnlyCalled(String name, Stmt.Assign assignment) {
    var calls =
        own.stream()
            .filter(it -> !isDefinition(it))
            .flatMap(it -> it.expressions().stream())
            .flatMap(Expr::all)
            .filter(it -> it instanceof Expr.Call call && isName(call.function(), name))
            .toList();
    return !calls.isEmpty()
        && calls.stream().allMatch(it -> assignment.span().end() <= it.span().start())
        && expressions().filter(it -> isName(it, name)).count() == 1 + calls.size()
        && own.stream().noneMatch(it -> binds(it, name))
        && hasLine(assignment);
  }

  private boolean hasLine(Stmt statement) {
    var rest = file.text().content().substring(statement.span().end());
    return file.beginsLine(statement)
        && rest.lines().findFirst().filter(it -> !it.isBlank()).isEmpty();
  }

  private static boolean isName(Expr expression, String name) {
    return expression instanceof Expr.Name(var _, var id) && id.equals(name);
  }

  private static boolean isDefinition(Stmt statement) {
    return statement instanceof Stmt.Function || statement instanceof Stmt.ClassDef;
  }

  /// Returns whether a statement gives a name to something without an expression that says it.
  private static boolean binds(Stmt statement, String name) {
    return switch (statement) {
      case Stmt.Import it -> it.names().stream().anyMatch(one -> one.bound().equals(name));
      case Stmt.ImportFrom it -> it.names().stream().anyMatch(one -> one.bound().equals(name));
      case Stmt.Function it -> it.name().equals(name);
      case Stmt.ClassDef it -> it.name().equals(name);
      default -> false;
    };
  }
}

package lockstep.rewrite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// What a function keeps of models in variables and calls: one method, as in `create =
/// db.user.create`, or all of a model's, as in `users = db.user`.
///
/// It is known where the variable is set once, before all that is done with it, and nothing is done
/// with it but to call it.
final class KeptMethods {
  private final PythonFile file;
  private final List<Stmt> own;

  /// @param assignment which goes with the last of the calls
  /// @param operation empty where it is all that the model has
  record Kept(Stmt.Assign assignment, ClientCalls.Model model, Optional<Operation> operation) {
    /// Returns whether a call is one of the variable.
    boolean isOf(FoundCalls.Found found) {
      return assignment.targets().getFirst() instanceof Expr.Name(var _, var name)
          && variable(found.call().node()).filter(name::equals).isPresent();
    }

    /// Returns the variable that a call may be one of.
    static Optional<String> variable(Expr.Call call) {
      return switch (call.function()) {
        case Expr.Name it -> Optional.of(it.id());
        case Expr.Attribute(var _, Expr.Name(var _, var id), var _) -> Optional.of(id);
        default -> Optional.empty();
      };
    }

    /// Returns the call of the model that a call of the variable is.
    Optional<ClientCall> called(Expr.Call call, Expr whole) {
      return operation
          .filter(_ -> call.function() instanceof Expr.Name)
          .or(() -> method(call))
          .map(it -> new ClientCall.Target.OfModel(model.entity(), it))
          .map(it -> new ClientCall(call, whole, model.client(), it));
    }

    private static Optional<Operation> method(Expr.Call call) {
      return ClientCalls.lastName(call.function())
          .filter(_ -> call.function() instanceof Expr.Attribute)
          .flatMap(Operation::find);
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
  static Map<String, Kept> in(
      PythonFile file, List<Stmt> body, List<Stmt.Parameter> parameters, ClientCalls client) {
    var methods = new KeptMethods(file, body.stream().flatMap(Variables::own).toList());
    var kept = new LinkedHashMap<String, Kept>();
    for (var it : body) {
      if (it instanceof Stmt.Assign assignment
          && assignment.targets().size() == 1
          && assignment.targets().getFirst() instanceof Expr.Name(var _, var name)
          && parameters.stream().noneMatch(one -> one.name().equals(name))) {
        assignment
            .value()
            .flatMap(value -> kept(assignment, value, client))
            .filter(one -> methods.isOnlyCalled(name, one))
            .ifPresent(one -> kept.put(name, one));
      }
    }
    return kept;
  }

  private static Optional<Kept> kept(Stmt.Assign assignment, Expr value, ClientCalls client) {
    return client
        .model(value)
        .map(it -> new Kept(assignment, it, Optional.empty()))
        .or(
            () ->
                value instanceof Expr.Attribute(var _, var of, var method)
                    ? Operation.find(method)
                        .flatMap(
                            operation ->
                                client
                                    .model(of)
                                    .map(it -> new Kept(assignment, it, Optional.of(operation))))
                    : Optional.empty());
  }

  private boolean isOnlyCalled(String name, Kept kept) {
    var assignment = kept.assignment();
    var calls =
        own.stream()
            .filter(it -> !isDefinition(it))
            .flatMap(it -> it.expressions().stream())
            .flatMap(Expr::all)
            .filter(it -> it instanceof Expr.Call call && isCall(call, name, kept))
            .toList();
    return !calls.isEmpty()
        && calls.stream().allMatch(it -> assignment.span().end() <= it.span().start())
        && expressions().filter(it -> isName(it, name)).count() == 1 + calls.size()
        && own.stream().noneMatch(it -> binds(it, name))
        && hasLine(assignment);
  }

  private static boolean isCall(Expr.Call call, String name, Kept kept) {
    var isMethod = call.function() instanceof Expr.Name;
    return isMethod == kept.operation().isPresent()
        && Kept.variable(call).filter(name::equals).isPresent()
        && kept.called(call, call).isPresent();
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

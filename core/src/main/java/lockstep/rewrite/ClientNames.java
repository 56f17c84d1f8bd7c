package lockstep.rewrite;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// What a file calls what is in the package of the client: imported by itself, or reached through a
/// module, as in `prisma.models.User`.
final class ClientNames {
  /// Whole names by what the file has bound them to.
  private final Map<String, String> bound = new HashMap<>();

  ClientNames(PythonFile file) {
    file.statements().forEach(this::learn);
  }

  private void learn(Stmt statement) {
    switch (statement) {
      case Stmt.ImportFrom it when Imported.isOfClient(it.module()) ->
          it.names()
              .forEach(name -> bound.putIfAbsent(name.bound(), it.module() + "." + name.name()));
      case Stmt.Import it ->
          it.names().stream()
              .filter(name -> Imported.isOfClient(name.name()))
              .forEach(
                  name ->
                      bound.putIfAbsent(
                          name.as().orElse("prisma"),
                          name.as().isPresent() ? name.name() : "prisma"));
      default -> {}
    }
  }

  /// Returns the whole name of an expression, as `prisma.models.User`; empty where it is nothing of
  /// the client's.
  Optional<String> whole(Expr expression) {
    return switch (expression) {
      case Expr.Name it -> Optional.ofNullable(bound.get(it.id()));
      case Expr.Attribute it -> whole(it.of()).map(of -> of + "." + it.name());
      case Expr.Text(var _, var text) -> whole(text);
      default -> Optional.empty();
    };
  }

  /// An annotation may be a text.
  Optional<String> whole(String text) {
    var dot = text.indexOf('.');
    return dot < 0
        ? Optional.ofNullable(bound.get(text))
        : Optional.ofNullable(bound.get(text.substring(0, dot)))
            .map(it -> it + text.substring(dot));
  }

  /// Returns whether anything of a module, or the module itself, is called by a name.
  boolean have(String module) {
    return bound.values().stream().anyMatch(it -> it.equals(module) || it.startsWith(module + "."));
  }

  /// Returns whether an annotation names the client's class.
  boolean areClient(Expr annotation) {
    return annotation
        .all()
        .anyMatch(it -> whole(it).filter(ClientCalls.CLASSES::contains).isPresent());
  }

  /// Returns what of a module an expression is, as `User` of `prisma.models`.
  Optional<String> in(String module, Expr expression) {
    return whole(expression)
        .filter(it -> it.startsWith(module + "."))
        .map(it -> it.substring(module.length() + 1))
        .filter(it -> it.indexOf('.') < 0);
  }
}

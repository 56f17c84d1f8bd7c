package lockstep.rewrite;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// Which function of which module a call of a file is of.
final class Callees {
  private final String module;
  private final Map<String, Callee> imported = new LinkedHashMap<>();
  private final Set<String> modules = new HashSet<>();
  private final Set<String> own = new HashSet<>();

  /// @param module as an import names it, or by its whole name
  record Callee(String module, String name) {}

  Callees(PythonFile file) {
    this.module = Modules.name(file);
    file.statements().forEach(this::learn);
  }

  private void learn(Stmt statement) {
    switch (statement) {
      case Stmt.ImportFrom it ->
          it.names()
              .forEach(name -> imported.put(name.bound(), new Callee(it.module(), name.name())));
      case Stmt.Import it -> it.names().forEach(name -> modules.add(name.bound()));
      case Stmt.Function it -> own.add(it.name());
      case Stmt.ClassDef it -> own.add(it.name());
      default -> {}
    }
  }

  String module() {
    return module;
  }

  /// Returns what the file imports, by what it calls it.
  Map<String, Callee> imported() {
    return imported;
  }

  /// Returns the function, by its own name, by that of its module, or as a method of `self`.
  Optional<Callee> of(Expr function) {
    return switch (function) {
      case Expr.Name(var _, var id) when own.contains(id) -> Optional.of(new Callee(module, id));
      case Expr.Name(var _, var id) -> Optional.ofNullable(imported.get(id));
      case Expr.Attribute it when Results.isOfSelf(it) ->
          Optional.of(new Callee(module, it.name())).filter(_ -> own.contains(it.name()));
      case Expr.Attribute(var _, Expr.Name(var _, var id), var name)
          when imported.containsKey(id) ->
          Optional.of(new Callee(imported.get(id).module() + "." + imported.get(id).name(), name));
      case Expr.Attribute(var _, var of, var name) when modules.contains(dotted(of)) ->
          Optional.of(new Callee(dotted(of), name));
      default -> Optional.empty();
    };
  }

  private static String dotted(Expr expression) {
    return switch (expression) {
      case Expr.Name it -> it.id();
      case Expr.Attribute it -> dotted(it.of()) + "." + it.name();
      default -> "";
    };
  }
}

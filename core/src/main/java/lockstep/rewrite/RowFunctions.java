package lockstep.rewrite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// The functions of modules that say that they return rows of the client, as `-> list[User]`.
record RowFunctions(Modules<Map<String, Optional<RowFunctions.Returned>>> modules) {
  static final RowFunctions NONE = new RowFunctions(new Modules<>(Map.of()));

  /// @param model by the client's name
  /// @param annotation whose names are those of its own file
  record Returned(String model, Expr annotation) {}

  static Map<String, Optional<Returned>> of(PythonFile file) {
    var names = new ClientNames(file);
    var functions = new LinkedHashMap<String, Optional<Returned>>();
    if (!names.have("prisma.models") && !names.have("prisma")) {
      return functions;
    }
    for (var statement : file.body()) {
      if (statement instanceof Stmt.Function it) {
        functions.merge(it.name(), returned(it, names), (_, _) -> Optional.empty());
      }
    }
    return functions;
  }

  private static Optional<Returned> returned(Stmt.Function function, ClientNames names) {
    return function
        .returns()
        .flatMap(
            annotation ->
                annotation
                    .all()
                    .flatMap(it -> names.in("prisma.models", it).stream())
                    .findFirst()
                    .map(it -> new Returned(it, annotation)));
  }

  /// @param module as an import names it
  Optional<Returned> find(String module, String name) {
    return modules.find(module).flatMap(it -> it.getOrDefault(name, Optional.empty()));
  }
}

package lockstep.rewrite;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// The models of Pydantic that files write out, as of the bodies of requests.
///
/// @param shapes by the last part of their modules' names, and their own names
record RequestClasses(Map<String, Map<String, Optional<Shape>>> shapes) {
  static final RequestClasses NONE = new RequestClasses(Map.of());

  /// What makes a dict of one.
  static final Set<String> DUMPS = Set.of("dict", "model_dump");

  /// @param fields by name, each with the names that its annotation has
  record Shape(Map<String, Set<String>> fields) {}

  /// Returns those of one file, by their names.
  static Map<String, Optional<Shape>> of(PythonFile file) {
    var own = new LinkedHashMap<String, Optional<Shape>>();
    for (var statement : file.body()) {
      if (statement instanceof Stmt.ClassDef it) {
        own.put(it.name(), own.containsKey(it.name()) ? Optional.empty() : shape(it, own));
      }
    }
    return own;
  }

  /// Adds those of a module: what two modules of one name have is not known.
  static void add(
      String module,
      Map<String, Optional<Shape>> own,
      Map<String, Map<String, Optional<Shape>>> shapes) {
    var known = shapes.computeIfAbsent(module, _ -> new LinkedHashMap<>());
    own.forEach((name, it) -> known.merge(name, it, (_, _) -> Optional.empty()));
  }

  /// Returns what a class of a module has; empty where that is not known.
  Optional<Shape> find(String module, String name) {
    return shapes
        .getOrDefault(Clients.last(module, '.'), Map.of())
        .getOrDefault(name, Optional.empty());
  }

  private static Optional<Shape> shape(Stmt.ClassDef it, Map<String, Optional<Shape>> before) {
    var fields = new LinkedHashMap<String, Set<String>>();
    for (var base : it.heads()) {
      var name = base instanceof Expr.Name(var _, var id) ? id : "";
      var known = before.getOrDefault(name, Optional.empty());
      if (known.isEmpty() && !name.equals("BaseModel")) {
        return Optional.empty();
      }
      known.ifPresent(inherited -> fields.putAll(inherited.fields()));
    }
    for (var statement : it.body()) {
      switch (statement) {
        case Stmt.Function own when DUMPS.contains(own.name()) -> {
          return Optional.empty();
        }
        case Stmt.Assign own
            when own.annotation().isPresent()
                && own.targets().getFirst() instanceof Expr.Name(var _, var name) ->
            fields.put(name, names(own.annotation().get()));
        default -> {}
      }
    }
    return it.heads().isEmpty() ? Optional.empty() : Optional.of(new Shape(fields));
  }

  private static Set<String> names(Expr annotation) {
    return annotation
        .all()
        .filter(it -> !(it instanceof Expr.Subscript))
        .map(
            it ->
                switch (it) {
                  case Expr.Name(var _, var id) -> id;
                  case Expr.Attribute(var _, var _, var name) -> name;
                  case Expr.Constant one when one.isNone() -> "None";
                  case Expr.Display _ -> "None";
                  default -> "?";
                })
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}

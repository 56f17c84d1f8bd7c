package lockstep.rewrite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// The rows that annotations speak of.
final class SaidRows {
  private static final Set<String> LISTS =
      Set.of(
          "list",
          "List",
          "set",
          "Sequence",
          "Collection",
          "Iterable",
          "Iterator",
          "Generator",
          "AsyncIterable",
          "AsyncIterator",
          "AsyncGenerator");

  private static final Set<String> DICTS =
      Set.of("dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict");

  private final Vocabulary words;
  private final ClientImports imports;

  /// What functions return, by their names; empty where it is not said, or not by one alone.
  private final Map<String, Optional<Expr>> functions = new LinkedHashMap<>();

  SaidRows(Vocabulary words, ClientImports imports, PythonFile file) {
    this.words = words;
    this.imports = imports;
    file.statements()
        .filter(Stmt.Function.class::isInstance)
        .map(Stmt.Function.class::cast)
        .forEach(it -> functions.merge(it.name(), it.returns(), (_, _) -> Optional.empty()));
  }

  Optional<Held> of(Expr annotation) {
    var model = imports.model(annotation);
    if (model.isPresent()) {
      return model.map(Held::of);
    }
    return switch (annotation) {
      case Expr.Subscript it -> of(ClientCalls.lastName(it.of()).orElse(""), parts(it.index()));
      case Expr.Other(var _, var kind, var parts) when kind.equals("BinOp") ->
          parts.stream().flatMap(it -> of(it).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  private Optional<Held> of(String container, List<Expr> parts) {
    if (LISTS.contains(container)) {
      return of(parts.getFirst()).map(Held.Many::new);
    }
    if (DICTS.contains(container)) {
      return of(parts.getLast()).map(Held.ByKey::new);
    }
    if (container.equalsIgnoreCase("tuple")) {
      return parts.getLast() instanceof Expr.Constant
          ? of(parts.getFirst()).map(Held.Many::new)
          : Held.several(parts.stream().map(this::of).toList());
    }
    return parts.stream().flatMap(it -> of(it).stream()).findFirst();
  }

  private static List<Expr> parts(Expr index) {
    return index instanceof Expr.Display it && !it.elements().isEmpty()
        ? it.elements()
        : List.of(index);
  }

  /// What a function says that it returns.
  Optional<Held> returned(Expr.Call call) {
    var function = call.function();
    var own =
        ClientCalls.lastName(function)
            .filter(_ -> function instanceof Expr.Name || Results.isOfSelf(function))
            .filter(functions::containsKey);
    return own.isPresent()
        ? functions.get(own.get()).filter(SaidRows::isOfRows).flatMap(this::of)
        : imports
            .returned(function)
            .filter(it -> isOfRows(it.annotation()))
            .flatMap(
                it ->
                    words
                        .model(it.model())
                        .map(
                            entity ->
                                isMany(it.annotation()) ? Held.many(entity) : Held.of(entity)));
  }

  private static boolean isMany(Expr annotation) {
    return annotation instanceof Expr.Subscript it
        && ClientCalls.lastName(it.of()).filter(LISTS::contains).isPresent();
  }

  /// Returns whether an annotation says nothing but a row, rows, or none.
  private static boolean isOfRows(Expr annotation) {
    return switch (annotation) {
      case Expr.Name _, Expr.Attribute _, Expr.Text _ -> true;
      case Expr.Subscript it ->
          isMany(it) || ClientCalls.lastName(it.of()).filter("Optional"::equals).isPresent();
      case Expr.Other(var _, var kind, var parts) when kind.equals("BinOp") ->
          parts.stream().allMatch(it -> it.isNone() || isOfRows(it));
      default -> false;
    };
  }
}

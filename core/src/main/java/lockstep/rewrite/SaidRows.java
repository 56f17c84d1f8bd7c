package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.syntax.Expr;
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

  SaidRows(Vocabulary words, ClientImports imports) {
    this.words = words;
    this.imports = imports;
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

  /// Returns what a function that says so returns: a row, or rows.
  Optional<Held> returned(Stmt.Function function) {
    return function.returns().filter(SaidRows::isOfRows).flatMap(this::of);
  }

  /// Returns what a function of another module says that it returns.
  Optional<Held> returned(RowFunctions.Returned returned) {
    return words
        .model(returned.model())
        .filter(_ -> isOfRows(returned.annotation()))
        .map(it -> isMany(returned.annotation()) ? Held.many(it) : Held.of(it));
  }

  /// `list[User]`, `Optional[list[User]]` or `list[User] | None`.
  private static boolean isMany(Expr annotation) {
    return switch (annotation) {
      case Expr.Subscript it when isOptional(it) -> isMany(it.index());
      case Expr.Subscript it -> isList(it);
      case Expr.Other(var _, var kind, var parts) when kind.equals("BinOp") ->
          parts.stream().anyMatch(SaidRows::isMany);
      default -> false;
    };
  }

  private static boolean isList(Expr.Subscript annotation) {
    return ClientCalls.lastName(annotation.of()).filter(LISTS::contains).isPresent();
  }

  private static boolean isOptional(Expr.Subscript annotation) {
    return ClientCalls.lastName(annotation.of()).filter("Optional"::equals).isPresent();
  }

  /// Returns whether an annotation says nothing but a row, rows, or none.
  private static boolean isOfRows(Expr annotation) {
    return switch (annotation) {
      case Expr.Name _, Expr.Attribute _, Expr.Text _ -> true;
      case Expr.Subscript it -> isOptional(it) ? isOfRows(it.index()) : isList(it);
      case Expr.Other(var _, var kind, var parts) when kind.equals("BinOp") ->
          parts.stream().allMatch(it -> it.isNone() || isOfRows(it));
      default -> false;
    };
  }
}

package lockstep.rewrite;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// The clients that modules make at their top, for others to import.
///
/// @param names by the last part of their modules' names
/// @param functions that return one, in the same way
/// @param elsewhere those of the names whose clients go to databases of their own
record Clients(
    Map<String, Set<String>> names,
    Map<String, Set<String>> functions,
    Map<String, Set<String>> elsewhere) {
  static final Clients NONE = new Clients(Map.of(), Map.of(), Map.of());

  /// Returns those of one file.
  static Set<String> made(PythonFile file) {
    var kept = names(file.statements(), ClientCalls::isConstruction);
    return names(
        file.body().stream(),
        value ->
            ClientCalls.isConstruction(value)
                || ClientCalls.lastName(value).filter(kept::contains).isPresent());
  }

  /// Returns what is assigned such a value, as `db` in `db = database.client`.
  private static Set<String> names(Stream<Stmt> statements, Predicate<Expr> isClient) {
    return statements
        .filter(Stmt.Assign.class::isInstance)
        .map(Stmt.Assign.class::cast)
        .filter(it -> it.value().filter(isClient).isPresent())
        .flatMap(it -> it.targets().stream())
        .flatMap(it -> ClientCalls.lastName(it).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Returns the functions of a file that say they return a client, or return what is one.
  static Set<String> returning(PythonFile file) {
    var names = new ClientNames(file);
    var made = made(file);
    return file.body().stream()
        .filter(Stmt.Function.class::isInstance)
        .map(Stmt.Function.class::cast)
        .filter(
            it ->
                it.returns().filter(names::areClient).isPresent()
                    || ClientHolders.returned(it)
                        .flatMap(value -> ClientCalls.lastName(value).stream())
                        .anyMatch(one -> made.contains(one) || ClientHolders.USUAL.contains(one)))
        .map(Stmt.Function::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Returns whether a module makes a client that is called so.
  boolean contains(String module, String name) {
    return names.getOrDefault(last(module, '.'), Set.of()).contains(name);
  }

  /// Returns whether what a module calls so is a client that goes to a database of its own.
  boolean goesElsewhere(String module, String name) {
    return elsewhere.getOrDefault(last(module, '.'), Set.of()).contains(name);
  }

  /// Returns whether a module has a function that is called so and returns a client.
  boolean areReturned(String module, String name) {
    return functions.getOrDefault(last(module, '.'), Set.of()).contains(name);
  }

  static String module(PythonFile file) {
    var path = file.text().name().replace('\\', '/').replaceFirst("(/__init__)?\\.py$", "");
    return last(path, '/');
  }

  static String last(String text, char separator) {
    return text.substring(text.lastIndexOf(separator) + 1);
  }
}

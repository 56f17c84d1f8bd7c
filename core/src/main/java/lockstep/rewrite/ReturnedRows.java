package lockstep.rewrite;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// The rows that functions return: what their annotations say, or else what they return themselves.
final class ReturnedRows {
  private final SaidRows said;
  private final ClientImports imports;

  /// Those of the file, by their names; empty where it is not known, or several are called so.
  private final Map<String, Optional<Held>> functions = new LinkedHashMap<>();

  /// Those that say nothing, by their names.
  private final Map<String, Stmt.Function> silent = new LinkedHashMap<>();

  /// The classes of the file that have methods, by the names of these.
  private final Map<String, Set<String>> classes = new LinkedHashMap<>();

  /// The class of what variables, parameters and attributes hold; empty where they hold others too.
  private final Map<String, Optional<String>> held = new LinkedHashMap<>();

  ReturnedRows(PythonFile file, SaidRows said, ClientImports imports) {
    this.said = said;
    this.imports = imports;
    file.statements()
        .filter(Stmt.Function.class::isInstance)
        .map(Stmt.Function.class::cast)
        .forEach(this::read);
    file.statements()
        .filter(Stmt.ClassDef.class::isInstance)
        .forEach(it -> methods((Stmt.ClassDef) it));
    file.statements().forEach(this::hold);
  }

  private void methods(Stmt.ClassDef made) {
    made.body().stream()
        .filter(Stmt.Function.class::isInstance)
        .map(it -> ((Stmt.Function) it).name())
        .forEach(it -> classes.computeIfAbsent(it, _ -> new HashSet<>()).add(made.name()));
  }

  private void hold(Stmt statement) {
    switch (statement) {
      case Stmt.Assign it ->
          it.targets().stream()
              .flatMap(one -> ClientCalls.lastName(one).stream())
              .forEach(one -> hold(one, it.annotation().or(it::value).flatMap(this::kind)));
      case Stmt.Function it ->
          it.parameters().forEach(one -> hold(one.name(), one.annotation().flatMap(this::kind)));
      default -> {}
    }
  }

  private void hold(String name, Optional<String> kind) {
    held.merge(name, kind, (one, other) -> one.equals(other) ? one : Optional.empty());
  }

  /// Returns the class of `Users(db)`, of `self.users` that was given such a one, or its own name.
  private Optional<String> kind(Expr expression) {
    return switch (expression) {
      case Expr.Call it -> kind(it.function());
      default ->
          ClientCalls.lastName(expression)
              .map(it -> held.getOrDefault(it, Optional.of(it)).orElse(""));
    };
  }

  /// Returns whether a function is one of the file as it is called: by its name, or on what has it.
  private boolean isOwn(Expr function, String name) {
    return function instanceof Expr.Name
        || Results.isOfSelf(function)
        || function instanceof Expr.Attribute(var _, var of, var _)
            && kind(of).filter(classes.getOrDefault(name, Set.of())::contains).isPresent();
  }

  private void read(Stmt.Function function) {
    if (functions.containsKey(function.name())) {
      functions.put(function.name(), Optional.empty());
      silent.remove(function.name());
      return;
    }
    functions.put(function.name(), said.returned(function));
    if (function.returns().isEmpty()) {
      silent.put(function.name(), function);
    }
  }

  /// Learns what functions return that do not say it; one may return what another does.
  ///
  /// @param returned what each `return` of a function is, but for those of nothing
  void infer(
      List<FoundCalls.Scope> scopes, Function<FoundCalls.Scope, List<Optional<Held>>> returned) {
    var open =
        scopes.stream()
            .filter(it -> it.function().filter(one -> silent.get(one.name()) == one).isPresent())
            .toList();
    var before = -1L;
    while (before != known()) {
      before = known();
      for (var it : open) {
        var name = it.function().get().name();
        var rows = returned.apply(it).stream().distinct().toList();
        if (rows.size() == 1 && functions.get(name).isEmpty()) {
          functions.put(name, rows.getFirst());
        }
      }
    }
  }

  private long known() {
    return functions.values().stream().filter(Optional::isPresent).count();
  }

  /// Returns what a call of a function returns.
  Optional<Held> of(Expr.Call call) {
    return ClientCalls.lastName(call.function())
        .filter(it -> functions.containsKey(it) && isOwn(call.function(), it))
        .map(functions::get)
        .orElseGet(() -> imports.returned(call.function()).flatMap(said::returned));
  }
}

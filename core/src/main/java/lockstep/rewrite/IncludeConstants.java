package lockstep.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// The dicts that modules have at their top for calls to include by, as `WITH_POSTS = {"posts":
/// {"include": COMMENTS}}`.
///
/// They name relations and orders, and nothing that could be another value where it stands: so each
/// can be read wherever its name is.
record IncludeConstants(Modules<Module> modules) {
  static final IncludeConstants NONE = new IncludeConstants(new Modules<>(Map.of()));

  private static final Set<String> ORDERS = Set.of("order_by", "orderBy", "order");

  /// Where a name of a module comes from.
  private record Origin(String module, String name) {}

  /// @param written by name; empty where a name may be something else at another time
  record Module(Map<String, Optional<Expr.Dict>> written, Map<String, Origin> imported) {
    static Module of(PythonFile file) {
      var module = new Module(new LinkedHashMap<>(), new HashMap<>());
      file.body().forEach(module::learn);
      if (!module.written.isEmpty()) {
        file.statements().forEach(module::forget);
      }
      return module;
    }

    private void learn(Stmt statement) {
      switch (statement) {
        case Stmt.Assign it
            when it.targets().size() == 1
                && it.targets().getFirst() instanceof Expr.Name(var _, var name) ->
            written.merge(
                name,
                it.value().filter(Expr.Dict.class::isInstance).map(Expr.Dict.class::cast),
                (_, _) -> Optional.empty());
        case Stmt.ImportFrom it ->
            it.names()
                .forEach(name -> imported.put(name.bound(), new Origin(it.module(), name.name())));
        default -> {}
      }
    }

    /// Forgets what a statement puts something into, or sets again.
    private void forget(Stmt statement) {
      switch (statement) {
        case Stmt.Assign it ->
            it.targets().stream().filter(one -> !(one instanceof Expr.Name)).forEach(this::forget);
        case Stmt.Evaluate(var _, Expr.Call(var _, Expr.Attribute method, var _)) -> forget(method);
        case Stmt.Other(var _, var _, var parts) -> parts.forEach(this::forget);
        default -> {}
      }
    }

    private void forget(Expr changed) {
      if (changed.root() instanceof Expr.Name(var _, var name)) {
        written.computeIfPresent(name, (_, _) -> Optional.empty());
      }
    }
  }

  /// Returns what a name of a module stands for.
  ///
  /// @param module as an import names it
  Optional<Expr.Dict> find(String module, String name) {
    return find(module, name, new HashSet<>());
  }

  private Optional<Expr.Dict> find(String module, String name, Set<String> open) {
    var whole = modules.whole(module);
    if (whole.isEmpty() || !open.add(whole.get() + "." + name)) {
      return Optional.empty();
    }
    var known = modules.find(whole.get()).orElseThrow();
    var origin = known.imported().get(name);
    var found =
        origin == null
            ? known
                .written()
                .getOrDefault(name, Optional.empty())
                .flatMap(it -> plain(whole.get(), it, open))
            : find(origin.module(), origin.name(), open);
    open.remove(whole.get() + "." + name);
    return found;
  }

  /// Returns a dict with what its names stand for in their places.
  private Optional<Expr.Dict> plain(String module, Expr.Dict dict, Set<String> open) {
    var entries = new ArrayList<Expr.Entry>();
    for (var it : dict.entries()) {
      var value = it.name().flatMap(name -> plain(module, name, it.value(), open));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      entries.add(new Expr.Entry(it.key(), value.get()));
    }
    return Optional.of(new Expr.Dict(dict.span(), entries));
  }

  private Optional<Expr> plain(String module, String key, Expr value, Set<String> open) {
    return switch (value) {
      case Expr.Constant it when it.isBoolean() -> Optional.of(it);
      case Expr.Dict it when ORDERS.contains(key) ->
          Optional.of(value).filter(_ -> it.entries().stream().allMatch(IncludeConstants::isOrder));
      case Expr.Dict it -> plain(module, it, open).map(Expr.class::cast);
      case Expr.Name(var _, var id) -> find(module, id, open).map(Expr.class::cast);
      default -> Optional.empty();
    };
  }

  private static boolean isOrder(Expr.Entry entry) {
    return entry.name().isPresent() && entry.value() instanceof Expr.Text;
  }
}

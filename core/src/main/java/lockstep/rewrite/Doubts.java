package lockstep.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Stmt;

/// What may be a transaction which began elsewhere, with what stands in the way of running in it.
///
/// @param names of variables, and of attributes as in `self.client`
record Doubts(Map<String, String> names) {
  static final Doubts NONE = new Doubts(Map.of());

  Doubts {
    names = Map.copyOf(names);
  }

  /// Returns those of a function inside.
  ///
  /// @param given its own parameters of which that is so
  Doubts in(List<Stmt> body, List<Stmt.Parameter> parameters, Map<String, String> given) {
    var all = new HashMap<>(names);
    parameters.forEach(it -> all.remove(it.name()));
    all.putAll(given);
    if (!all.isEmpty()) {
      body.stream().flatMap(Variables::own).forEach(it -> learn(it, all));
    }
    return new Doubts(all);
  }

  /// `client = given or db`.
  private static void learn(Stmt statement, Map<String, String> all) {
    if (statement instanceof Stmt.Assign it && it.value().isPresent()) {
      var doubt = it.value().flatMap(value -> of(value, all));
      it.targets().stream()
          .flatMap(target -> name(target).stream())
          .forEach(name -> doubt.ifPresent(why -> all.putIfAbsent(name, why)));
    }
  }

  private static Optional<String> of(Expr value, Map<String, String> all) {
    return switch (value) {
      case Expr.Name _, Expr.Attribute _ -> name(value).map(all::get);
      case Expr.Other(var _, var _, var parts) ->
          parts.stream().flatMap(it -> of(it, all).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(Expr target) {
    return switch (target) {
      case Expr.Name(var _, var id) -> Optional.of(id);
      case Expr.Attribute it when Results.isOfSelf(it) -> Optional.of("self." + it.name());
      default -> Optional.empty();
    };
  }

  /// Returns what the functions of a class have in attributes.
  Doubts ofAttributes() {
    var all = new HashMap<>(names);
    all.keySet().removeIf(it -> !it.startsWith("self."));
    return new Doubts(all);
  }

  /// Returns why it is not known what a call runs in.
  Optional<String> of(ClientCall call) {
    return call.client().flatMap(it -> of(it, names));
  }
}

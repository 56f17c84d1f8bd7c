package lockstep.rewrite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.Meanings.Kind;
import lockstep.rewrite.Meanings.Meaning;
import lockstep.rewrite.Meanings.Routine;
import lockstep.rewrite.syntax.Expr;

/// What expressions of a module have their values from.
record HeldValues(String module, Meanings meanings, ClientNames names) {
  /// What makes a client.
  static final Set<String> CLASSES =
      Set.of("prisma.Prisma", "prisma.Client", "prisma.client.Prisma", "prisma.client.Client");

  /// What has FastAPI call a function for a parameter.
  private static final Set<String> DEPENDENCIES = Set.of("Depends", "Security");

  /// Where something stands.
  ///
  /// @param names of the functions around it, the innermost first
  /// @param within the functions around it, the innermost last
  /// @param kind the class around it
  record Where(
      List<Map<String, Holder>> names, List<Routine> within, Optional<Kind> kind, Block block) {
    List<Holder> results() {
      return within.stream().map(Routine::result).toList();
    }
  }

  enum Block {
    OF_CLASS,
    OTHER
  }

  boolean isMade(Expr value) {
    return value instanceof Expr.Call call
        && names.whole(call.function()).filter(CLASSES::contains).isPresent();
  }

  /// Returns what an expression may have its value from.
  List<Holder> held(Expr expression, Where where) {
    return switch (expression) {
      case Expr.Name it ->
          local(it, where).or(() -> variable(it, where)).stream()
              .filter(one -> one.kind() != Holder.Kind.OTHER)
              .toList();
      case Expr.Attribute it when isOfModule(it.of(), where) ->
          variable(it, where).stream().toList();
      case Expr.Attribute it -> List.of(Holder.attribute(it.name()));
      case Expr.Call(var _, Expr.Name(var _, var id), var given)
          when id.equals("getattr")
              && given.size() > 1
              && given.get(1).value() instanceof Expr.Text(var _, var name) ->
          List.of(Holder.attribute(name));
      case Expr.Call it ->
          isMade(it)
              ? List.of(Holder.MADE)
              : called(it, where).map(Routine::result).stream().toList();
      case Expr.Await it -> held(it.value(), where);
      case Expr.Other(var _, var kind, var parts)
          when kind.equals("BoolOp") || kind.equals("IfExp") ->
          parts.stream().flatMap(it -> held(it, where).stream()).toList();
      default -> List.of();
    };
  }

  private static Optional<Holder> local(Expr.Name name, Where where) {
    return where.names().stream()
        .filter(it -> it.containsKey(name.id()))
        .findFirst()
        .map(it -> it.get(name.id()));
  }

  private Optional<Holder> variable(Expr expression, Where where) {
    return meaning(expression, where)
        .filter(Meaning.OfVariable.class::isInstance)
        .map(it -> ((Meaning.OfVariable) it).holder());
  }

  Optional<Routine> routine(Expr expression, Where where) {
    return meaning(expression, where)
        .filter(Meaning.OfRoutine.class::isInstance)
        .map(it -> ((Meaning.OfRoutine) it).routine());
  }

  private boolean isOfModule(Expr expression, Where where) {
    return meaning(expression, where).filter(Meaning.OfModule.class::isInstance).isPresent();
  }

  /// Returns what a name or a dotted name means; empty for a variable of a function.
  Optional<Meaning> meaning(Expr expression, Where where) {
    return switch (expression) {
      case Expr.Name it ->
          local(it, where).isPresent() ? Optional.empty() : meanings.find(module, it.id());
      case Expr.Attribute it ->
          meaning(it.of(), where)
              .filter(Meaning.OfModule.class::isInstance)
              .flatMap(of -> meanings.find(((Meaning.OfModule) of).name(), it.name()));
      default -> Optional.empty();
    };
  }

  /// Returns what a call calls.
  Optional<Routine> called(Expr.Call call, Where where) {
    var meaning = meaning(call.function(), where).orElse(null);
    if (meaning instanceof Meaning.OfRoutine(var routine)) {
      return Optional.of(routine);
    }
    if (meaning instanceof Meaning.OfKind(var kind)) {
      return meanings.method(kind, "__init__");
    }
    return call.function() instanceof Expr.Attribute it && !isOfModule(it.of(), where)
        ? method(it, where)
        : Optional.empty();
  }

  private Optional<Routine> method(Expr.Attribute method, Where where) {
    if (method.of() instanceof Expr.Call it
        && ClientCalls.lastName(it.function()).filter("super"::equals).isPresent()) {
      return where.kind().flatMap(kind -> meanings.inherited(kind, method.name()));
    }
    var all = meanings.methods(method.name());
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /// Returns the function that FastAPI calls for `Depends(get_db)`.
  Optional<Routine> dependency(Expr expression, Where where) {
    return isDependency(expression)
            && expression instanceof Expr.Call call
            && !call.arguments().isEmpty()
        ? routine(call.arguments().getFirst().value(), where)
        : Optional.empty();
  }

  /// Returns whether FastAPI calls what this names, and reads what that takes.
  boolean isDependency(Expr expression) {
    return expression instanceof Expr.Call call
        && ClientCalls.lastName(call.function()).filter(DEPENDENCIES::contains).isPresent();
  }
}

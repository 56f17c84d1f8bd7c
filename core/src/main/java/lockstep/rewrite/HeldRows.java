package lockstep.rewrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// Which expressions of a function are rows: those that calls return, and what comes of them by
/// variables, loops, and the functions that Python has for lists.
final class HeldRows {
  /// How often variables are looked at that come of each other.
  private static final int DEPTH = 5;

  /// What has the same in it as what it is given.
  private static final Set<String> SAME =
      Set.of("list", "sorted", "reversed", "set", "frozenset", "tuple", "iter", "deque", "sample");

  private static final Set<String> ONE_OF = Set.of("max", "min", "next", "choice", "anext");

  private static final Pattern LAMBDA = Pattern.compile("lambda\\s+(\\w+)\\s*:.*", Pattern.DOTALL);

  private final Vocabulary words;
  private final ClientImports imports;
  private final PythonFile file;
  private final SaidRows said;
  private final ReturnedRows functions;
  private final Map<Expr, ClientCall> calls = new IdentityHashMap<>();

  private Map<String, Optional<Held>> before = Map.of();
  private Map<String, Optional<Held>> variables = new LinkedHashMap<>();

  /// What the names of comprehensions, lambdas and loops are, where those stand.
  private final Map<String, List<Local>> locals = new LinkedHashMap<>();

  /// Names that something is assigned to, besides by loops.
  private final Set<String> assigned = new HashSet<>();

  /// Where a variable first gets something else that is made of its own rows, as in `user =
  /// user.dict()`.
  private final Map<String, Integer> rebound = new LinkedHashMap<>();

  /// What a variable is on one way, where it is something else on another.
  private final Map<String, Entity> mixed = new LinkedHashMap<>();

  private record Local(Span span, Optional<Held> held) {}

  HeldRows(
      Vocabulary words,
      ClientImports imports,
      PythonFile file,
      List<ClientCall> converted,
      List<FoundCalls.Scope> scopes) {
    this.words = words;
    this.imports = imports;
    this.file = file;
    this.said = new SaidRows(words, imports);
    this.functions = new ReturnedRows(file, said, imports);
    converted.forEach(it -> calls.put(it.whole(), it));
    functions.infer(scopes, this::returned);
  }

  /// Returns what each `return` of a function has, but for those of nothing.
  private List<Optional<Held>> returned(FoundCalls.Scope scope) {
    var own = scope.body().stream().flatMap(Variables::own).toList();
    look(scope.parameters(), own);
    return own.stream()
        .filter(Stmt.Return.class::isInstance)
        .flatMap(it -> ((Stmt.Return) it).value().stream())
        .filter(it -> !it.isNone())
        .map(this::of)
        .toList();
  }

  /// Looks at a function.
  ///
  /// @param own its statements, without those of functions inside it
  void look(List<Stmt.Parameter> parameters, List<Stmt> own) {
    variables = new LinkedHashMap<>();
    rebound.clear();
    assigned.clear();
    own.forEach(this::note);
    // A variable may come from another that is assigned later in the text, as in a loop.
    for (var i = 0; i < DEPTH; i++) {
      before = variables;
      variables = new LinkedHashMap<>();
      locals.clear();
      mixed.clear();
      parameters.forEach(
          it ->
              it.annotation()
                  .flatMap(said::of)
                  .ifPresent(held -> learn(it.name(), Optional.of(held))));
      own.forEach(this::learn);
      if (variables.equals(before)) {
        break;
      }
    }
  }

  /// Returns what an annotation says.
  Optional<Held> said(Expr annotation) {
    return said.of(annotation);
  }

  /// Returns the model of a variable that is a row on one way, and something else on another.
  Optional<Entity> perhaps(Expr variable) {
    return variable instanceof Expr.Name(var _, var id)
        ? Optional.ofNullable(mixed.get(id))
        : Optional.empty();
  }

  private void note(Stmt statement) {
    switch (statement) {
      case Stmt.Assign it -> it.targets().stream().flatMap(Expr::all).forEach(this::note);
      case Stmt.Other(var _, var kind, var parts) when kind.equals("AugAssign") ->
          note(parts.getFirst());
      default -> {}
    }
  }

  private void note(Expr target) {
    if (target instanceof Expr.Name(var _, var id)) {
      assigned.add(id);
    }
  }

  private void learn(String name, Optional<Held> held) {
    var known = variables.get(name);
    if (known == null) {
      variables.put(name, held);
    } else if (!known.equals(held)) {
      known.or(() -> held).flatMap(Held::entity).ifPresent(it -> mixed.put(name, it));
      variables.put(name, Optional.empty());
    }
  }

  private void learn(Stmt statement) {
    statement.expressions().stream().flatMap(Expr::all).forEach(this::bound);
    switch (statement) {
      case Stmt.Assign it when it.value().isPresent() ->
          it.targets().stream()
              .filter(_ -> !isEmpty(it.value().get()))
              .forEach(target -> assigned(target, it.value().get()));
      case Stmt.For it -> looped(it.target(), of(it.over()).flatMap(Held::each), it.span());
      case Stmt.Evaluate(var _, Expr.Call call) -> added(call);
      default -> {}
    }
  }

  /// `None`, and what is filled later.
  private static boolean isEmpty(Expr value) {
    return switch (value) {
      case Expr.Constant it -> it.isNone();
      case Expr.Display it -> it.elements().isEmpty();
      case Expr.Dict it -> it.entries().isEmpty();
      case Expr.Call(var _, Expr.Name(var _, var id), var given) ->
          id.equals("defaultdict") || given.isEmpty() && Set.of("list", "dict", "set").contains(id);
      default -> false;
    };
  }

  /// `users.append(user)`, and `teams[name].append(user)`.
  private void added(Expr.Call call) {
    if (call.function() instanceof Expr.Attribute(var _, var list, var method)
        && Set.of("append", "add", "insert", "appendleft").contains(method)
        && !call.arguments().isEmpty()) {
      var each = of(call.arguments().getLast().value());
      into(list, each.map(Held.Many::new));
    }
  }

  private void into(Expr container, Optional<Held> held) {
    switch (container) {
      case Expr.Name(var _, var id) -> learn(id, held);
      case Expr.Subscript(var _, Expr.Name(var _, var id), var _) ->
          learn(id, held.map(Held.ByKey::new));
      case Expr.Call(var _, Expr.Attribute(var _, Expr.Name(var _, var id), var method), var _)
          when method.equals("setdefault") ->
          learn(id, held.map(Held.ByKey::new));
      default -> {}
    }
  }

  private void bound(Expr expression) {
    switch (expression) {
      case Expr.Comprehension it ->
          it.loops()
              .forEach(
                  loop -> local(loop.target(), of(loop.over()).flatMap(Held::each), it.span()));
      case Expr.Other(var _, var kind, var parts) when kind.equals("NamedExpr") ->
          assigned(parts.getFirst(), parts.getLast());
      case Expr.Call it -> handed(it);
      default -> {}
    }
  }

  /// `sorted(users, key=lambda it: it.name)`.
  private void handed(Expr.Call call) {
    var name = ClientCalls.lastName(call.function()).orElse("");
    var isSort = name.equals("sort") && call.function() instanceof Expr.Attribute;
    for (var it : call.arguments()) {
      var parameter = parameter(it.value());
      if (parameter.isPresent()) {
        var over =
            isSort
                ? Optional.of(((Expr.Attribute) call.function()).of())
                : call.arguments().stream()
                    .filter(one -> one != it && !(one instanceof Argument.Keyword))
                    .map(Argument::value)
                    .findFirst();
        var each = over.flatMap(this::of).flatMap(Held::each);
        locals
            .computeIfAbsent(parameter.get(), _ -> new ArrayList<>())
            .add(new Local(it.value().span(), each));
      }
    }
  }

  /// Returns the one parameter of a lambda.
  private Optional<String> parameter(Expr value) {
    if (!(value instanceof Expr.Other(var _, var kind, var _)) || !kind.equals("Lambda")) {
      return Optional.empty();
    }
    var matcher = LAMBDA.matcher(file.text(value));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private void assigned(Expr target, Expr value) {
    if (target instanceof Expr.Name(var _, var id)
        && value.all().anyMatch(it -> it instanceof Expr.Name(var _, var name) && name.equals(id))
        && of(value).isEmpty()) {
      rebound.merge(id, value.span().end(), Math::min);
    } else {
      learn(target, of(value));
    }
  }

  private void learn(Expr target, Optional<Held> held) {
    switch (target) {
      case Expr.Name(var _, var id) -> learn(id, held);
      case Expr.Subscript(var _, Expr.Name(var _, var id), var _) when !isWhole(id) ->
          learn(id, held.map(Held.ByKey::new));
      case Expr.Display(var _, var _, var targets) -> {
        for (var i = 0; i < targets.size(); i++) {
          learn(targets.get(i), part(held, targets.get(i), i));
        }
      }
      case Expr.Other(var _, var kind, var parts) when kind.equals("Starred") ->
          learn(parts.getFirst(), held);
      default -> {}
    }
  }

  /// Returns whether a variable is a list where something is put into it.
  private boolean isWhole(String name) {
    return variables
        .getOrDefault(name, before.getOrDefault(name, Optional.empty()))
        .filter(it -> !(it instanceof Held.ByKey))
        .isPresent();
  }

  private static Optional<Held> part(Optional<Held> held, Expr target, int place) {
    if (held.orElse(null) instanceof Held.Several(var parts)) {
      return place < parts.size() ? parts.get(place) : Optional.empty();
    }
    return target instanceof Expr.Other ? held : held.flatMap(Held::each);
  }

  /// A loop's variable is what the loop makes it wherever nothing else is assigned to it.
  private void looped(Expr target, Optional<Held> held, Span span) {
    learn(target, held);
    if (target.all().noneMatch(it -> it instanceof Expr.Name one && assigned.contains(one.id()))) {
      local(target, held, span);
    }
  }

  private void local(Expr target, Optional<Held> held, Span span) {
    switch (target) {
      case Expr.Name(var _, var id) ->
          locals.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Local(span, held));
      case Expr.Display(var _, var _, var targets) -> {
        for (var i = 0; i < targets.size(); i++) {
          local(targets.get(i), part(held, targets.get(i), i), span);
        }
      }
      default -> {}
    }
  }

  /// Returns what an expression holds; empty where it is no row, and nothing that has some.
  Optional<Held> of(Expr expression) {
    var call = calls.get(expression);
    if (call != null) {
      return returned(call);
    }
    return switch (expression) {
      case Expr.Await it when Gathering.of(it).isPresent() -> gathered(Gathering.of(it).get());
      case Expr.Await it -> of(it.value());
      case Expr.Call it -> functions.of(it).or(() -> made(it));
      case Expr.Name it -> named(it);
      case Expr.Attribute it ->
          of(it.of()).flatMap(Held::one).flatMap(entity -> reached(entity, it));
      case Expr.Subscript it -> of(it.of()).flatMap(of -> element(of, it.index()));
      case Expr.Comprehension it ->
          of(it.results().getLast())
              .map(each -> it.results().size() == 2 ? new Held.ByKey(each) : new Held.Many(each));
      case Expr.Display it -> listed(it);
      case Expr.Dict it ->
          Held.same(it.entries().stream().map(entry -> of(entry.value()))).map(Held.ByKey::new);
      case Expr.Other(var _, var kind, var parts) ->
          switch (kind) {
            case "BoolOp", "BinOp" -> either(parts);
            case "IfExp" -> either(parts.subList(1, 3));
            case "NamedExpr", "Starred" -> of(parts.getLast());
            default -> Optional.empty();
          };
      case Expr.Text _, Expr.Constant _ -> Optional.empty();
    };
  }

  private Optional<Held> named(Expr.Name name) {
    var place = name.span().start();
    if (place >= rebound.getOrDefault(name.id(), Integer.MAX_VALUE)) {
      return Optional.empty();
    }
    return locals.getOrDefault(name.id(), List.of()).stream()
        .filter(it -> it.span().contains(name.span()))
        .reduce((outer, it) -> outer.span().contains(it.span()) ? it : outer)
        .map(Local::held)
        .orElseGet(
            () ->
                variables.getOrDefault(
                    name.id(), before.getOrDefault(name.id(), Optional.empty())));
  }

  private Optional<Held> listed(Expr.Display display) {
    if (display.shape() == Expr.Shape.TUPLE) {
      return Held.several(display.elements().stream().map(this::of).toList());
    }
    return Held.same(
            display.elements().stream()
                .map(
                    it ->
                        it instanceof Expr.Other(var _, var kind, var _) && kind.equals("Starred")
                            ? of(it).flatMap(Held::each)
                            : of(it)))
        .map(Held.Many::new);
  }

  private Optional<Held> element(Held of, Expr index) {
    var isSlice = index instanceof Expr.Other(var _, var kind, var _) && kind.equals("Slice");
    return switch (of) {
      case Held.Many it -> isSlice ? Optional.of(it) : Optional.of(it.element());
      case Held.ByKey(var value) -> Optional.of(value);
      case Held.Several(var parts) -> {
        var text = file.text(index);
        var place = text.matches("\\d{1,3}") ? Integer.parseInt(text) : parts.size();
        yield place < parts.size() ? parts.get(place) : Optional.empty();
      }
      case Held.One _ -> Optional.empty();
    };
  }

  /// What a function or a method of Python's makes of rows.
  private Optional<Held> made(Expr.Call call) {
    var given = call.arguments().stream().map(Argument::value).toList();
    var method = ClientCalls.lastName(call.function()).orElse("");
    if (call.function() instanceof Expr.Attribute(var _, var of, var _)) {
      var held = of(of);
      if (held.isPresent()) {
        return held.get().asked(method);
      }
    }
    if (given.isEmpty()) {
      return Optional.empty();
    }
    var first = of(given.getFirst());
    var each = first.flatMap(Held::each);
    if (method.equals("map")) {
      return of(given.getFirst().parts().stream().reduce(given.getFirst(), (_, last) -> last))
          .filter(_ -> parameter(given.getFirst()).isPresent())
          .map(Held.Many::new);
    }
    return switch (method) {
      case "filter", "takewhile", "dropwhile" ->
          of(given.getLast()).flatMap(Held::each).map(Held.Many::new);
      case "enumerate" ->
          each.map(
              it -> new Held.Many(new Held.Several(List.of(Optional.empty(), Optional.of(it)))));
      case "zip" -> zipped(given);
      case "groupby" ->
          each.map(
              it ->
                  new Held.Many(
                      new Held.Several(List.of(Optional.empty(), Optional.of(new Held.Many(it))))));
      default ->
          SAME.contains(method)
              ? each.map(Held.Many::new)
              : ONE_OF.contains(method) ? each : Optional.empty();
    };
  }

  private Optional<Held> zipped(List<Expr> given) {
    var parts = given.stream().map(it -> of(it).flatMap(Held::each)).toList();
    return Held.several(parts).map(Held.Many::new);
  }

  /// Calls that ran at the same time give their rows in their order.
  private Optional<Held> gathered(Gathering gathering) {
    return gathering.arguments().stream().anyMatch(Argument.Spread.class::isInstance)
        ? Optional.empty()
        : Optional.of(
            new Held.Several(gathering.arguments().stream().map(it -> of(it.value())).toList()));
  }

  /// `user.posts or []`: rows, where nothing but them and what is empty is chosen from.
  private Optional<Held> either(List<Expr> parts) {
    return Held.same(parts.stream().filter(it -> !isEmpty(it)).map(this::of));
  }

  private Optional<Held> returned(ClientCall call) {
    return switch (call.target()) {
      case ClientCall.Target.OfModel(var entity, var operation) ->
          Optional.of(operation)
              .filter(Operation::returnsRows)
              .map(it -> it == Operation.FIND_MANY ? Held.many(entity) : Held.of(entity));
      case ClientCall.Target.Raw(var operation, var entity) ->
          switch (operation) {
            case QUERY_RAW -> entity.map(Held::many);
            case QUERY_FIRST -> entity.map(Held::of);
            case EXECUTE_RAW -> Optional.empty();
          };
      case ClientCall.Target.Life _, ClientCall.Target.OfUnknown _, ClientCall.Target.Kept _ ->
          Optional.empty();
    };
  }

  private Optional<Held> reached(Entity of, Expr.Attribute attribute) {
    return of.field(attribute.name())
        .filter(Field.Relation.class::isInstance)
        .map(Field.Relation.class::cast)
        .flatMap(
            it ->
                words
                    .model(it.target())
                    .map(
                        entity ->
                            it.cardinality() == Field.Cardinality.MANY
                                ? Held.many(entity)
                                : Held.of(entity)));
  }
}

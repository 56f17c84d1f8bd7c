package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.rewrite.HeldValues.Block;
import lockstep.rewrite.HeldValues.Where;
import lockstep.rewrite.Meanings.Meaning;
import lockstep.rewrite.Meanings.Purpose;
import lockstep.rewrite.Meanings.Routine;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// Goes through a file and tells where values go from one holder to another, and where else they
/// are used.
final class HolderWalk {
  private static final Pattern DOTTED = Pattern.compile("[A-Za-z_]\\w*(?:\\.\\w+)*");
  private static final Pattern NAME = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private final PythonFile file;
  private final String module;
  private final Meanings meanings;
  private final ClientNames names;
  private final HeldValues values;
  private final Sink sink;

  /// What is told.
  ///
  /// A place is in functions, whose results come along, the innermost last.
  interface Sink {
    /// A holder is said to hold a client.
    default void holdsClient(Holder holder) {}

    default void flows(Holder from, Holder to, List<Holder> within) {}

    /// Something that is no client, and not nothing, goes to a holder too.
    default void holdsOther(Holder holder, Span place) {}

    /// A client that goes to another database than all others goes to a holder.
    default void holdsOfOwnDatabase(Holder holder, Span place) {}

    /// A holder's value is used, and nobody knows what for.
    default void uses(Holder holder, Expr place, List<Holder> within) {}

    /// A function is handed to other code.
    default void handsOn(Routine routine, Expr place) {}

    /// A call gives something to a parameter.
    default void gives(Routine routine, String parameter, Expr.Call call, Argument argument) {}

    /// A call gives more than is written.
    default void spreads(Routine routine, Expr.Call call) {}

    /// A statement asks whether a holder has a client, and does what only that needs.
    default void asks(Holder holder, Stmt.If guard) {}

    default void assigns(Stmt.Assign statement, Holder to) {}

    /// A function begins; all until [#ends] is inside of it.
    default void begins(Stmt.Function function, Routine routine) {}

    /// What a function returns or yields stands here.
    default void results(Stmt statement, Expr value, Routine routine) {}
  }

  HolderWalk(PythonFile file, Meanings meanings, Sink sink) {
    this.file = file;
    this.module = Modules.name(file);
    this.meanings = meanings;
    this.names = new ClientNames(file);
    this.values = new HeldValues(module, meanings, names);
    this.sink = sink;
  }

  void go() {
    var where = new Where(List.of(), List.of(), Optional.empty(), Block.OTHER);
    file.body().forEach(it -> statement(it, where));
  }

  private void statement(Stmt statement, Where where) {
    switch (statement) {
      case Stmt.Assign it -> assign(it, where);
      case Stmt.Return it -> it.value().ifPresent(value -> result(it, value, where));
      case Stmt.Evaluate(var _, Expr.Other(var _, var kind, var parts))
          when kind.equals("Yield") && !parts.isEmpty() ->
          result(statement, parts.getFirst(), where);
      case Stmt.If it when OnlyOfClient.isGuard(it) -> {
        asked(it.test(), it, where);
        it.body().forEach(one -> statement(one, where));
      }
      case Stmt.With it -> {
        it.items().forEach(item -> entered(item, where));
        it.body().forEach(one -> statement(one, where));
      }
      case Stmt.Function it -> function(it, where);
      case Stmt.ClassDef it -> {
        it.heads().stream()
            .filter(head -> ClientCalls.lastName(head).isEmpty())
            .forEach(head -> use(head, where));
        var kind = Meanings.kind(module, it);
        var inside = new Where(where.names(), where.within(), Optional.of(kind), Block.OF_CLASS);
        it.body().forEach(one -> statement(one, inside));
      }
      default -> {
        statement.expressions().forEach(it -> use(it, where));
        statement.inside().forEach(it -> statement(it, where));
      }
    }
  }

  /// `async with get_db() as db:`, whose block nobody takes away.
  private void entered(Stmt.Item item, Where where) {
    use(item.context(), where);
    item.target().ifPresent(it -> insideOf(it, where));
    for (var from : values.held(item.context(), where)) {
      item.target().ifPresent(it -> sink.flows(from, target(it, where), where.results()));
    }
  }

  /// `if client is not None and client.is_connected():` asks for a client alone.
  private void asked(Expr test, Stmt.If guard, Where where) {
    var from = values.held(test, where);
    from.forEach(it -> sink.asks(it, guard));
    if (from.isEmpty()) {
      test.parts().forEach(it -> asked(it, guard, where));
    } else {
      insides(test, where);
    }
  }

  private void assign(Stmt.Assign assign, Where where) {
    var targets = assign.targets().stream().map(it -> target(it, where)).toList();
    assign.annotation().ifPresent(it -> targets.forEach(to -> annotation(it, to, where)));
    assign.targets().forEach(it -> insideOf(it, where));
    var value = assign.value();
    var isType = value.isPresent() && !values.isMade(value.get()) && namesClient(value.get());
    if (isType) {
      targets.forEach(to -> annotation(value.get(), to, where));
    } else {
      value.ifPresent(it -> flow(it, targets, where));
    }
    targets.forEach(to -> sink.assigns(assign, to));
  }

  /// What is looked at to find what is written to.
  private void insideOf(Expr target, Where where) {
    switch (target) {
      case Expr.Attribute it -> use(it.of(), where);
      case Expr.Display it -> {
        it.elements().forEach(element -> insideOf(element, where));
        it.elements().forEach(element -> sink.holdsOther(target(element, where), element.span()));
      }
      case Expr.Name _ -> {}
      default -> target.parts().forEach(it -> use(it, where));
    }
  }

  /// What is written to, where it is one name or attribute.
  private Holder target(Expr target, Where where) {
    var isOfClass = where.block() == Block.OF_CLASS;
    return switch (target) {
      case Expr.Name(var _, var id) when isOfClass -> Holder.attribute(id);
      case Expr.Name it -> values.held(it, where).stream().findFirst().orElse(Holder.OTHER);
      case Expr.Attribute it -> values.held(it, where).stream().findFirst().orElse(Holder.OTHER);
      default -> Holder.OTHER;
    };
  }

  private void flow(Expr value, List<Holder> targets, Where where) {
    var from = values.held(value, where);
    from.forEach(it -> targets.forEach(to -> sink.flows(it, to, where.results())));
    if (from.isEmpty() && !value.isNone()) {
      targets.forEach(to -> sink.holdsOther(to, value.span()));
    }
    if (OwnDatabases.isMade(file, value)) {
      targets.forEach(to -> sink.holdsOfOwnDatabase(to, value.span()));
    }
    if (from.isEmpty()) {
      use(value, where);
    } else {
      insides(value, where);
    }
  }

  /// What stands in a value that goes elsewhere as a whole.
  private void insides(Expr value, Where where) {
    switch (value) {
      case Expr.Call it -> call(it, where);
      case Expr.Attribute it -> useOwner(it, where);
      case Expr.Await it -> insides(it.value(), where);
      case Expr.Other it ->
          it.parts()
              .forEach(
                  part -> {
                    if (values.held(part, where).isEmpty()) {
                      use(part, where);
                    } else {
                      insides(part, where);
                    }
                  });
      default -> {}
    }
  }

  private void result(Stmt statement, Expr value, Where where) {
    if (where.within().isEmpty()) {
      use(value, where);
      return;
    }
    var routine = where.within().getLast();
    flow(value, List.of(routine.result()), where);
    sink.results(statement, value, routine);
  }

  private void function(Stmt.Function function, Where where) {
    function.decorators().forEach(it -> use(it, where));
    var routine =
        where.block() == Block.OF_CLASS
            ? Meanings.method(module, where.kind().orElseThrow().name(), function)
            : Meanings.routine(module, function);
    function.returns().ifPresent(it -> annotation(it, routine.result(), where));
    for (var it : function.parameters()) {
      var to = routine.parameter(it.name());
      it.annotation().ifPresent(annotation -> annotation(annotation, to, where));
      it.standard().ifPresent(standard -> standard(standard, to, where));
      if (routine.purpose() != Purpose.CODE) {
        meanings
            .fixture(it.name())
            .ifPresent(from -> sink.flows(from.result(), to, where.results()));
      }
    }
    sink.begins(function, routine);
    var within = new ArrayList<>(where.within());
    within.add(routine);
    var names = new ArrayList<>(where.names());
    names.addFirst(locals(function, routine));
    var inside = new Where(names, within, where.kind(), Block.OTHER);
    function.body().forEach(it -> statement(it, inside));
  }

  private void standard(Expr standard, Holder to, Where where) {
    var dependency = values.dependency(standard, where);
    dependency.ifPresent(it -> sink.flows(it.result(), to, where.results()));
    if (!values.isDependency(standard)) {
      flow(standard, List.of(to), where);
    }
  }

  private Map<String, Holder> locals(Stmt.Function function, Routine routine) {
    var locals = new LinkedHashMap<String, Holder>();
    function.body().stream()
        .flatMap(Variables::own)
        .flatMap(HolderWalk::bound)
        .forEach(it -> locals.put(it, Holder.OTHER));
    for (var it : Meanings.variables(function.body())) {
      locals.put(it, new Holder(Holder.Kind.VARIABLE, module, function.span().start(), it));
    }
    function.parameters().forEach(it -> locals.put(it.name(), routine.parameter(it.name())));
    function.body().stream()
        .flatMap(Variables::own)
        .forEach(it -> outside(file, it).forEach(locals::remove));
    return locals;
  }

  /// Returns the names that a statement says are not its function's own: `global a, b`.
  static List<String> outside(PythonFile file, Stmt statement) {
    return statement instanceof Stmt.Other(var span, var kind, var _)
            && (kind.equals("Global") || kind.equals("Nonlocal"))
        ? NAME.matcher(file.text().text(span)).results().skip(1).map(it -> it.group()).toList()
        : List.of();
  }

  /// Returns names that a statement binds to something that is followed no further.
  private static Stream<String> bound(Stmt statement) {
    var targets =
        switch (statement) {
          case Stmt.With it ->
              it.items().stream()
                  .flatMap(item -> item.target().stream())
                  .filter(target -> !(target instanceof Expr.Name));
          case Stmt.For it -> Stream.of(it.target());
          default -> Stream.<Expr>empty();
        };
    return targets
        .flatMap(Expr::all)
        .filter(Expr.Name.class::isInstance)
        .map(it -> ((Expr.Name) it).id());
  }

  private void annotation(Expr annotation, Holder to, Where where) {
    if (namesClient(annotation)) {
      sink.holdsClient(to);
    }
    annotation
        .all()
        .forEach(
            it -> {
              if (it instanceof Expr.Name) {
                values.held(it, where).forEach(from -> sink.flows(from, to, where.results()));
              }
              values
                  .dependency(it, where)
                  .ifPresent(from -> sink.flows(from.result(), to, where.results()));
            });
  }

  private boolean namesClient(Expr annotation) {
    return annotation.all().flatMap(this::wholeNames).anyMatch(HeldValues.CLASSES::contains);
  }

  /// Returns the names of an annotation, which may be a text.
  private Stream<String> wholeNames(Expr annotation) {
    return annotation instanceof Expr.Text(var _, var text)
        ? DOTTED.matcher(text).results().flatMap(it -> names.whole(it.group()).stream())
        : names.whole(annotation).stream();
  }

  private void use(Expr expression, Where where) {
    if (!(expression instanceof Expr.Await)) {
      values.held(expression, where).forEach(it -> sink.uses(it, expression, where.results()));
    }
    switch (expression) {
      case Expr.Call it -> call(it, where);
      case Expr.Name it -> referred(it, where);
      case Expr.Attribute it -> {
        referred(it, where);
        meanings.methods(it.name()).forEach(method -> sink.handsOn(method, it));
        useOwner(it, where);
      }
      case Expr.Text it -> named(it, where);
      default -> expression.parts().forEach(it -> use(it, where));
    }
  }

  /// A function that is named and not called, or a class, may be called by whoever is given it.
  private void referred(Expr expression, Where where) {
    switch (values.meaning(expression, where).orElse(null)) {
      case Meaning.OfRoutine(var routine) -> sink.handsOn(routine, expression);
      case Meaning.OfKind(var kind) ->
          meanings.method(kind, "__init__").ifPresent(it -> sink.handsOn(it, expression));
      case null, default -> {}
    }
  }

  /// What an attribute is of; a class only has it.
  private void useOwner(Expr.Attribute attribute, Where where) {
    if (!(values.meaning(attribute.of(), where).orElse(null) instanceof Meaning.OfKind)) {
      use(attribute.of(), where);
    }
  }

  /// `patch("app.db.get_db")`.
  private void named(Expr.Text text, Where where) {
    var dot = text.value().lastIndexOf('.');
    if (dot <= 0 || !DOTTED.matcher(text.value()).matches()) {
      return;
    }
    switch (meanings
        .find(text.value().substring(0, dot), text.value().substring(dot + 1))
        .orElse(null)) {
      case Meaning.OfVariable(var holder) -> sink.uses(holder, text, where.results());
      case Meaning.OfRoutine(var routine) -> sink.handsOn(routine, text);
      case null, default -> {}
    }
  }

  private void call(Expr.Call call, Where where) {
    var dependency = values.dependency(call, where);
    dependency.ifPresent(it -> sink.uses(it.result(), call, where.results()));
    if (values.isDependency(call)) {
      return;
    }
    var routine = values.called(call, where);
    if (routine.isEmpty()) {
      unknown(call, where);
      return;
    }
    if (call.function() instanceof Expr.Attribute it) {
      useOwner(it, where);
    }
    var position = 0;
    for (var argument : call.arguments()) {
      var parameter =
          switch (argument) {
            case Argument.Positional _ ->
                position < routine.get().parameters().size()
                    ? Optional.of(routine.get().parameters().get(position))
                    : Optional.<String>empty();
            case Argument.Keyword(var name, var _) ->
                Optional.of(name).filter(routine.get().parameters()::contains);
            case Argument.Spread _ -> Optional.<String>empty();
          };
      position += argument instanceof Argument.Positional ? 1 : 0;
      if (argument instanceof Argument.Spread) {
        sink.spreads(routine.get(), call);
      }
      if (parameter.isPresent() && !stands(call, argument)) {
        sink.spreads(routine.get(), call);
      }
      if (parameter.isPresent() && stands(call, argument)) {
        flow(argument.value(), List.of(routine.get().parameter(parameter.get())), where);
        sink.gives(routine.get(), parameter.get(), call, argument);
      } else {
        use(argument.value(), where);
      }
    }
  }

  private void unknown(Expr.Call call, Where where) {
    if (call.function() instanceof Expr.Attribute it) {
      meanings.methods(it.name()).forEach(method -> sink.spreads(method, call));
      useOwner(it, where);
    } else if (!values.isMade(call)) {
      use(call.function(), where);
    }
    call.arguments().forEach(it -> use(it.value(), where));
  }

  /// Returns whether an argument stands between commas, without parentheses or comments around it.
  private boolean stands(Expr.Call call, Argument argument) {
    var content = file.text().content();
    var behind = content.substring(argument.value().span().end(), call.span().end()).stripLeading();
    return behind.startsWith(",") || behind.length() == 1;
  }
}

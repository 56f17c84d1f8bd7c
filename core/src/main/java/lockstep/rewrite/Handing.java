package lockstep.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.Callees.Callee;
import lockstep.rewrite.Handed.Parameter;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.rewrite.syntax.Stmt.Colour;

/// What the functions of one file are given where it is called by name, and what it gives to those
/// of others.
///
/// @param defined the functions, and the classes by what makes their instances
/// @param imported what it has from other modules
/// @param loose functions that are named and not called
/// @param attributes names of what is asked of anything but `self`
record Handing(
    Map<String, Defined> defined,
    Map<String, Callee> imported,
    List<Given> given,
    Set<Callee> loose,
    Set<String> attributes) {
  /// @param doubt why not all of its callers may be known here
  record Defined(List<String> parameters, Colour colour, Level level, Optional<String> doubt) {}

  enum Level {
    MODULE,
    CLASS
  }

  /// One call.
  ///
  /// @param place of the call, for people
  record Given(Callee callee, List<Passed> passed, Timing timing, String place) {
    /// Returns what a parameter is given; empty where it is given nothing.
    Optional<Source> to(Defined defined, String parameter) {
      var position = defined.parameters().indexOf(parameter);
      for (var i = 0; i < passed.size(); i++) {
        var it = passed.get(i);
        if (it.source() instanceof Source.Unknown
            || it.keyword().map(parameter::equals).orElse(i == position)) {
          return Optional.of(it.source());
        }
      }
      return Optional.empty();
    }
  }

  enum Timing {
    AWAITED,
    /// By whoever has what it returns.
    ELSEWHERE
  }

  /// @param keyword empty where it is given by its position
  record Passed(Optional<String> keyword, Source source) {}

  /// What is given.
  sealed interface Source {
    /// The client of a block, as in `async with db.tx() as tx:`.
    record Opened() implements Source {}

    /// A transaction that ends elsewhere.
    record Begun() implements Source {}

    /// What the function that the call is in is given itself.
    record Received(Parameter parameter) implements Source {}

    record Other() implements Source {}

    /// `*values`, of which it is not known what goes where.
    record Unknown() implements Source {}
  }

  static Handing of(PythonFile file) {
    var handing =
        new Handing(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    new Reader(file, new Callees(file), handing).read();
    return handing;
  }

  /// Goes through a file.
  private record Reader(PythonFile file, Callees callees, Handing into) {
    void read() {
      into.imported.putAll(callees.imported());
      file.body().forEach(it -> read(it, Level.MODULE, Map.of()));
    }

    private void read(Stmt statement, Level level, Map<String, Source> known) {
      var asked = Collections.<Expr>newSetFromMap(new IdentityHashMap<>());
      statement.expressions().forEach(it -> read(it, statement, known, asked));
      var inside = known;
      switch (statement) {
        case Stmt.Function it -> {
          define(it, level);
          inside = new HashMap<>(known);
          for (var one : it.parameters()) {
            inside.put(
                one.name(),
                new Source.Received(new Parameter(callees.module(), it.name(), one.name())));
          }
          begun(it, inside);
        }
        case Stmt.ClassDef it -> define(it);
        case Stmt.With it -> {
          inside = new HashMap<>(known);
          for (var item : it.items()) {
            if (opens(item.context()) && item.target().orElse(null) instanceof Expr.Name name) {
              inside.put(name.id(), new Source.Opened());
            }
          }
        }
        default -> {}
      }
      var below = statement instanceof Stmt.ClassDef ? Level.CLASS : Level.MODULE;
      for (var it : statement.inside()) {
        read(it, below, inside);
      }
    }

    private static void begun(Stmt.Function function, Map<String, Source> known) {
      for (var it : function.body().stream().flatMap(Variables::own).toList()) {
        if (it instanceof Stmt.Assign assign
            && assign.value().filter(Placing::beginsTransaction).isPresent()
            && assign.targets().getFirst() instanceof Expr.Name(var _, var name)) {
          known.put(name, new Source.Begun());
        }
      }
    }

    private static boolean opens(Expr context) {
      return context instanceof Expr.Call(var _, Expr.Attribute(var _, var _, var method), var _)
          && method.equals("tx");
    }

    private void define(Stmt.Function function, Level level) {
      var names = function.parameters().stream().map(Stmt.Parameter::name).toList();
      var isMethod = !names.isEmpty() && Set.of("self", "cls").contains(names.getFirst());
      var decorator =
          function.decorators().stream()
              .filter(
                  it ->
                      ClientCalls.lastName(it)
                          .filter(Set.of("staticmethod", "classmethod")::contains)
                          .isEmpty())
              .findFirst()
              .map(_ -> "`%s` has a decorator".formatted(function.name()));
      put(
          function.name(),
          new Defined(
              isMethod ? names.subList(1, names.size()) : names,
              function.colour(),
              level,
              decorator));
    }

    private void define(Stmt.ClassDef made) {
      made.body().stream()
          .filter(it -> it instanceof Stmt.Function one && one.name().equals("__init__"))
          .map(Stmt.Function.class::cast)
          .findFirst()
          .ifPresent(
              it ->
                  put(
                      made.name(),
                      new Defined(
                          it.parameters().stream().skip(1).map(Stmt.Parameter::name).toList(),
                          Colour.PLAIN,
                          Level.MODULE,
                          Optional.of("`%s` may keep it".formatted(made.name())))));
    }

    private void put(String name, Defined defined) {
      into.defined.merge(
          name,
          defined,
          (it, _) ->
              new Defined(
                  it.parameters(),
                  it.colour(),
                  it.level(),
                  Optional.of("several are called `%s`".formatted(name))));
    }

    private void read(Expr expression, Stmt statement, Map<String, Source> known, Set<Expr> asked) {
      switch (expression) {
        case Expr.Await it when it.value() instanceof Expr.Call call ->
            given(call, Timing.AWAITED, known, asked);
        case Expr.Call it when !asked.contains(it.function()) ->
            given(
                it,
                statement instanceof Stmt.For loop && loop.over() == it
                    ? Timing.AWAITED
                    : Timing.ELSEWHERE,
                known,
                asked);
        case Expr.Name _, Expr.Attribute _ when !asked.contains(expression) -> loose(expression);
        default -> {}
      }
      expression.parts().forEach(it -> read(it, statement, known, asked));
    }

    private void loose(Expr expression) {
      callees.of(expression).ifPresent(into.loose::add);
      if (expression instanceof Expr.Attribute it && !Results.isOfSelf(it)) {
        into.attributes.add(it.name());
      }
    }

    private void given(Expr.Call call, Timing timing, Map<String, Source> known, Set<Expr> asked) {
      var callee = callees.of(call.function());
      if (callee.isEmpty()) {
        return;
      }
      asked.add(call.function());
      var place =
          "%s:%d".formatted(file.text().name(), file.text().position(call.span().start()).line());
      into.given.add(
          new Given(
              callee.get(),
              call.arguments().stream().map(it -> passed(it, known)).toList(),
              timing,
              place));
    }

    private static Passed passed(Argument argument, Map<String, Source> known) {
      return switch (argument) {
        case Argument.Positional(var value) -> new Passed(Optional.empty(), source(value, known));
        case Argument.Keyword(var name, var value) ->
            new Passed(Optional.of(name), source(value, known));
        case Argument.Spread _ -> new Passed(Optional.empty(), new Source.Unknown());
      };
    }

    private static Source source(Expr value, Map<String, Source> known) {
      return value instanceof Expr.Name(var _, var id)
          ? known.getOrDefault(id, new Source.Other())
          : new Source.Other();
    }
  }
}

package lockstep.rewrite.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.text.Span;

/// A Python statement (Python 3.14, `ast`).
public sealed interface Stmt {
  Span span();

  /// `a = b = value`, `a: T = value` or `a: T`.
  record Assign(Span span, List<Expr> targets, Optional<Expr> annotation, Optional<Expr> value)
      implements Stmt {
    public Assign {
      targets = List.copyOf(targets);
    }
  }

  record Evaluate(Span span, Expr value) implements Stmt {}

  record Return(Span span, Optional<Expr> value) implements Stmt {}

  /// @param decorators before its own span
  record Function(
      Span span,
      String name,
      Colour colour,
      List<Parameter> parameters,
      Optional<Expr> returns,
      List<Expr> decorators,
      List<Stmt> body)
      implements Stmt {
    public Function {
      parameters = List.copyOf(parameters);
      decorators = List.copyOf(decorators);
      body = List.copyOf(body);
    }
  }

  /// Whether a function may await.
  enum Colour {
    PLAIN,
    ASYNC
  }

  /// @param span without what it is where nothing is given
  record Parameter(Span span, String name, Optional<Expr> annotation, Optional<Expr> standard) {
    /// Returns where all of it stands.
    public Span whole() {
      return new Span(span.start(), standard.map(it -> it.span().end()).orElse(span.end()));
    }
  }

  record ClassDef(Span span, String name, List<Expr> heads, List<Stmt> body) implements Stmt {
    public ClassDef {
      heads = List.copyOf(heads);
      body = List.copyOf(body);
    }
  }

  record Import(Span span, List<Alias> names) implements Stmt {
    public Import {
      names = List.copyOf(names);
    }
  }

  /// @param module with its leading dots
  record ImportFrom(Span span, String module, List<Alias> names) implements Stmt {
    public ImportFrom {
      names = List.copyOf(names);
    }
  }

  record Alias(Span span, String name, Optional<String> as) {
    /// Returns what the module calls it from here on.
    public String bound() {
      return as.orElse(name);
    }
  }

  record With(Span span, Colour colour, List<Item> items, List<Stmt> body) implements Stmt {
    public With {
      items = List.copyOf(items);
      body = List.copyOf(body);
    }
  }

  record Item(Expr context, Optional<Expr> target) {}

  record For(Span span, Colour colour, Expr target, Expr over, List<Stmt> body, List<Stmt> orElse)
      implements Stmt {
    public For {
      body = List.copyOf(body);
      orElse = List.copyOf(orElse);
    }
  }

  record If(Span span, Expr test, List<Stmt> body, List<Stmt> orElse) implements Stmt {
    public If {
      body = List.copyOf(body);
      orElse = List.copyOf(orElse);
    }
  }

  /// `while`, `try`, `match`: statements with statements below them.
  ///
  /// @param heads expressions of its own, in the order of the text
  record Compound(Span span, String kind, List<Expr> heads, List<Stmt> body) implements Stmt {
    public Compound {
      heads = List.copyOf(heads);
      body = List.copyOf(body);
    }

    /// Returns the handlers of a `try`.
    public Stream<Handler> handlers() {
      return body.stream().filter(Handler.class::isInstance).map(Handler.class::cast);
    }
  }

  /// `except T as name`, which stands in the body of its `try` before what is in `else` and
  /// `finally`.
  record Handler(Span span, Optional<Expr> caught, Optional<String> name, List<Stmt> body)
      implements Stmt {
    public Handler {
      body = List.copyOf(body);
    }
  }

  /// Any other statement on its own.
  record Other(Span span, String kind, List<Expr> parts) implements Stmt {
    public Other {
      parts = List.copyOf(parts);
    }
  }

  /// Returns whether nothing after it in its block runs.
  default boolean leaves() {
    return switch (this) {
      case Return _ -> true;
      case Other(var _, var kind, var _) -> Set.of("Raise", "Break", "Continue").contains(kind);
      default -> false;
    };
  }

  /// Returns the statements right below this one, in the order of the text.
  default List<Stmt> inside() {
    return switch (this) {
      case Assign _, Evaluate _, Return _, Import _, ImportFrom _, Other _ -> List.of();
      case Function it -> it.body();
      case ClassDef it -> it.body();
      case With it -> it.body();
      case For it -> Stream.concat(it.body().stream(), it.orElse().stream()).toList();
      case If it -> Stream.concat(it.body().stream(), it.orElse().stream()).toList();
      case Compound it -> it.body();
      case Handler it -> it.body();
    };
  }

  /// Returns the expressions of the statement itself, without those of statements inside it.
  default List<Expr> expressions() {
    return switch (this) {
      case Assign it -> {
        var all = new ArrayList<>(it.targets());
        it.annotation().ifPresent(all::add);
        it.value().ifPresent(all::add);
        yield all;
      }
      case Evaluate it -> List.of(it.value());
      case Return it -> it.value().map(List::of).orElse(List.of());
      case Function it -> {
        var all = new ArrayList<>(it.decorators());
        for (var parameter : it.parameters()) {
          parameter.annotation().ifPresent(all::add);
          parameter.standard().ifPresent(all::add);
        }
        it.returns().ifPresent(all::add);
        yield all;
      }
      case ClassDef it -> it.heads();
      case Import _, ImportFrom _ -> List.of();
      case With it -> {
        var all = new ArrayList<Expr>();
        for (var item : it.items()) {
          all.add(item.context());
          item.target().ifPresent(all::add);
        }
        yield all;
      }
      case For it -> List.of(it.target(), it.over());
      case If it -> List.of(it.test());
      case Compound it -> it.heads();
      case Handler it -> it.caught().map(List::of).orElse(List.of());
      case Other it -> it.parts();
    };
  }

  /// Returns this statement and all inside it, each before its own.
  default Stream<Stmt> all() {
    var all = new ArrayList<Stmt>();
    addTo(all);
    return all.stream();
  }

  private void addTo(List<Stmt> all) {
    all.add(this);
    for (var it : inside()) {
      it.addTo(all);
    }
  }
}

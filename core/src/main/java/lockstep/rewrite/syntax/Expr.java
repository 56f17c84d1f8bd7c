package lockstep.rewrite.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.text.Span;

/// A Python expression (Python 3.14, `ast`).
public sealed interface Expr {
  Span span();

  record Name(Span span, String id) implements Expr {}

  record Attribute(Span span, Expr of, String name) implements Expr {}

  record Subscript(Span span, Expr of, Expr index) implements Expr {}

  record Call(Span span, Expr function, List<Argument> arguments) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /// Returns what is given by a keyword.
    public Optional<Expr> keyword(String name) {
      return arguments.stream()
          .filter(it -> it instanceof Argument.Keyword(var word, var _) && word.equals(name))
          .map(Argument::value)
          .findFirst();
    }
  }

  /// A string without placeholders; several in a row are one.
  record Text(Span span, String value) implements Expr {}

  record Constant(Span span, Kind kind) implements Expr {
    public boolean isBoolean() {
      return kind == Kind.TRUE || kind == Kind.FALSE;
    }
  }

  enum Kind {
    NONE,
    TRUE,
    FALSE,
    /// A number, bytes or an ellipsis.
    OTHER
  }

  /// A dict that is written out, as a display or as the call of a type of dicts.
  ///
  /// @param type what is called; empty for a display
  record Dict(Span span, Optional<Name> type, List<Entry> entries) implements Expr {
    public Dict {
      entries = List.copyOf(entries);
    }

    public Dict(Span span, List<Entry> entries) {
      this(span, Optional.empty(), entries);
    }
  }

  /// @param key empty for `**value`
  record Entry(Optional<Expr> key, Expr value) {
    /// Returns the key where it is a plain string.
    public Optional<String> name() {
      return key.filter(Text.class::isInstance).map(it -> ((Text) it).value());
    }
  }

  /// A list, tuple or set that is written out.
  record Display(Span span, Shape shape, List<Expr> elements) implements Expr {
    public Display {
      elements = List.copyOf(elements);
    }
  }

  enum Shape {
    LIST,
    TUPLE,
    SET
  }

  record Await(Span span, Expr value) implements Expr {}

  /// A comprehension of any kind.
  ///
  /// @param results what is computed for each, two for a dict
  record Comprehension(Span span, Timing timing, List<Expr> results, List<Loop> loops)
      implements Expr {
    public Comprehension {
      results = List.copyOf(results);
      loops = List.copyOf(loops);
    }
  }

  /// When a comprehension is computed.
  enum Timing {
    AT_ONCE,
    /// When somebody asks: a generator.
    LATER
  }

  record Loop(Expr target, Expr over, List<Expr> conditions) {
    public Loop {
      conditions = List.copyOf(conditions);
    }
  }

  /// Any other expression.
  ///
  /// @param kind as Python's `ast` names it, as in `BoolOp`
  record Other(Span span, String kind, List<Expr> parts) implements Expr {
    public Other {
      parts = List.copyOf(parts);
    }
  }

  /// What a call is given.
  sealed interface Argument {
    Expr value();

    record Positional(Expr value) implements Argument {}

    record Keyword(String name, Expr value) implements Argument {}

    /// `*value` or `**value`.
    record Spread(Expr value) implements Argument {}
  }

  /// Returns the expressions right below this one, in the order of the text.
  default List<Expr> parts() {
    return switch (this) {
      case Name _, Text _, Constant _ -> List.of();
      case Attribute it -> List.of(it.of());
      case Subscript it -> List.of(it.of(), it.index());
      case Call it -> {
        var parts = new ArrayList<Expr>(1 + it.arguments().size());
        parts.add(it.function());
        it.arguments().forEach(argument -> parts.add(argument.value()));
        yield parts;
      }
      case Dict it -> {
        var parts = new ArrayList<Expr>(1 + 2 * it.entries().size());
        it.type().ifPresent(parts::add);
        for (var entry : it.entries()) {
          entry.key().ifPresent(parts::add);
          parts.add(entry.value());
        }
        yield parts;
      }
      case Display it -> it.elements();
      case Await it -> List.of(it.value());
      case Comprehension it -> {
        var parts = new ArrayList<>(it.results());
        for (var loop : it.loops()) {
          parts.add(loop.target());
          parts.add(loop.over());
          parts.addAll(loop.conditions());
        }
        yield parts;
      }
      case Other it -> it.parts();
    };
  }

  /// Returns this expression and all below it, each before its parts.
  default Stream<Expr> all() {
    var all = new ArrayList<Expr>();
    addTo(all);
    return all.stream();
  }

  private void addTo(List<Expr> all) {
    all.add(this);
    for (var it : parts()) {
      it.addTo(all);
    }
  }

  /// Returns what attributes and elements are taken from: `a` of `a.b[0].c`.
  default Expr root() {
    return switch (this) {
      case Attribute it -> it.of().root();
      case Subscript it -> it.of().root();
      default -> this;
    };
  }

  default boolean isTrue() {
    return this instanceof Constant(var _, var kind) && kind == Kind.TRUE;
  }

  /// Returns whether this is a text with placeholders that takes names in exchange for others, and
  /// no other code: before Python 3.12 its quotes and line breaks may not stand in its expressions.
  /// What stands where the whole does is in it, nobody knows where.
  default boolean takesNamesOnly() {
    return this instanceof Other(var span, var kind, var parts)
        && kind.equals("JoinedStr")
        && parts.stream().anyMatch(it -> it.span().equals(span));
  }

  /// Returns the parts of which it is known where they stand.
  default Stream<Expr> placed() {
    return parts().stream().filter(it -> !takesNamesOnly() || !it.span().equals(span()));
  }

  default boolean isNone() {
    return this instanceof Constant(var _, var kind) && kind == Kind.NONE;
  }
}

package lockstep.engine.source.client;

import java.util.List;
import java.util.Optional;
import lockstep.engine.json.Json;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.Stmt;
import lockstep.rewrite.syntax.Stmt.Colour;
import lockstep.text.Span;

/// Makes values of what `trees.py` writes: lists that begin with a kind and a place.
final class TreeReader {
  private TreeReader() {}

  static List<Stmt> statements(Json json) {
    return json.items().stream().map(TreeReader::statement).toList();
  }

  static Span span(Json json) {
    return span(json.items(), 0);
  }

  private static Span span(List<Json> items, int at) {
    return new Span(
        items.get(at).integer().orElseThrow(), items.get(at + 1).integer().orElseThrow());
  }

  private static Stmt statement(Json json) {
    var it = json.items();
    var span = span(it, 1);
    var kind = text(it.getFirst());
    return switch (kind) {
      case "assign" ->
          new Stmt.Assign(span, expressions(it.get(3)), optional(it.get(4)), optional(it.get(5)));
      case "eval" -> new Stmt.Evaluate(span, expression(it.get(3)));
      case "return" -> new Stmt.Return(span, optional(it.get(3)));
      case "def" ->
          new Stmt.Function(
              span,
              text(it.get(3)),
              colour(it.get(4)),
              it.get(5).items().stream().map(TreeReader::parameter).toList(),
              optional(it.get(6)),
              expressions(it.get(7)),
              statements(it.get(8)));
      case "class" ->
          new Stmt.ClassDef(span, text(it.get(3)), expressions(it.get(4)), statements(it.get(5)));
      case "import" -> new Stmt.Import(span, aliases(it.get(3)));
      case "from" -> new Stmt.ImportFrom(span, text(it.get(3)), aliases(it.get(4)));
      case "with" ->
          new Stmt.With(
              span,
              colour(it.get(3)),
              it.get(4).items().stream().map(TreeReader::item).toList(),
              statements(it.get(5)));
      case "for" ->
          new Stmt.For(
              span,
              colour(it.get(3)),
              expression(it.get(4)),
              expression(it.get(5)),
              statements(it.get(6)),
              statements(it.get(7)));
      case "if" ->
          new Stmt.If(span, expression(it.get(3)), statements(it.get(4)), statements(it.get(5)));
      case "except" ->
          new Stmt.Handler(span, optional(it.get(3)), it.get(4).text(), statements(it.get(5)));
      case "block" ->
          new Stmt.Compound(span, text(it.get(3)), expressions(it.get(4)), statements(it.get(5)));
      case "other" -> new Stmt.Other(span, text(it.get(3)), expressions(it.get(4)));
      default -> throw new IllegalStateException("no statement is called " + kind);
    };
  }

  private static Stmt.Parameter parameter(Json json) {
    var it = json.items();
    return new Stmt.Parameter(
        span(it, 0), text(it.get(2)), optional(it.get(3)), optional(it.get(4)));
  }

  private static Stmt.Item item(Json json) {
    return new Stmt.Item(expression(json.items().get(0)), optional(json.items().get(1)));
  }

  private static List<Stmt.Alias> aliases(Json json) {
    return json.items().stream()
        .map(Json::items)
        .map(it -> new Stmt.Alias(span(it, 0), text(it.get(2)), it.get(3).text()))
        .toList();
  }

  private static Colour colour(Json isAsync) {
    return isAsync.isTrue() ? Colour.ASYNC : Colour.PLAIN;
  }

  private static List<Expr> expressions(Json json) {
    return json.items().stream().map(TreeReader::expression).toList();
  }

  private static Optional<Expr> optional(Json json) {
    return json instanceof Json.OfNull ? Optional.empty() : Optional.of(expression(json));
  }

  private static Expr expression(Json json) {
    var it = json.items();
    var span = span(it, 1);
    var kind = text(it.getFirst());
    return switch (kind) {
      case "N" -> new Expr.Name(span, text(it.get(3)));
      case "A" -> new Expr.Attribute(span, expression(it.get(3)), text(it.get(4)));
      case "S" -> new Expr.Subscript(span, expression(it.get(3)), expression(it.get(4)));
      case "C" ->
          new Expr.Call(
              span,
              expression(it.get(3)),
              it.get(4).items().stream().map(TreeReader::argument).toList());
      case "T" -> new Expr.Text(span, text(it.get(3)));
      case "K" -> new Expr.Constant(span, constant(text(it.get(3))));
      case "D" -> new Expr.Dict(span, it.get(3).items().stream().map(TreeReader::entry).toList());
      case "E" ->
          new Expr.Dict(
              span,
              Optional.of((Expr.Name) expression(it.get(3))),
              it.get(4).items().stream().map(TreeReader::entry).toList());
      case "L" -> new Expr.Display(span, shape(text(it.get(3))), expressions(it.get(4)));
      case "W" -> new Expr.Await(span, expression(it.get(3)));
      case "G" ->
          new Expr.Comprehension(
              span,
              it.get(3).isTrue() ? Expr.Timing.LATER : Expr.Timing.AT_ONCE,
              expressions(it.get(4)),
              it.get(5).items().stream().map(TreeReader::loop).toList());
      case "O" -> new Expr.Other(span, text(it.get(3)), expressions(it.get(4)));
      default -> throw new IllegalStateException("no expression is called " + kind);
    };
  }

  private static Argument argument(Json json) {
    var it = json.items();
    return switch (text(it.getFirst())) {
      case "k" -> new Argument.Keyword(text(it.get(1)), expression(it.get(2)));
      case "s" -> new Argument.Spread(expression(it.get(1)));
      default -> new Argument.Positional(expression(it.get(1)));
    };
  }

  private static Expr.Entry entry(Json json) {
    return new Expr.Entry(optional(json.items().get(0)), expression(json.items().get(1)));
  }

  private static Expr.Loop loop(Json json) {
    var it = json.items();
    return new Expr.Loop(expression(it.get(0)), expression(it.get(1)), expressions(it.get(2)));
  }

  private static Expr.Kind constant(String word) {
    return switch (word) {
      case "none" -> Expr.Kind.NONE;
      case "true" -> Expr.Kind.TRUE;
      case "false" -> Expr.Kind.FALSE;
      default -> Expr.Kind.OTHER;
    };
  }

  private static Expr.Shape shape(String word) {
    return switch (word) {
      case "list" -> Expr.Shape.LIST;
      case "tuple" -> Expr.Shape.TUPLE;
      default -> Expr.Shape.SET;
    };
  }

  private static String text(Json json) {
    return json.text().orElseThrow();
  }
}

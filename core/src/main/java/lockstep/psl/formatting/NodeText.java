package lockstep.psl.formatting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import lockstep.psl.syntax.Argument;
import lockstep.psl.syntax.ArgumentList;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.EmptyArgument;
import lockstep.psl.syntax.Expression;
import lockstep.text.Order;
import lockstep.text.SourceText;

/// What attributes and values look like when they are formatted. Literals and names stay as
/// written.
final class NodeText {
  private static final List<String> ORDER =
      List.of(
          "id", "unique", "default", "updatedAt", "index", "fulltext", "map", "relation", "ignore");

  private final SourceText source;

  NodeText(SourceText source) {
    this.source = source;
  }

  /// Orders attributes as they are to be written; those without a place of their own come last.
  static Comparator<Attribute> order() {
    return Order.by(
        it -> {
          var place = ORDER.indexOf(it.name().text());
          return place < 0 ? ORDER.size() : place;
        });
  }

  String attribute(Attribute attribute) {
    return attribute.name().text() + attribute.list().map(this::arguments).orElse("");
  }

  String expression(Expression expression) {
    return switch (expression) {
      case Expression.StringLiteral literal -> source.text(literal.span());
      case Expression.NumberLiteral literal -> literal.text();
      case Expression.Constant constant -> constant.name();
      case Expression.ArrayLiteral array ->
          array.elements().stream()
              .map(this::expression)
              .collect(Collectors.joining(", ", "[", "]"));
      case Expression.FunctionCall call -> call.name().text() + arguments(call.arguments());
      case Expression.ObjectLiteral object ->
          object.members().stream()
              .map(it -> it.name().text() + ": " + expression(it.value()))
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  private String arguments(ArgumentList list) {
    var texts = new ArrayList<String>();
    for (var item : list.items()) {
      texts.add(
          switch (item) {
            case Argument it ->
                it.name().map(name -> name.text() + ": ").orElse("") + expression(it.value());
            case EmptyArgument it -> it.name().text() + ": ";
          });
    }
    return "(" + String.join(", ", texts) + ")";
  }
}

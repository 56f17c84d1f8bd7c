package lockstep.psl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.text.Span;

/// Arguments in parentheses.
///
/// @param trailingComma a comma after the last argument, which the grammar allows and no schema may
///   have
/// @param span with the parentheses
public record ArgumentList(List<Item> items, Optional<Span> trailingComma, Span span) {
  public ArgumentList {
    items = List.copyOf(items);
  }

  /// What stands between two commas.
  public sealed interface Item permits Argument, EmptyArgument {
    Span span();
  }

  /// Returns the arguments that have a value.
  public List<Argument> arguments() {
    var arguments = new ArrayList<Argument>(items.size());
    for (var item : items) {
      if (item instanceof Argument argument) {
        arguments.add(argument);
      }
    }
    return arguments;
  }

  /// Returns the arguments without a value.
  public List<EmptyArgument> emptyArguments() {
    return Nodes.only(EmptyArgument.class, items);
  }
}

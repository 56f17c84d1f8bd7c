package lockstep.psl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.text.Span;

/// `@name(…)` after a field or an enum value, or `@@name(…)` in a line of its own.
///
/// @param name without the at signs, possibly with dots, as in `db.VarChar`
/// @param list empty where there are no parentheses
/// @param span from the first at sign to the last character that is not white space
public record Attribute(Name name, Optional<ArgumentList> list, Span span) {

  /// Returns the arguments that have a value, in the order written.
  public List<Argument> arguments() {
    return list.map(ArgumentList::arguments).orElse(List.of());
  }

  /// Returns the arguments without a value, as in `fields:`.
  public List<EmptyArgument> emptyArguments() {
    return list.map(ArgumentList::emptyArguments).orElse(List.of());
  }

  /// Returns the first argument with this name; one known by its position is never meant.
  public Optional<Argument> argument(String argumentName) {
    return arguments().stream()
        .filter(it -> it.name().filter(given -> given.text().equals(argumentName)).isPresent())
        .findFirst();
  }

  /// Returns the arguments that have no name.
  public List<Argument> unnamedArguments() {
    var unnamed = new ArrayList<Argument>();
    for (var argument : arguments()) {
      if (argument.name().isEmpty()) {
        unnamed.add(argument);
      }
    }
    return unnamed;
  }
}

package lockstep.rewrite;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a file gives of transactions to functions.
///
/// @param given the parameters that are given one
/// @param spoiled those that cannot be sessions: something stays that runs together with them
public record Handed(Set<Parameter> given, Set<Parameter> spoiled) {
  /// A parameter of a function.
  ///
  /// @param module by its whole name
  public record Parameter(String module, String function, String name) {}

  public Handed {
    given = Set.copyOf(given);
    spoiled = Set.copyOf(spoiled);
  }

  Handed withSpoiled(Set<Parameter> more) {
    return new Handed(
        given, Stream.concat(spoiled.stream(), more.stream()).collect(Collectors.toSet()));
  }
}

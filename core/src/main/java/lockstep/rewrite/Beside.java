package lockstep.rewrite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.rewrite.FoundCalls.Found;
import lockstep.rewrite.FoundCalls.Reach;
import lockstep.rewrite.FoundCalls.Scope;

/// A call that runs at the same time as others, and so cannot use their session with them: it has
/// to run after them.
record Beside(Scope scope, Found found) {
  /// Returns why it cannot.
  Optional<String> refusal(Map<ClientCall, String> refused) {
    var calls = calls();
    if (calls.size() != found.gathering().orElseThrow().arguments().size()) {
      return Optional.of(
          "it runs at the same time as other code, which may use a session as well.");
    }
    if (calls.stream().anyMatch(it -> it.call().effect() == Operation.Effect.WRITE)) {
      return Optional.of("calls that write at the same time are transactions of their own.");
    }
    return found.reach() != Reach.ALWAYS
        ? Optional.of("whether it runs at the same time as others depends on what comes before it.")
        : calls.stream()
            .filter(it -> refused.containsKey(it.call()))
            .findFirst()
            .map(
                it ->
                    "it runs at the same time as `%s`, which stays.".formatted(it.call().label()));
  }

  /// Returns the calls that run at the same time, in their order.
  private List<Found> calls() {
    return scope.calls().stream()
        .filter(it -> it.gathering().isPresent() && it.gathering().equals(found.gathering()))
        .toList();
  }
}

package lockstep.rewrite;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;

/// What a call is given, by the names of its parameters.
final class Arguments {
  private final Map<String, Expr> given = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();

  private Arguments() {}

  /// Says in the draft what is not known of them.
  static Arguments of(Expr.Call call, List<String> parameters, Draft draft) {
    var arguments = new Arguments();
    var position = 0;
    for (var it : call.arguments()) {
      switch (it) {
        case Argument.Positional(var value) -> {
          if (position < parameters.size()) {
            arguments.given.put(parameters.get(position++), value);
          } else {
            draft.refuse("it is given more than it takes.");
          }
        }
        case Argument.Keyword(var name, var value) -> {
          if (!parameters.contains(name)) {
            draft.refuse("the argument `%s` is not known.".formatted(name));
          }
          arguments.given.put(name, value);
        }
        case Argument.Spread(var value) when isInclude(draft.includedBy(value)) ->
            arguments.given.put(
                "include", draft.includedBy(value).orElseThrow().entries().getFirst().value());
        case Argument.Spread(var value) ->
            draft.refuse(
                "what `%s` adds to the call is only known when it runs."
                    .formatted(Conditions.oneLine(draft.source(value))));
      }
    }
    return arguments;
  }

  /// `**WITH_POSTS`, whose only key is `include`.
  private static boolean isInclude(Optional<Expr.Dict> spread) {
    return spread
        .map(Expr.Dict::entries)
        .filter(it -> it.size() == 1 && it.getFirst().name().filter("include"::equals).isPresent())
        .isPresent();
  }

  /// Returns what a parameter is given; `None` is as good as nothing.
  Optional<Expr> get(String parameter) {
    asked.add(parameter);
    return Optional.ofNullable(given.get(parameter)).filter(it -> !it.isNone());
  }

  /// Returns what it is given that nobody has asked for.
  Optional<String> unasked() {
    return given.keySet().stream()
        .filter(it -> !asked.contains(it) && !given.get(it).isNone())
        .findFirst();
  }
}

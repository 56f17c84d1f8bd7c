package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;

/// `await asyncio.gather(…)`, whose arguments run at the same time.
record Gathering(Expr.Await whole, List<Argument> arguments) {
  static Optional<Gathering> of(Expr.Await await) {
    return await.value() instanceof Expr.Call(var _, var function, var arguments)
            && isGather(function)
        ? Optional.of(new Gathering(await, arguments))
        : Optional.empty();
  }

  private static boolean isGather(Expr function) {
    return switch (function) {
      case Expr.Name(var _, var id) -> id.equals("gather");
      case Expr.Attribute(var _, Expr.Name(var _, var module), var name) ->
          module.equals("asyncio") && name.equals("gather");
      default -> false;
    };
  }
}

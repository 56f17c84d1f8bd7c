package lockstep.engine.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value in a TypeScript file, as far as it can be known without running it.
sealed interface TypeScriptLiteral {
  record Text(String value) implements TypeScriptLiteral {}

  /// `env("NAME")`, `process.env.NAME` or `process.env["NAME"]`.
  record Variable(String name) implements TypeScriptLiteral {}

  /// A call whose arguments are known, as in `path.join("prisma", "schema.prisma")`.
  record Call(String function, List<TypeScriptLiteral> arguments) implements TypeScriptLiteral {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  record Flag(boolean value) implements TypeScriptLiteral {}

  record Items(List<TypeScriptLiteral> values) implements TypeScriptLiteral {
    public Items {
      values = List.copyOf(values);
    }
  }

  record Members(Map<String, TypeScriptLiteral> values) implements TypeScriptLiteral {
    public Members {
      values = new LinkedHashMap<>(values);
    }
  }

  /// Anything else.
  record Unknown() implements TypeScriptLiteral {}

  /// Returns a member of an object.
  default Optional<TypeScriptLiteral> get(String name) {
    return this instanceof Members(var values)
        ? Optional.ofNullable(values.get(name))
        : Optional.empty();
  }
}

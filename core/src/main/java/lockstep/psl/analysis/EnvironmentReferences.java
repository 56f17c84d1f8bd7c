package lockstep.psl.analysis;

import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.Expression;

/// Reads a text that may be left to the environment, as in `env("DATABASE_URL")`.
///
/// The environment itself is never looked at.
final class EnvironmentReferences {
  private final Findings.In findings;
  private final Coercion coercion;

  EnvironmentReferences(Findings.In findings) {
    this.findings = findings;
    this.coercion = new Coercion(findings);
  }

  static boolean isReference(Expression expression) {
    return expression instanceof Expression.FunctionCall call && call.name().text().equals("env");
  }

  /// Returns the text, or the name of the variable; reports what is neither.
  Optional<String> read(Expression expression) {
    return switch (expression) {
      case Expression.StringLiteral it -> Optional.of(it.value());
      case Expression.FunctionCall it when isReference(it) -> variable(it);
      default -> coercion.mismatch("string", expression);
    };
  }

  private Optional<String> variable(Expression.FunctionCall call) {
    var list = call.arguments();
    for (var argument : list.arguments()) {
      if (argument.name().isPresent()) {
        findings.report(
            PslCode.NAMED_ENVIRONMENT_VARIABLE,
            argument.span(),
            "`env` takes an argument without a name.",
            "Write `env(\"NAME\")`.");
      }
    }
    if (list.items().size() != 1
        || list.arguments().isEmpty()
        || list.trailingComma().isPresent()) {
      findings.report(
          PslCode.INVALID_ENVIRONMENT_REFERENCE,
          call.span(),
          "`env` takes one text, the name of a variable.",
          "Write `env(\"NAME\")`.");
      return Optional.empty();
    }
    return coercion.string(list.arguments().getFirst().value());
  }
}

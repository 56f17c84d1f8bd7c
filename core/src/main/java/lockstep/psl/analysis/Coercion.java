package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.Expression;

/// Reads an expression as one kind of value and reports it where it is another.
final class Coercion {
  private final Findings.In findings;

  Coercion(Findings.In findings) {
    this.findings = findings;
  }

  Optional<String> string(Expression expression) {
    return expression instanceof Expression.StringLiteral it
        ? Optional.of(it.value())
        : mismatch("string", expression);
  }

  Optional<String> constant(Expression expression) {
    return expression instanceof Expression.Constant it
        ? Optional.of(it.name())
        : mismatch("constant", expression);
  }

  Optional<Boolean> truth(Expression expression) {
    if (expression instanceof Expression.Constant it) {
      switch (it.name()) {
        case "true" -> {
          return Optional.of(true);
        }
        case "false" -> {
          return Optional.of(false);
        }
        default -> {}
      }
    }
    return mismatch("boolean", expression);
  }

  Optional<Long> integer(Expression expression) {
    if (expression instanceof Expression.NumberLiteral it) {
      try {
        return Optional.of(Long.parseLong(it.text()));
      } catch (NumberFormatException notAnInteger) {
        return mismatch("numeric", expression);
      }
    }
    return mismatch("numeric", expression);
  }

  /// Reads a list of values; a single value is a list of one. Returns nothing if one of them is
  /// wrong, after having reported all that are.
  <T> Optional<List<T>> list(Expression expression, Function<Expression, Optional<T>> element) {
    if (!(expression instanceof Expression.ArrayLiteral array)) {
      return element.apply(expression).map(List::of);
    }
    var read = new ArrayList<T>();
    var isWhole = true;
    for (var it : array.elements()) {
      var value = element.apply(it);
      value.ifPresent(read::add);
      isWhole &= value.isPresent();
    }
    return isWhole ? Optional.of(read) : Optional.empty();
  }

  <T> Optional<T> mismatch(String expected, Expression found) {
    findings.report(
        PslCode.WRONG_KIND_OF_VALUE,
        found.span(),
        "A %s value is expected here, not the %s value `%s`."
            .formatted(expected, kind(found), findings.file().text(found.span())));
    return Optional.empty();
  }

  /// Returns what kind of value an expression is, in a word.
  static String kind(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral _ -> "numeric";
      case Expression.StringLiteral _ -> "string";
      case Expression.Constant _ -> "constant";
      case Expression.FunctionCall _ -> "function";
      case Expression.ArrayLiteral _ -> "list";
      case Expression.ObjectLiteral _ -> "object";
    };
  }
}

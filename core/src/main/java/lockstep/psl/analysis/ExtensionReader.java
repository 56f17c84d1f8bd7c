package lockstep.psl.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.Datasource.ExtensionDeclaration;
import lockstep.psl.syntax.Argument;
import lockstep.psl.syntax.Expression;
import lockstep.text.Closest;
import lockstep.text.Order;

/// Reads the `extensions` of a datasource, as in `[citext, uuidOssp(map: "uuid-ossp")]`.
final class ExtensionReader {
  private static final List<String> KNOWN = List.of("map", "schema", "version");

  private final Findings.In findings;
  private final Coercion coercion;

  ExtensionReader(Findings.In findings) {
    this.findings = findings;
    this.coercion = new Coercion(findings);
  }

  /// Returns the extensions by name; nothing where the list holds something else.
  Optional<List<ExtensionDeclaration>> read(Expression value) {
    return coercion
        .list(value, this::isExtension)
        .map(
            all ->
                all.stream()
                    .map(this::extension)
                    .sorted(Order.by(ExtensionDeclaration::name, CodePoints::compare))
                    .toList());
  }

  private Optional<Expression> isExtension(Expression value) {
    return switch (value) {
      case Expression.Constant _, Expression.FunctionCall _ -> Optional.of(value);
      default -> coercion.mismatch("constant or function", value);
    };
  }

  private ExtensionDeclaration extension(Expression value) {
    if (value instanceof Expression.Constant(var name, var span)) {
      return new ExtensionDeclaration(
          name, Optional.empty(), Optional.empty(), Optional.empty(), span);
    }
    var call = (Expression.FunctionCall) value;
    var arguments = arguments(call);
    arguments.values().forEach(it -> coercion.string(it.value()));
    var extension =
        new ExtensionDeclaration(
            call.name().text(),
            text(arguments, "map"),
            text(arguments, "schema"),
            text(arguments, "version"),
            value.span());
    for (var argument : arguments.entrySet()) {
      findings.report(
          PslCode.UNKNOWN_ARGUMENT,
          argument.getValue().span(),
          "An extension has no argument `%s`.".formatted(argument.getKey()),
          Closest.to(argument.getKey(), KNOWN)
              .map("Did you mean `%s`?"::formatted)
              .orElse("Remove it."));
    }
    return extension;
  }

  private Map<String, Argument> arguments(Expression.FunctionCall call) {
    var arguments = new LinkedHashMap<String, Argument>();
    for (var argument : call.arguments().arguments()) {
      var name = argument.name().map(it -> it.text());
      if (name.isEmpty()) {
        findings.report(
            PslCode.UNKNOWN_ARGUMENT,
            argument.span(),
            "An extension takes no argument without a name.",
            "Name it `map`, `schema` or `version`.");
      } else if (arguments.putIfAbsent(name.get(), argument) != null) {
        findings.report(
            PslCode.DUPLICATE_ARGUMENT,
            argument.span(),
            "The argument `%s` is given twice.".formatted(name.get()),
            "Keep one of them.");
      }
    }
    return arguments;
  }

  private Optional<String> text(Map<String, Argument> arguments, String name) {
    var argument = Optional.ofNullable(arguments.remove(name));
    if (argument.isEmpty()) {
      return Optional.empty();
    }
    if (argument.get().value() instanceof Expression.StringLiteral text) {
      if (text.value().isEmpty()) {
        findings.report(
            PslCode.EMPTY_DATABASE_NAME,
            argument.get().span(),
            "PostgreSQL knows no empty %s; the argument is passed over."
                .formatted(name.equals("version") ? name : "name"),
            "Write one, or remove the argument.");
        return Optional.empty();
      }
      return Optional.of(text.value());
    }
    findings.report(
        PslCode.WRONG_KIND_OF_VALUE,
        argument.get().span(),
        "The argument `%s` of an extension is a text.".formatted(name));
    return Optional.empty();
  }
}

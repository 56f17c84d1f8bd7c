package lockstep.psl.rule;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.BuiltInType;
import lockstep.psl.analysis.DefaultValue;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.Rfc3339;
import lockstep.psl.analysis.ScalarField;
import lockstep.psl.analysis.ValueType;
import lockstep.psl.syntax.Expression;
import lockstep.text.Closest;
import lockstep.text.Span;

/// What must hold of defaults, beyond that their kind fits the field.
final class DefaultRules {
  private static final List<String> FUNCTIONS =
      List.of("autoincrement", "cuid", "dbgenerated", "nanoid", "now", "ulid", "uuid");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?(\\d+))?");

  private final PslModel model;
  private final RuleContext context;

  private DefaultRules(PslModel model, RuleContext context) {
    this.model = model;
    this.context = context;
  }

  /// No function but the built-in ones can make a default.
  static void functionsAreKnown(RuleContext context) {
    for (var model : context.schema().models().values()) {
      for (var field : model.scalars().values()) {
        field
            .defaultValue()
            .filter(it -> it.value() instanceof DefaultValue.Unknown(var name) && !isAuto(name))
            .ifPresent(it -> reportUnknown(model, it, context));
      }
    }
  }

  private static boolean isAuto(String function) {
    return function.equals("auto");
  }

  private static void reportUnknown(
      PslModel model, ScalarField.Default unknown, RuleContext context) {
    var name = ((DefaultValue.Unknown) unknown.value()).function();
    context
        .in(model)
        .report(
            PslCode.UNKNOWN_DEFAULT_FUNCTION,
            unknown.expression().span(),
            "There is no function `%s`.".formatted(name),
            Closest.to(name, FUNCTIONS)
                .map("Did you mean `%s()`?"::formatted)
                .orElse("Functions of the database are called by `dbgenerated(\"…\")`."));
  }

  static void check(PslModel model, ScalarField field, RuleContext context) {
    field.defaultValue().ifPresent(it -> new DefaultRules(model, context).check(field, it));
  }

  private void check(ScalarField field, ScalarField.Default given) {
    hasNoName(given);
    if (field.type() instanceof ValueType.BuiltIn(var type)) {
      valueIsReadable(type, given.expression());
    }
    if (given.value() instanceof DefaultValue.Unknown(var name) && isAuto(name)) {
      context
          .in(model)
          .report(
              PslCode.UNKNOWN_DEFAULT_FUNCTION,
              given.expression().span(),
              "`auto()` is for document databases only.",
              "Use `autoincrement()` or `uuid()`.");
    }
  }

  private void hasNoName(ScalarField.Default given) {
    if (given.mappedName().isEmpty()) {
      return;
    }
    var name = given.mappedName().get();
    context
        .in(model)
        .report(
            PslCode.UNSUPPORTED_NAME,
            given.attribute().span(),
            "A default has no name in PostgreSQL.",
            "Remove `map`.");
    if (!context.connector().fits(name)) {
      ConstraintNameRules.reportTooLong(model, given.attribute(), name, context);
    }
  }

  private void valueIsReadable(BuiltInType type, Expression value) {
    switch (value) {
      case Expression.ArrayLiteral(var elements, _) ->
          elements.forEach(it -> valueIsReadable(type, it));
      case Expression.NumberLiteral(var text, var span) -> {
        if (type == BuiltInType.INT || type == BuiltInType.BIG_INT) {
          check(isInteger(text), span, "The default `%s` is no whole number of 64 bits.", text);
        }
      }
      case Expression.StringLiteral(var text, var span) -> textIsReadable(type, text, span);
      case Expression.Constant _, Expression.FunctionCall _, Expression.ObjectLiteral _ -> {}
    }
  }

  private void textIsReadable(BuiltInType type, String text, Span span) {
    switch (type) {
      case JSON -> check(JsonText.isValid(text), span, "The default `%s` is not JSON.", text);
      case BYTES -> check(isBase64(text), span, "The default `%s` is not base64.", text);
      case DECIMAL -> check(isDecimal(text), span, "The default `%s` is no decimal number.", text);
      case DATE_TIME ->
          check(
              Rfc3339.parse(text).isPresent(),
              span,
              "The default `%s` is no point in time as in `2024-01-31T23:59:59Z` (RFC 3339).",
              text);
      default -> {}
    }
  }

  private void check(boolean isReadable, Span span, String fact, String text) {
    if (!isReadable) {
      context.in(model).report(PslCode.INVALID_DEFAULT, span, fact.formatted(text));
    }
  }

  private static boolean isInteger(String text) {
    try {
      Long.parseLong(text);
      return true;
    } catch (NumberFormatException notAnInteger) {
      return false;
    }
  }

  private static boolean isDecimal(String text) {
    var match = DECIMAL.matcher(text);
    return match.matches() && (match.group(1) == null || isInteger(match.group(1)));
  }

  /// Only the one canonical text of the bytes counts, with its padding.
  private static boolean isBase64(String text) {
    try {
      return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)).equals(text);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}

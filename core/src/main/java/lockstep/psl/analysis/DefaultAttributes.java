package lockstep.psl.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.mapping.ClientDefault;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.Argument;
import lockstep.psl.syntax.Expression;
import lockstep.psl.syntax.FieldType.Arity;
import lockstep.text.Closest;

/// Pass 3 for `@default`.
final class DefaultAttributes {
  private static final List<String> FUNCTIONS =
      List.of("autoincrement", "ulid", "cuid", "dbgenerated", "nanoid", "now", "uuid", "auto");

  private final ValueType type;
  private final Arity arity;
  private final Map<String, PslEnum> enums;
  private final AttributeArguments arguments;
  private final Container container;

  private DefaultAttributes(
      ValueType type,
      Arity arity,
      Map<String, PslEnum> enums,
      AttributeArguments arguments,
      Container container) {
    this.type = type;
    this.arity = arity;
    this.enums = enums;
    this.arguments = arguments;
    this.container = container;
  }

  /// What the field stands in.
  private enum Container {
    MODEL,
    COMPOSITE_TYPE
  }

  static Optional<ScalarField.Default> read(
      ValueType type, Arity arity, Map<String, PslEnum> enums, AttributeArguments arguments) {
    var value = arguments.main("value");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var mappedName = arguments.name("map");
    return new DefaultAttributes(type, arity, enums, arguments, Container.MODEL)
        .value(value.get(), mappedName.isPresent())
        .map(it -> new ScalarField.Default(arguments.attribute(), value.get(), it, mappedName));
  }

  /// Reports what is wrong with a default inside of a composite type.
  static void readInCompositeType(
      ValueType type, Arity arity, Map<String, PslEnum> enums, AttributeArguments arguments) {
    var reader = new DefaultAttributes(type, arity, enums, arguments, Container.COMPOSITE_TYPE);
    arguments.main("value").ifPresent(it -> reader.value(it, false));
    arguments.name("map");
  }

  private Optional<DefaultValue> value(Expression value, boolean isMapped) {
    if (value instanceof Expression.FunctionCall call && call.name().text().equals("dbgenerated")) {
      return container == Container.MODEL
          ? databaseGenerated(call)
          : fail("Inside of a composite type there is no `dbgenerated`.");
    }
    return switch (type) {
      case ValueType.BuiltIn(var builtIn) ->
          value instanceof Expression.FunctionCall call
              ? function(call, builtIn, isMapped)
              : literal(value, builtIn);
      case ValueType.Enumerated(var name) -> enumerated(value, enums.get(name));
      case ValueType.Unsupported _ ->
          fail("A field of type `Unsupported` can have no default but `dbgenerated(\"…\")`.");
      case ValueType.Composite(var name) ->
          fail("A field of the composite type `%s` can have no default.".formatted(name));
    };
  }

  private Optional<DefaultValue> function(
      Expression.FunctionCall call, BuiltInType builtIn, boolean isMapped) {
    var name = call.name().text();
    if (container == Container.COMPOSITE_TYPE) {
      return functionInCompositeType(call, builtIn);
    }
    if (name.equals("autoincrement") && isMapped) {
      return fail("`autoincrement()` makes no constraint that `map` could name.");
    }
    if (!FUNCTIONS.contains(name)) {
      return Optional.of(new DefaultValue.Unknown(name));
    }
    if (name.equals("auto")) {
      return withoutArguments(call, new DefaultValue.Unknown(name));
    }
    return knownFunction(call, builtIn);
  }

  private Optional<DefaultValue> functionInCompositeType(
      Expression.FunctionCall call, BuiltInType builtIn) {
    return switch (call.name().text()) {
      case "autoincrement", "auto", "nanoid" ->
          fail(
              "Inside of a composite type there is no `%s()` for fields of type `%s`."
                  .formatted(call.name(), builtIn));
      case "now", "ulid", "cuid", "uuid" -> knownFunction(call, builtIn);
      default -> {
        arguments
            .findings()
            .report(
                PslCode.UNKNOWN_DEFAULT_FUNCTION,
                call.span(),
                "There is no function `%s`.".formatted(call.name()));
        yield Optional.empty();
      }
    };
  }

  private Optional<DefaultValue> knownFunction(Expression.FunctionCall call, BuiltInType builtIn) {
    var name = call.name().text();
    if (!canMake(name, builtIn)) {
      return fail("`%s()` makes no value of type `%s`.".formatted(name, builtIn), advice(builtIn));
    }
    return switch (name) {
      case "autoincrement" -> withoutArguments(call, new DefaultValue.Autoincrement());
      case "now" -> withoutArguments(call, new DefaultValue.Now());
      case "ulid" ->
          withoutArguments(call, new DefaultValue.ClientGenerated(new ClientDefault.Ulid()));
      case "cuid" -> version(call, 1, List.of(1, 2)).map(it -> client(new ClientDefault.Cuid(it)));
      case "uuid" -> version(call, 4, List.of(4, 7)).map(it -> client(new ClientDefault.Uuid(it)));
      default -> length(call).map(it -> client(new ClientDefault.Nanoid(it)));
    };
  }

  private static boolean canMake(String function, BuiltInType type) {
    return switch (function) {
      case "autoincrement" -> type == BuiltInType.INT || type == BuiltInType.BIG_INT;
      case "now" -> type == BuiltInType.DATE_TIME;
      default -> type == BuiltInType.STRING;
    };
  }

  private static String advice(BuiltInType type) {
    var fitting =
        FUNCTIONS.stream()
            .filter(it -> !it.equals("auto") && !it.equals("dbgenerated"))
            .filter(it -> canMake(it, type))
            .map("`%s()`"::formatted)
            .toList();
    return fitting.isEmpty()
        ? "Write a value, or `dbgenerated(\"…\")`."
        : "Write a value, `dbgenerated(\"…\")` or %s.".formatted(String.join(", ", fitting));
  }

  private static DefaultValue client(ClientDefault value) {
    return new DefaultValue.ClientGenerated(value);
  }

  private Optional<DefaultValue> withoutArguments(
      Expression.FunctionCall call, DefaultValue value) {
    return call.arguments().arguments().isEmpty()
        ? Optional.of(value)
        : fail("`%s()` takes no arguments.".formatted(call.name()));
  }

  private Optional<DefaultValue> databaseGenerated(Expression.FunctionCall call) {
    var given = call.arguments().arguments();
    if (given.size() > 1) {
      fail("`dbgenerated` takes one text.");
    }
    if (given.isEmpty()) {
      return Optional.of(new DefaultValue.DatabaseGenerated(Optional.empty()));
    }
    if (!(given.getFirst().value() instanceof Expression.StringLiteral sql)) {
      return fail("`dbgenerated` takes one text.");
    }
    return sql.value().isEmpty()
        ? fail("The text of `dbgenerated` is empty.", "Write SQL, or `dbgenerated()`.")
        : Optional.of(new DefaultValue.DatabaseGenerated(Optional.of(sql.value())));
  }

  private Optional<Integer> version(
      Expression.FunctionCall call, int ifNone, List<Integer> versions) {
    var given = number(call);
    if (given.isEmpty()) {
      return call.arguments().arguments().isEmpty() ? Optional.of(ifNone) : Optional.empty();
    }
    var version = given.get().filter(versions::contains);
    if (version.isEmpty()) {
      fail(
          "`%s` has no such version.".formatted(call.name()),
          "Versions are %d and %d.".formatted(versions.getFirst(), versions.getLast()));
    }
    return version;
  }

  private Optional<Integer> length(Expression.FunctionCall call) {
    var given = number(call);
    if (given.isEmpty()) {
      return call.arguments().arguments().isEmpty()
          ? Optional.of(ClientDefault.Nanoid.STANDARD_LENGTH)
          : Optional.empty();
    }
    var length = given.get().filter(it -> it >= 2 && it <= 255);
    if (length.isEmpty()) {
      fail("`nanoid` cannot have that length.", "Write a number from 2 to 255.");
    }
    return length;
  }

  /// Returns the number that a function is given, or nothing in it where it is none that fits into
  /// a byte; nothing at all where there is no number.
  private Optional<Optional<Integer>> number(Expression.FunctionCall call) {
    var given = call.arguments().arguments();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (given.size() > 1) {
      fail("`%s` takes one number.".formatted(call.name()));
    }
    if (given.getFirst() instanceof Argument(_, Expression.NumberLiteral number, _)) {
      return Optional.of(integer(number.text()));
    }
    fail("`%s` takes one number.".formatted(call.name()));
    return Optional.empty();
  }

  private static Optional<Integer> integer(String text) {
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException notAnInteger) {
      return Optional.empty();
    }
  }

  private Optional<DefaultValue> enumerated(Expression value, PslEnum enumeration) {
    if (arity != Arity.LIST) {
      return isAValueOf(enumeration, value) ? literal(value) : Optional.empty();
    }
    if (!(value instanceof Expression.ArrayLiteral array)) {
      return fail("The default of a list is a list.", "Write `[%s]`.".formatted(text(value)));
    }
    for (var element : array.elements()) {
      if (!isAValueOf(enumeration, element)) {
        return Optional.empty();
      }
    }
    return literal(value);
  }

  private boolean isAValueOf(PslEnum enumeration, Expression value) {
    if (!(value instanceof Expression.Constant constant)) {
      fail(
          "A value of the enum `%s` is expected here, not `%s`."
              .formatted(enumeration.name(), text(value)));
      return false;
    }
    if (enumeration.value(constant.name()).isEmpty()) {
      var names = enumeration.values().stream().map(PslEnum.Value::name).toList();
      fail(
          "The enum `%s` has no value `%s`.".formatted(enumeration.name(), constant.name()),
          Closest.to(constant.name(), names)
              .map("Did you mean `%s`?"::formatted)
              .orElse("Use one of its values, or add this one."));
      return false;
    }
    return true;
  }

  private Optional<DefaultValue> literal(Expression value, BuiltInType builtIn) {
    if (arity == Arity.LIST) {
      if (!(value instanceof Expression.ArrayLiteral array)) {
        return fail("The default of a list is a list.", "Write `[%s]`.".formatted(text(value)));
      }
      for (var element : array.elements()) {
        if (!isA(builtIn, element)) {
          return Optional.empty();
        }
      }
      return literal(value);
    }
    if (value instanceof Expression.ArrayLiteral) {
      return fail("The default of this field is a list, but the field is none.");
    }
    return isA(builtIn, value) ? literal(value) : Optional.empty();
  }

  private static Optional<DefaultValue> literal(Expression value) {
    return Optional.of(new DefaultValue.Literal(value));
  }

  private boolean isA(BuiltInType builtIn, Expression value) {
    var isKind =
        switch (builtIn) {
          case STRING, JSON, BYTES, DATE_TIME -> value instanceof Expression.StringLiteral;
          case INT, BIG_INT, FLOAT -> value instanceof Expression.NumberLiteral;
          case DECIMAL ->
              value instanceof Expression.NumberLiteral
                  || value instanceof Expression.StringLiteral;
          case BOOLEAN -> value instanceof Expression.Constant;
        };
    if (!isKind) {
      fail("A value of type `%s` is expected here, not `%s`.".formatted(builtIn, text(value)));
      return false;
    }
    if (value instanceof Expression.Constant(var word, var span)
        && !List.of("true", "false").contains(word)) {
      arguments
          .findings()
          .report(
              PslCode.INVALID_DEFAULT, span, "`%s` is neither `true` nor `false`.".formatted(word));
      return false;
    }
    return true;
  }

  private String text(Expression value) {
    return arguments.findings().file().text(value.span());
  }

  private <T> Optional<T> fail(String fact) {
    arguments.report(PslCode.INVALID_DEFAULT, fact);
    return Optional.empty();
  }

  private <T> Optional<T> fail(String fact, String advice) {
    arguments.report(PslCode.INVALID_DEFAULT, fact, advice);
    return Optional.empty();
  }
}

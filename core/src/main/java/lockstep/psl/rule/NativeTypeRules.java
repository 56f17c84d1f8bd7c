package lockstep.psl.rule;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.NativeType;
import lockstep.psl.analysis.NativeTypeName;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.ScalarField;
import lockstep.psl.analysis.ScalarField.NativeTypeAttribute;
import lockstep.psl.analysis.ValueType;
import lockstep.text.Closest;

/// What must hold of attributes like `@db.VarChar(20)`, and of `Unsupported("…")`.
final class NativeTypeRules {
  /// Words, perhaps arguments, perhaps something after them.
  private static final Pattern SQL_TYPE = Pattern.compile("([^(]+)(?:\\((.*?)\\))?(.+)?");

  private final PslModel model;
  private final ScalarField field;
  private final NativeTypeAttribute attribute;
  private final RuleContext context;

  private NativeTypeRules(
      PslModel model, ScalarField field, NativeTypeAttribute attribute, RuleContext context) {
    this.model = model;
    this.field = field;
    this.attribute = attribute;
    this.context = context;
  }

  static void check(PslModel model, ScalarField field, RuleContext context) {
    field.nativeType().ifPresent(it -> new NativeTypeRules(model, field, it, context).check());
  }

  private void check() {
    scopeIsTheDatasource();
    var name = NativeTypeName.of(attribute.name());
    if (name.isEmpty() || !context.connector().isPostgres()) {
      typeIsKnown();
    } else if (argumentsAreNotTooMany(name.get()) && fitsTheField(name.get())) {
      argumentsAreNumbers(name.get());
    }
  }

  private void scopeIsTheDatasource() {
    context
        .configuration()
        .datasource()
        .filter(it -> !it.name().equals(attribute.scope()))
        .ifPresent(
            it ->
                report(
                    "`%s` is not the name of the datasource.".formatted(attribute.scope()),
                    "Did you mean `@%s.%s`?".formatted(it.name(), attribute.name())));
  }

  private void typeIsKnown() {
    if (!context.connector().isPostgres()) {
      report(
          "`%s` is a type of a database, but there is no datasource.".formatted(attribute.name()),
          "Add one.");
      return;
    }
    report(
        "PostgreSQL has no type `%s`.".formatted(attribute.name()),
        Closest.to(attribute.name(), NativeTypeName.words())
            .map(it -> "Did you mean `@%s.%s`?".formatted(attribute.scope(), it))
            .orElse("Types that PSL has no word for are written `Unsupported(\"…\")`."));
  }

  private boolean argumentsAreNotTooMany(NativeTypeName name) {
    var given = attribute.arguments().size();
    if (given <= name.optionalArguments()) {
      return true;
    }
    report(
        "`%s` takes %s, but %d are given."
            .formatted(
                name,
                switch (name.optionalArguments()) {
                  case 0 -> "no arguments";
                  case 1 -> "one argument";
                  default -> name.optionalArguments() + " arguments";
                },
                given),
        "Remove what is too much.");
    return false;
  }

  private boolean fitsTheField(NativeTypeName name) {
    if (field.type().is(name.builtIn())) {
      return true;
    }
    var fitting =
        Stream.of(NativeTypeName.values())
            .filter(it -> field.type().is(it.builtIn()))
            .map(it -> "`%s`".formatted(it))
            .toList();
    report(
        "`%s` stores a `%s`, but the field is of type `%s`."
            .formatted(name, name.builtIn(), field.type().word()),
        "A field of this type can be stored as %s.".formatted(String.join(", ", fitting)));
    return false;
  }

  private void argumentsAreNumbers(NativeTypeName name) {
    NativeType.parse(attribute.name(), attribute.arguments())
        .ifPresentOrElse(
            this::argumentsAreInRange,
            () ->
                report(
                    "The arguments of `%s` are not %s."
                        .formatted(
                            name,
                            name.optionalArguments() == 1 ? "a whole number" : "two whole numbers"),
                    name == NativeTypeName.DECIMAL
                        ? "Write precision and scale, as in `Decimal(10, 2)`."
                        : "Write it as in `%s(3)`.".formatted(name)));
  }

  private void argumentsAreInRange(NativeType type) {
    var arguments = type.arguments();
    switch (type.name()) {
      case DECIMAL -> {
        if (!arguments.isEmpty()) {
          precisionAndScaleAreInRange(arguments.getFirst(), arguments.getLast());
        }
      }
      case BIT, VAR_BIT -> {
        if (arguments.contains(0)) {
          report("A length of 0 is not possible.", "Write at least 1.");
        }
      }
      case TIMESTAMP, TIMESTAMPTZ, TIME, TIMETZ -> {
        if (arguments.stream().anyMatch(it -> it > 6)) {
          report("PostgreSQL keeps no more than 6 digits of a second.", "Write 0 to 6.");
        }
      }
      default -> {}
    }
  }

  private void precisionAndScaleAreInRange(int precision, int scale) {
    if (scale > precision) {
      report(
          "The scale %d is larger than the precision %d.".formatted(scale, precision),
          "The precision counts all digits, the scale those after the point.");
    } else if (precision == 0 || precision > 1000) {
      report("The precision %d is not possible.".formatted(precision), "Write 1 to 1000.");
    }
  }

  /// A type that has a word of its own is not unsupported.
  static void hasNoWordOfItsOwn(PslModel model, ScalarField field, RuleContext context) {
    if (!(field.type() instanceof ValueType.Unsupported(var text))
        || !context.connector().isPostgres()) {
      return;
    }
    var match = SQL_TYPE.matcher(text);
    if (!match.matches()) {
      return;
    }
    var arguments =
        match.group(2) == null
            ? List.<String>of()
            : Stream.of(match.group(2).split(",", -1)).map(String::strip).toList();
    NativeType.parse(match.group(1).strip(), arguments)
        .ifPresent(
            it ->
                context
                    .in(model)
                    .report(
                        PslCode.SUPPORTED_TYPE,
                        field.declaration().span(),
                        "The type `Unsupported(\"%s\")` of the field `%s` is supported."
                            .formatted(text, field.name()),
                        "Write `%s @%s.%s`."
                            .formatted(
                                it.name().builtIn(),
                                context.configuration().datasource().orElseThrow().name(),
                                it)));
  }

  private void report(String fact, String advice) {
    context.in(model).report(PslCode.INVALID_NATIVE_TYPE, attribute.span(), fact, advice);
  }
}

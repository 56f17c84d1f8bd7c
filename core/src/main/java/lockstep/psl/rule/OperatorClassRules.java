package lockstep.psl.rule;

import java.util.Optional;
import java.util.stream.Stream;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.BuiltInType;
import lockstep.psl.analysis.IndexField;
import lockstep.psl.analysis.IndexMethod;
import lockstep.psl.analysis.KnownOperatorClass;
import lockstep.psl.analysis.ModelIndex;
import lockstep.psl.analysis.NativeType;
import lockstep.psl.analysis.NativeTypeName;
import lockstep.psl.analysis.OperatorClass;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.ScalarField;

/// What must hold between the types of indexes, operator classes and fields in PostgreSQL.
final class OperatorClassRules {
  private final PslModel model;
  private final ModelIndex index;
  private final IndexMethod method;
  private final RuleContext context;

  private OperatorClassRules(PslModel model, ModelIndex index, RuleContext context) {
    this.model = model;
    this.index = index;
    this.method = index.method().orElse(IndexMethod.BTREE);
    this.context = context;
  }

  static void check(PslModel model, ModelIndex index, RuleContext context) {
    if (context.connector().isPostgres()) {
      var rules = new OperatorClassRules(model, index, context);
      rules.holdsNoXml();
      index.fields().forEach(rules::field);
      rules.hasOneFieldAtMost();
    }
  }

  private void holdsNoXml() {
    for (var field : index.fields()) {
      var scalar = model.scalars().get(field.name());
      if (nativeType(scalar).equals(Optional.of(NativeTypeName.XML))) {
        context
            .in(model)
            .report(
                PslCode.TYPE_CANNOT_BE_INDEXED,
                scalar.declaration().span(),
                "The field `%s` is stored as `Xml`, which no index can hold."
                    .formatted(scalar.name()),
                "Remove it from the index, or store it as `Text`.");
        return;
      }
    }
  }

  private void hasOneFieldAtMost() {
    if (method == IndexMethod.SP_GIST && index.fields().size() != 1) {
      report("An index of type `SpGist` holds exactly one field.", "Make an index for each field.");
    }
  }

  private void field(IndexField field) {
    if (field.operatorClass().filter(OperatorClass.Raw.class::isInstance).isPresent()) {
      return;
    }
    var scalar = model.scalars().get(field.name());
    var given =
        field
            .operatorClass()
            .filter(OperatorClass.Known.class::isInstance)
            .map(it -> ((OperatorClass.Known) it).name());
    if (given.filter(it -> !it.methods().contains(method)).isPresent()) {
      report(
          "The operator class `%s` is not one of indexes of type `%s`."
              .formatted(given.get(), method),
          "It belongs to `%s`.".formatted(given.get().methods().getFirst()));
      return;
    }
    if (method == IndexMethod.BTREE || method == IndexMethod.HASH) {
      return;
    }
    if (given.isPresent()) {
      classFits(scalar, given.get());
    } else {
      hasADefaultClass(scalar);
    }
  }

  private void classFits(ScalarField field, KnownOperatorClass given) {
    if (given.nativeTypes().isEmpty()) {
      if (!field.isList()) {
        report(
            "The operator class `%s` is for lists, but `%s` is none."
                .formatted(given, field.name()),
            "Remove `ops`.");
      }
      return;
    }
    var type = nativeType(field);
    var fits =
        type.isPresent()
            ? given.nativeTypes().contains(type.get())
            : given.builtIn().filter(it -> field.type().is(it)).isPresent();
    if (!fits) {
      report(
          "The operator class `%s` does not fit the field `%s` of type `%s`."
              .formatted(given, field.name(), word(field)),
          "It is for fields stored as %s."
              .formatted(
                  String.join(", ", given.nativeTypes().stream().map("`%s`"::formatted).toList())));
    }
  }

  private void hasADefaultClass(ScalarField field) {
    var type = nativeType(field);
    var has = type.isPresent() ? hasDefault(field, type.get()) : hasDefault(field);
    if (!has) {
      report(
          "Indexes of type `%s` have no default operator class for the field `%s` of type `%s`."
              .formatted(method, field.name(), word(field)),
          "Name one, as in `%s(ops: raw(\"…\"))`, or choose another type of index."
              .formatted(field.name()));
    }
  }

  private boolean hasDefault(ScalarField field, NativeTypeName type) {
    return switch (method) {
      case GIN -> field.isList() || type == NativeTypeName.JSON_B;
      case SP_GIST ->
          Stream.of(
                  NativeTypeName.INET,
                  NativeTypeName.TEXT,
                  NativeTypeName.VAR_CHAR,
                  NativeTypeName.CHAR)
              .anyMatch(it -> it == type);
      case BRIN ->
          KnownOperatorClass.words().stream()
              .flatMap(it -> KnownOperatorClass.of(it).stream())
              .filter(it -> it.methods().contains(IndexMethod.BRIN))
              .anyMatch(it -> it.nativeTypes().contains(type));
      case GIST -> false;
      case BTREE, HASH -> true;
    };
  }

  private boolean hasDefault(ScalarField field) {
    if (field.isUnsupported()) {
      return true;
    }
    return switch (method) {
      case GIN -> field.isList() || field.type().is(BuiltInType.JSON);
      case GIST, SP_GIST -> field.type().is(BuiltInType.STRING);
      case BRIN ->
          Stream.of(
                  BuiltInType.STRING,
                  BuiltInType.BYTES,
                  BuiltInType.DATE_TIME,
                  BuiltInType.FLOAT,
                  BuiltInType.INT,
                  BuiltInType.BIG_INT,
                  BuiltInType.DECIMAL)
              .anyMatch(field.type()::is);
      case BTREE, HASH -> true;
    };
  }

  private static String word(ScalarField field) {
    return nativeType(field).map(NativeTypeName::word).orElseGet(() -> field.type().word());
  }

  private static Optional<NativeTypeName> nativeType(ScalarField field) {
    return field
        .nativeType()
        .flatMap(it -> NativeType.parse(it.name(), it.arguments()))
        .map(NativeType::name);
  }

  private void report(String fact, String advice) {
    context
        .in(model)
        .report(PslCode.OPERATOR_CLASS_MISMATCH, index.attribute().span(), fact, advice);
  }
}

package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.TypedModel.Meaning;
import lockstep.psl.analysis.TypedModel.TypedField;
import lockstep.psl.syntax.Field;
import lockstep.psl.syntax.FieldType.Arity;

/// Pass 3 for composite types.
///
/// PostgreSQL has none, but what is wrong inside of one is said as well, as Prisma 7 does.
final class CompositeAttributes {
  private final Map<String, PslEnum> enums;
  private final Map<String, TypedModel> types = new HashMap<>();
  private final Findings findings;

  private CompositeAttributes(
      List<TypedModel> types, Map<String, PslEnum> enums, Findings findings) {
    this.enums = enums;
    this.findings = findings;
    types.forEach(it -> this.types.put(it.name(), it));
  }

  static void check(List<TypedModel> types, Map<String, PslEnum> enums, Findings findings) {
    var check = new CompositeAttributes(types, enums, findings);
    types.forEach(check::type);
  }

  private void type(TypedModel type) {
    var in = findings.in(type.file());
    var columns = new ColumnNames(type, findings);
    for (var field : type.fields()) {
      isNoRelation(type, field, in);
      if (field.meaning() instanceof Meaning.Value(var value)) {
        attributes(type, field.declaration(), value, columns, in);
        endsSomewhere(type, field, in);
      }
    }
  }

  private static void isNoRelation(TypedModel type, TypedField field, Findings.In in) {
    if (field.meaning() instanceof Meaning.Reference(var model)) {
      in.report(
          PslCode.RELATION_IN_COMPOSITE_TYPE,
          field.declaration().type().base().span(),
          "The field `%s` of the composite type `%s` reaches the model `%s`."
              .formatted(field.declaration().name(), type.name(), model),
          "Only models have relations.");
    }
  }

  private void attributes(
      TypedModel type, Field field, ValueType value, ColumnNames columns, Findings.In in) {
    var attributes = new AttributeSet(in, field.attributes());
    if (value instanceof ValueType.BuiltIn) {
      attributes.nativeType();
    }
    attributes.visit("default", it -> defaultValue(type, field, value, it));
    MapAttributes.map(attributes).ifPresent(it -> columns.take(field, it));
    attributes.rejectUnread(List.of("default", "map"));
  }

  private void defaultValue(
      TypedModel type, Field field, ValueType value, AttributeArguments arguments) {
    if (value instanceof ValueType.Composite) {
      arguments
          .findings()
          .report(
              PslCode.INVALID_DEFAULT,
              arguments.span(),
              "The field `%s.%s` of the composite type `%s` can have no default."
                  .formatted(type.name(), field.name(), value.word()));
      arguments.main("value");
      return;
    }
    DefaultAttributes.readInCompositeType(value, field.type().arity(), enums, arguments);
  }

  /// A value that needs another value of its own type can never be complete.
  private void endsSomewhere(TypedModel type, TypedField field, Findings.In in) {
    if (!(field.meaning() instanceof Meaning.Value(ValueType.Composite(var name)))
        || field.declaration().type().arity() != Arity.REQUIRED) {
      return;
    }
    path(name, type.name(), new HashSet<>())
        .ifPresent(
            path -> {
              path.addFirst(type.name());
              in.report(
                  PslCode.ENDLESS_TYPE,
                  field.declaration().span(),
                  "The field `%s` leads back to its own type: %s."
                      .formatted(
                          field.declaration().name(),
                          String.join(" → ", path.stream().map("`%s`"::formatted).toList())),
                  "Make one of the fields optional or a list.");
            });
  }

  /// Returns the way from one type to another over required fields.
  private Optional<ArrayList<String>> path(String from, String to, HashSet<String> seen) {
    if (from.equals(to)) {
      return Optional.of(new ArrayList<>(List.of(to)));
    }
    if (!seen.add(from)) {
      return Optional.empty();
    }
    for (var field : types.get(from).fields()) {
      if (field.meaning() instanceof Meaning.Value(ValueType.Composite(var next))
          && field.declaration().type().arity() == Arity.REQUIRED) {
        var rest = path(next, to, seen);
        if (rest.isPresent()) {
          rest.get().addFirst(from);
          return rest;
        }
      }
    }
    return Optional.empty();
  }
}

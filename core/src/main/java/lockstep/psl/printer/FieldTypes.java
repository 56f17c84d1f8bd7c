package lockstep.psl.printer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.psl.analysis.NativeType;
import lockstep.psl.analysis.NativeTypeName;
import lockstep.psl.analysis.ValueType;
import lockstep.psl.syntax.FieldType.Arity;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.Nullability;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.sql.Quote;

/// The types of fields for those of columns.
final class FieldTypes {
  private final PrintedNames names;

  FieldTypes(PrintedNames names) {
    this.names = names;
  }

  /// The type of a field.
  ///
  /// @param nativeType the attribute that names the database type, where the default is another
  record Printed(ValueType type, Arity arity, Optional<String> nativeType) {
    /// Returns the type as a schema writes it.
    String word() {
      var base =
          type instanceof ValueType.Unsupported(var text)
              ? "Unsupported(" + PslText.quoted(text) + ")"
              : type.word();
      return base + arity.mark();
    }

    boolean isUnsupported() {
      return type instanceof ValueType.Unsupported;
    }
  }

  Printed of(Column column) {
    if (column.type() instanceof ColumnType.Array(var element, var dimensions) && dimensions == 1) {
      var printed = of(element, Arity.LIST);
      if (!printed.isUnsupported() || column.isNullable()) {
        return printed;
      }
    }
    return of(column.type(), column.isNullable() ? Arity.OPTIONAL : Arity.REQUIRED);
  }

  /// Returns whether a column takes no NULL although its field cannot say so: lists never can.
  static boolean losesNotNull(Column column, Printed printed) {
    return printed.arity() == Arity.LIST && column.nullability() == Nullability.NOT_NULL;
  }

  private Printed of(ColumnType type, Arity arity) {
    return switch (type) {
      case ColumnType.Scalar scalar ->
          nativeType(scalar)
              .map(
                  it ->
                      new Printed(new ValueType.BuiltIn(it.name().builtIn()), arity, attribute(it)))
              .orElseGet(() -> unsupported(text(scalar), arity));
      case ColumnType.Enumerated(var name) ->
          names
              .enumeration(name)
              .map(it -> new Printed(new ValueType.Enumerated(it), arity, Optional.empty()))
              .orElseGet(() -> unsupported(text(name), arity));
      case ColumnType.OfDomain _,
          ColumnType.Composite _,
          ColumnType.Range _,
          ColumnType.Array _,
          ColumnType.Opaque _ ->
          unsupported(text(type), arity);
    };
  }

  private static Printed unsupported(String text, Arity arity) {
    return new Printed(new ValueType.Unsupported(text), arity, Optional.empty());
  }

  private static Optional<NativeType> nativeType(ColumnType.Scalar type) {
    return Arrays.stream(NativeTypeName.values())
        .filter(it -> it.scalar() == type.type() && takes(it, type.modifiers()))
        .map(it -> new NativeType(it, type.modifiers()))
        .findFirst();
  }

  private static boolean takes(NativeTypeName name, List<Integer> modifiers) {
    return (modifiers.isEmpty() || modifiers.size() == name.optionalArguments())
        && modifiers.stream().allMatch(it -> it >= 0);
  }

  private static Optional<String> attribute(NativeType type) {
    var isDefault = type.equals(NativeType.defaultOf(type.name().builtIn()));
    return isDefault ? Optional.empty() : Optional.of("@db." + type);
  }

  private static String text(ColumnType type) {
    return switch (type) {
      case ColumnType.Scalar(var scalar, var modifiers) ->
          scalar.sql() + (modifiers.isEmpty() ? "" : parentheses(modifiers));
      case ColumnType.Enumerated(var name) -> text(name);
      case ColumnType.OfDomain(var name) -> text(name);
      case ColumnType.Composite(var name) -> text(name);
      case ColumnType.Range(var name) -> text(name);
      case ColumnType.Array(var element, var dimensions) -> text(element) + "[]".repeat(dimensions);
      case ColumnType.Opaque(var sql) -> sql;
    };
  }

  private static String parentheses(List<Integer> modifiers) {
    return modifiers.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
  }

  private static String text(QualifiedName name) {
    return name.namespace().equals(Schema.DEFAULT_NAMESPACE)
        ? Quote.word(name.name())
        : Quote.word(name.namespace()) + "." + Quote.word(name.name());
  }
}

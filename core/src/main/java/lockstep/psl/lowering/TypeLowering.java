package lockstep.psl.lowering;

import lockstep.psl.analysis.NativeType;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.analysis.ScalarField;
import lockstep.psl.analysis.ValueType;
import lockstep.schema.ColumnType;
import lockstep.schema.TypeSpelling;

/// The types of columns.
final class TypeLowering {
  private final PslSchema schema;

  TypeLowering(PslSchema schema) {
    this.schema = schema;
  }

  ColumnType column(ScalarField field) {
    var element = element(field);
    if (!field.isList()) {
      return element;
    }
    return element instanceof ColumnType.Array(var innermost, var dimensions)
        ? new ColumnType.Array(innermost, dimensions + 1)
        : ColumnType.arrayOf(element);
  }

  private ColumnType element(ScalarField field) {
    return switch (field.type()) {
      case ValueType.BuiltIn(var builtIn) -> {
        var type =
            field
                .nativeType()
                .flatMap(it -> NativeType.parse(it.name(), it.arguments()))
                .orElseGet(() -> NativeType.defaultOf(builtIn));
        yield new ColumnType.Scalar(type.name().scalar(), type.arguments());
      }
      case ValueType.Enumerated(var name) ->
          new ColumnType.Enumerated(NamespaceNames.of(schema.enums().get(name)));
      case ValueType.Unsupported(var text) -> TypeSpelling.parse(text);
      case ValueType.Composite(var name) -> new ColumnType.Opaque(name);
    };
  }
}

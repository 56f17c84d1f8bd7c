package lockstep.psl.analysis;

import java.util.List;
import java.util.Optional;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.Expression;
import lockstep.psl.syntax.Field;
import lockstep.psl.syntax.FieldType.Arity;
import lockstep.text.Span;

/// A field that holds values: one column.
///
/// @param mappedName what `@map` says
public record ScalarField(
    Field declaration,
    ValueType type,
    Optional<String> mappedName,
    boolean isIgnored,
    boolean isUpdatedAt,
    Optional<Default> defaultValue,
    Optional<NativeTypeAttribute> nativeType) {

  /// Returns a field about which no attribute says anything.
  static ScalarField plain(Field declaration, ValueType type) {
    return new ScalarField(
        declaration, type, Optional.empty(), false, false, Optional.empty(), Optional.empty());
  }

  /// An `@default` that fits its field as far as that can be said without knowing the database.
  ///
  /// @param mappedName the name of the constraint, which PostgreSQL does not have
  public record Default(
      Attribute attribute,
      Expression expression,
      DefaultValue value,
      Optional<String> mappedName) {}

  /// An attribute as in `@db.VarChar(20)`, not yet judged.
  ///
  /// @param scope what stands before the dot, which has to be the datasource's name
  /// @param arguments as written
  public record NativeTypeAttribute(String scope, String name, List<String> arguments, Span span) {
    public NativeTypeAttribute {
      arguments = List.copyOf(arguments);
    }
  }

  public String name() {
    return declaration.name().text();
  }

  /// Returns what the column is called.
  public String databaseName() {
    return mappedName.orElse(name());
  }

  public Arity arity() {
    return declaration.type().arity();
  }

  public boolean isRequired() {
    return arity() == Arity.REQUIRED;
  }

  public boolean isOptional() {
    return arity() == Arity.OPTIONAL;
  }

  public boolean isList() {
    return arity() == Arity.LIST;
  }

  public boolean isUnsupported() {
    return type instanceof ValueType.Unsupported;
  }
}

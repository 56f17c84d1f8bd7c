package lockstep.psl.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.syntax.Field;
import lockstep.psl.syntax.ModelDeclaration;
import lockstep.psl.syntax.SyntaxFile;

/// What pass 2 found about a model, view or composite type.
///
/// @param fields in order
/// @param byName of fields with the same name the last one
record TypedModel(
    SyntaxFile file,
    ModelDeclaration declaration,
    List<TypedField> fields,
    Map<String, TypedField> byName) {
  TypedModel {
    fields = List.copyOf(fields);
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /// A field and what its type refers to.
  record TypedField(Field declaration, Meaning meaning) {
    boolean isScalar() {
      return meaning instanceof Meaning.Value;
    }
  }

  sealed interface Meaning {
    record Value(ValueType type) implements Meaning {}

    /// @param model the model or view that the field reaches
    record Reference(String model) implements Meaning {}

    /// A type that nothing declares; said when it was looked up.
    record Unknown() implements Meaning {}
  }

  String name() {
    return declaration.name().text();
  }

  Optional<TypedField> field(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}

package lockstep.psl.analysis;

import java.util.List;
import java.util.Optional;
import lockstep.psl.syntax.Attribute;

/// `@id` or `@@id`.
///
/// @param onField whether it stands at a field
/// @param name what the client calls it
/// @param mappedName the name of the constraint, as the attribute says
/// @param clustered what only other databases know
public record PrimaryKey(
    Attribute attribute,
    boolean onField,
    List<IndexField> fields,
    Optional<String> name,
    Optional<String> mappedName,
    Optional<Boolean> clustered) {
  public PrimaryKey {
    fields = List.copyOf(fields);
  }

  public List<String> fieldNames() {
    return IndexField.names(fields);
  }

  /// Returns the attribute as a schema writes it.
  public String attributeWord() {
    return onField ? "@id" : "@@id";
  }
}

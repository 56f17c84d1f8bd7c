package lockstep.psl.analysis;

import java.util.List;
import java.util.Optional;
import lockstep.psl.syntax.Attribute;

/// `@unique`, `@@unique`, `@@index` or `@@fulltext`.
///
/// @param onField whether it stands at a field
/// @param name what the client calls a unique criterion
/// @param mappedName the name of the index, as the attribute says
/// @param method empty for a B-tree
/// @param clustered what only other databases know
/// @param where empty for an index over all rows
public record ModelIndex(
    Kind kind,
    Attribute attribute,
    boolean onField,
    List<IndexField> fields,
    Optional<String> name,
    Optional<String> mappedName,
    Optional<IndexMethod> method,
    Optional<Boolean> clustered,
    Optional<IndexCondition> where) {
  public ModelIndex {
    fields = List.copyOf(fields);
  }

  public enum Kind {
    NORMAL("@@index"),
    UNIQUE("@@unique"),
    FULLTEXT("@@fulltext");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  public boolean isUnique() {
    return kind == Kind.UNIQUE;
  }

  public List<String> fieldNames() {
    return IndexField.names(fields);
  }

  /// Returns the attribute as a schema writes it.
  public String attributeWord() {
    return onField ? kind.word.substring(1) : kind.word;
  }
}

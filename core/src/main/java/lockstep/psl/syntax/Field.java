package lockstep.psl.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.text.Span;

/// One field of a model, view or composite type.
///
/// @param trailing the comment on the same line
/// @param documentation the lines of the doc comments above and beside it
/// @param span with the line break
public record Field(
    Name name,
    FieldType type,
    List<Attribute> attributes,
    Optional<Comment> trailing,
    Optional<String> documentation,
    Span span)
    implements ModelItem {
  public Field {
    attributes = List.copyOf(attributes);
  }

  /// Returns all attributes of that name.
  public Stream<Attribute> attributes(String attributeName) {
    return attributes.stream().filter(it -> it.name().text().equals(attributeName));
  }

  /// Returns the first attribute of that name.
  public Optional<Attribute> attribute(String attributeName) {
    return attributes(attributeName).findFirst();
  }
}

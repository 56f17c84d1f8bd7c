package lockstep.psl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.text.Span;

/// A `model`, a `view` or a composite `type`: one syntax, three meanings.
///
/// @param documentation the lines of the doc comments directly above it
/// @param span from the keyword to the closing brace
public record ModelDeclaration(
    Kind kind, Name name, List<ModelItem> items, Optional<String> documentation, Span span)
    implements TopLevel {
  public ModelDeclaration {
    items = List.copyOf(items);
  }

  /// The keyword that opens the block.
  public enum Kind {
    MODEL("model"),
    VIEW("view"),
    TYPE("type");

    private final String keyword;

    Kind(String keyword) {
      this.keyword = keyword;
    }

    public String keyword() {
      return keyword;
    }
  }

  /// Returns the well-formed fields, in order.
  public List<Field> fields() {
    var fields = new ArrayList<Field>(items.size());
    for (var item : items) {
      if (item instanceof Field field) {
        fields.add(field);
      }
    }
    return fields;
  }

  /// Returns the attributes of the block, in order.
  public List<Attribute> attributes() {
    var attributes = new ArrayList<Attribute>();
    for (var item : items) {
      if (item instanceof BlockAttribute it) {
        attributes.add(it.attribute());
      }
    }
    return attributes;
  }

  /// Returns all attributes of the block with that name.
  public Stream<Attribute> attributes(String attributeName) {
    return attributes().stream().filter(it -> it.name().text().equals(attributeName));
  }

  /// Returns the first attribute of the block with that name.
  public Optional<Attribute> attribute(String attributeName) {
    return attributes(attributeName).findFirst();
  }
}

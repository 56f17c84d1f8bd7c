package lockstep.psl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.text.Span;

/// An `enum`.
///
/// @param documentation the lines of the doc comments directly above it
/// @param span from the keyword to the closing brace
public record EnumDeclaration(
    Name name, List<EnumItem> items, Optional<String> documentation, Span span)
    implements TopLevel {
  public EnumDeclaration {
    items = List.copyOf(items);
  }

  public List<EnumValue> values() {
    return Nodes.only(EnumValue.class, items);
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

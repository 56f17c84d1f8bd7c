package lockstep.psl.syntax;

import java.util.List;
import java.util.Optional;
import lockstep.text.Span;

/// A `datasource` or a `generator`.
///
/// @param span from the keyword to the closing brace
public record ConfigBlock(Kind kind, Name name, List<ConfigItem> items, Span span)
    implements TopLevel {
  public ConfigBlock {
    items = List.copyOf(items);
  }

  /// The keyword that opens the block.
  public enum Kind {
    DATASOURCE("datasource"),
    GENERATOR("generator");

    private final String keyword;

    Kind(String keyword) {
      this.keyword = keyword;
    }

    public String keyword() {
      return keyword;
    }
  }

  public List<Property> properties() {
    return Nodes.only(Property.class, items);
  }

  /// Returns the first property of that name.
  public Optional<Property> property(String propertyName) {
    return properties().stream().filter(it -> it.name().text().equals(propertyName)).findFirst();
  }
}

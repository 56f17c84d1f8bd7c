package lockstep.psl.analysis;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.ConfigBlock;
import lockstep.psl.syntax.Expression;
import lockstep.psl.syntax.Property;

/// The properties of one configuration block while they are read.
final class PropertySet {
  private final Map<String, Property> unread;

  private PropertySet(Map<String, Property> unread) {
    this.unread = unread;
  }

  /// Opens a block; returns nothing where a property has no value, which is reported.
  static Optional<PropertySet> open(ConfigBlock block, Findings.In findings) {
    var properties = new LinkedHashMap<String, Property>();
    for (var property : block.properties()) {
      if (property.value().isEmpty()) {
        findings.report(
            PslCode.PROPERTY_WITHOUT_VALUE,
            block.span(),
            "The property `%s` of the %s `%s` has no value."
                .formatted(property.name(), block.kind().keyword(), block.name()),
            "Write one after the equals sign, or remove the line.");
        return Optional.empty();
      }
      properties.put(property.name().text(), property);
    }
    return Optional.of(new PropertySet(properties));
  }

  Optional<Property> property(String name) {
    return Optional.ofNullable(unread.remove(name));
  }

  Optional<Expression> value(String name) {
    return property(name).flatMap(Property::value);
  }

  Collection<Property> unread() {
    return unread.values();
  }
}

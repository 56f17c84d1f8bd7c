package lockstep.check.lint.statement;

import java.util.Optional;
import lockstep.schema.Identifier;

/// A name as a statement has it, perhaps without its namespace.
public record ObjectName(Optional<Identifier> namespace, Identifier name) {
  public static ObjectName of(Identifier name) {
    return new ObjectName(Optional.empty(), name);
  }

  /// Returns the same place under another name.
  public ObjectName named(Identifier other) {
    return new ObjectName(namespace, other);
  }

  /// Returns the name without quotes, as messages have it.
  @Override
  public String toString() {
    return namespace.map(it -> it + ".").orElse("") + name;
  }
}

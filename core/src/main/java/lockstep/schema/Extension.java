package lockstep.schema;

import java.util.Optional;

/// An installed extension. Objects that it owns are not listed in the schema.
///
/// @param namespace where it was asked to put its objects; empty where nobody asked
/// @param version the version asked for; empty where nobody asked
public record Extension(Identifier name, Optional<Identifier> namespace, Optional<String> version) {
  /// Returns the same extension for those to whom its version is the server's affair.
  public Extension ofAnyVersion() {
    return new Extension(name, namespace, Optional.empty());
  }

  /// Returns the same extension in a namespace.
  public Extension in(Identifier other) {
    return new Extension(name, Optional.of(other), version);
  }
}

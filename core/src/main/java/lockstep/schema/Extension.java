package lockstep.schema;

import java.util.Optional;

/// An installed extension. Objects that it owns are not listed in the schema.
///
/// @param namespace where it was asked to put its objects; empty where nobody asked
/// @param version the version asked for; empty where nobody asked
public record Extension(
    Identifier name, Optional<Identifier> namespace, Optional<String> version) {}

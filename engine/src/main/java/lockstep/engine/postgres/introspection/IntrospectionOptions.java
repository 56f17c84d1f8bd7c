package lockstep.engine.postgres.introspection;

import java.util.Optional;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.schema.Identifier;
import lockstep.schema.Schema;

/// What of a database is read.
///
/// @param sourceName what messages call the database; no secret
/// @param home the namespace whose objects are the default one's; with another than `public`, the
///   database's own `public` is left out, and what is in it bears another name
/// @param only the one namespace that is read, where not all are
public record IntrospectionOptions(String sourceName, Identifier home, Optional<Identifier> only) {

  /// Every namespace under its own name.
  public static IntrospectionOptions everything(String sourceName) {
    return new IntrospectionOptions(sourceName, Schema.DEFAULT_NAMESPACE, Optional.empty());
  }

  /// Every namespace, or the one that an address names.
  public static IntrospectionOptions of(ConnectionUrl url, String sourceName) {
    return url.namespace().isPresent() ? only(sourceName, url.home()) : everything(sourceName);
  }

  /// Every namespace, or the one that an address names, each under its own name.
  public static IntrospectionOptions asNamed(ConnectionUrl url, String sourceName) {
    return new IntrospectionOptions(
        sourceName,
        Schema.DEFAULT_NAMESPACE,
        url.namespace().isPresent() ? Optional.of(url.home()) : Optional.empty());
  }

  /// One namespace alone, as if it were the default one: Prisma's `?schema=`.
  public static IntrospectionOptions only(String sourceName, Identifier namespace) {
    return new IntrospectionOptions(sourceName, namespace, Optional.of(namespace));
  }

  /// Returns what a namespace is called in the schema; empty where it is left out.
  Optional<Identifier> nameOf(Identifier namespace) {
    if (only.isPresent() && !only.get().equals(namespace)) {
      return Optional.empty();
    }
    if (namespace.equals(home)) {
      return Optional.of(Schema.DEFAULT_NAMESPACE);
    }
    return namespace.equals(Schema.DEFAULT_NAMESPACE) ? Optional.empty() : Optional.of(namespace);
  }
}

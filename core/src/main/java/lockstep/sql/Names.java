package lockstep.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

/// How the names of objects are written in one text: which need their namespace in front.
public final class Names {
  private static final Identifier CATALOG = Identifier.of("pg_catalog");

  private final Optional<Identifier> unqualified;
  private final Map<Identifier, Identifier> extensions;

  private Names(Optional<Identifier> unqualified, List<Extension> extensions) {
    this.unqualified = unqualified;
    this.extensions = new LinkedHashMap<>();
    extensions.forEach(
        it -> it.namespace().ifPresent(namespace -> this.extensions.put(it.name(), namespace)));
  }

  /// Every name with its namespace, except those of the catalog and of the default namespace's
  /// extensions.
  public static Names qualified(List<Extension> extensions) {
    return new Names(Optional.empty(), extensions);
  }

  /// As people write a schema: without namespace where all of it stands in the default one, else
  /// with namespace everywhere.
  public static Names of(Schema schema) {
    var namespaces = schema.namespaces().stream().map(it -> it.name()).collect(Collectors.toSet());
    namespaces.remove(Schema.DEFAULT_NAMESPACE);
    var unqualified =
        namespaces.isEmpty() ? Optional.of(Schema.DEFAULT_NAMESPACE) : Optional.<Identifier>empty();
    return new Names(unqualified, schema.extensions());
  }

  /// Returns a name as the text has it.
  public String of(QualifiedName name) {
    var needsNone =
        name.namespace().equals(CATALOG) || unqualified.equals(Optional.of(name.namespace()));
    return needsNone
        ? Quote.name(name.name())
        : Quote.name(name.namespace()) + "." + Quote.name(name.name());
  }

  /// Returns what stands before the name of an object that an extension brought: nothing where the
  /// extension was put into the default namespace.
  public String prefix(String extension) {
    return Optional.ofNullable(extensions.get(Identifier.of(extension)))
        .map(this::prefix)
        .orElse("");
  }

  /// Returns what stands before the bare name of something in a namespace.
  public String prefix(Identifier namespace) {
    return namespace.equals(Schema.DEFAULT_NAMESPACE) ? "" : Quote.name(namespace) + ".";
  }
}

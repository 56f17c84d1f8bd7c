package lockstep.engine.postgres.introspection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

/// The namespaces that are read, as `namespaces.sql` lists them.
final class Namespaces implements Consumer<Row> {
  private static final Identifier REAL_DEFAULT =
      Identifier.of(Schema.DEFAULT_NAMESPACE.text() + " (not read)");

  private final IntrospectionOptions options;
  private final Map<Long, Identifier> names = new LinkedHashMap<>();
  private final Map<Long, Identifier> leftOut = new LinkedHashMap<>();

  Namespaces(IntrospectionOptions options) {
    this.options = options;
  }

  @Override
  public void accept(Row row) {
    nameOf(row.text(2))
        .ifPresentOrElse(
            it -> names.put(row.number(1), it),
            () -> leftOut.put(row.number(1), outside(row.text(2))));
  }

  /// Returns those that are read, by oid.
  Map<Long, Identifier> all() {
    return names;
  }

  boolean isRead(long oid) {
    return names.containsKey(oid);
  }

  QualifiedName qualified(long oid, String name) {
    var namespace = names.containsKey(oid) ? names.get(oid) : leftOut.get(oid);
    return QualifiedName.of(namespace, Identifier.of(name));
  }

  Optional<Identifier> nameOf(String namespace) {
    return options.nameOf(Identifier.of(namespace));
  }

  /// Returns a name in the words of the schema; in a namespace that is not read, the name as it is,
  /// unless that would be taken for one of the schema's.
  QualifiedName qualified(String namespace, String name) {
    return QualifiedName.of(
        nameOf(namespace).orElseGet(() -> outside(namespace)), Identifier.of(name));
  }

  /// The default namespace's name stands for the one that is read in its stead.
  private static Identifier outside(String namespace) {
    var name = Identifier.of(namespace);
    return name.equals(Schema.DEFAULT_NAMESPACE) ? REAL_DEFAULT : name;
  }
}

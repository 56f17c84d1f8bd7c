package lockstep.schema;

/// The name of an object that stands in a namespace: a table, type, sequence or view.
public record QualifiedName(Identifier namespace, Identifier name)
    implements Comparable<QualifiedName> {
  public static QualifiedName of(Identifier namespace, Identifier name) {
    return new QualifiedName(namespace, name);
  }

  public static QualifiedName of(String namespace, String name) {
    return new QualifiedName(Identifier.of(namespace), Identifier.of(name));
  }

  @Override
  public int hashCode() {
    return 31 * namespace.hashCode() + name.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QualifiedName(var in, var it)
        && name.equals(it)
        && namespace.equals(in);
  }

  @Override
  public int compareTo(QualifiedName other) {
    var byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return namespace + "." + name;
  }
}

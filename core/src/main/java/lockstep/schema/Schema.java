package lockstep.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The whole canonical model of a database.
///
/// @param namespaces each name at most once; the default one, which every database has, only where
///   something is in it
/// @param dependencies what texts in it name
/// @param objects what stands in no namespace
/// @param access who owns objects and who may use them
public record Schema(
    List<Extension> extensions,
    List<Namespace> namespaces,
    List<DatabaseObject> objects,
    Dependencies dependencies,
    Access access) {
  /// Where objects live that name no namespace.
  public static final Identifier DEFAULT_NAMESPACE = Identifier.of("public");

  /// What PostgreSQL itself says about that (PostgreSQL 18, initdb); it counts as no comment.
  public static final String DEFAULT_NAMESPACE_COMMENT = "standard public schema";

  public Schema {
    extensions = List.copyOf(extensions);
    objects = List.copyOf(objects);
    namespaces =
        ByName.copyOf(namespaces.stream().filter(it -> !saysNothing(it)).toList(), Namespace::name);
  }

  public Schema(List<Extension> extensions, List<Namespace> namespaces) {
    this(extensions, namespaces, Dependencies.NONE);
  }

  public Schema(List<Extension> extensions, List<Namespace> namespaces, Dependencies dependencies) {
    this(extensions, namespaces, List.of(), dependencies, Access.UNSAID);
  }

  /// Returns the same database, of which others may be said to own objects and to use them.
  public Schema with(Access other) {
    return new Schema(extensions, namespaces, objects, dependencies, other);
  }

  /// Returns the same database with other extensions.
  public Schema withExtensions(List<Extension> others) {
    return new Schema(others, namespaces, objects, dependencies, access);
  }

  /// Returns the same database with other objects in no namespace.
  public Schema withObjects(List<DatabaseObject> others) {
    return new Schema(extensions, namespaces, others, dependencies, access);
  }

  /// Returns the same database with other namespaces.
  public Schema withNamespaces(List<Namespace> others) {
    return new Schema(extensions, others, objects, dependencies, access);
  }

  /// Returns the same database for those to whom a partitioned table is one table.
  public Schema withoutPartitions() {
    return tables().noneMatch(it -> it.value().isPartition())
        ? this
        : withNamespaces(namespaces.stream().map(Namespace::withoutPartitions).toList());
  }

  private static boolean saysNothing(Namespace namespace) {
    return namespace.equals(Namespace.empty(DEFAULT_NAMESPACE));
  }

  /// Returns whether there are other namespaces than the default one.
  public boolean isAboutSeveral() {
    return namespaces.stream().anyMatch(it -> !it.name().equals(DEFAULT_NAMESPACE));
  }

  /// Returns the schema of a database in which nothing was created.
  public static Schema empty() {
    return new Schema(List.of(), List.of());
  }

  public Optional<Namespace> namespace(Identifier name) {
    return ByName.find(namespaces, name);
  }

  /// Returns an object that stands in a namespace.
  public Optional<SchemaObject> object(ObjectPath path) {
    return namespace(path.names().getFirst()).flatMap(it -> it.object(path));
  }

  public Optional<Table> table(QualifiedName name) {
    return namespace(name.namespace()).flatMap(it -> it.table(name.name()));
  }

  /// Returns a table's column.
  public Optional<Column> column(ObjectPath path) {
    var names = path.names();
    return table(new QualifiedName(names.get(0), names.get(1)))
        .flatMap(it -> it.column(names.getLast()));
  }

  public Optional<View> view(QualifiedName name) {
    return namespace(name.namespace()).flatMap(it -> it.view(name.name()));
  }

  public Optional<EnumType> enumType(QualifiedName name) {
    return namespace(name.namespace()).flatMap(it -> it.enumType(name.name()));
  }

  /// Returns every table with its full name, in the order of namespaces and tables.
  public Stream<Named<Table>> tables() {
    return namespaces.stream()
        .flatMap(
            in ->
                in.tables().stream()
                    .map(it -> new Named<>(QualifiedName.of(in.name(), it.name()), it)));
  }

  /// An object and its full name.
  public record Named<T>(QualifiedName name, T value) {}
}

package lockstep.emit.sqlalchemy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.mapping.Mapping;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

/// Everything that will be written, with its Python name: what all files need to know of each
/// other.
final class Blueprint {
  private final Schema schema;
  private final Mapping mapping;
  private final SqlAlchemyOptions options;
  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final Map<QualifiedName, Entity> entityByTable = new LinkedHashMap<>();
  private final Map<QualifiedName, CoreTable> tables = new LinkedHashMap<>();
  private final Map<QualifiedName, PythonEnum> enums = new LinkedHashMap<>();
  private final Map<QualifiedName, PythonDomain> domains = new LinkedHashMap<>();
  private final Links links;

  private Blueprint(Schema schema, Mapping mapping, SqlAlchemyOptions options) {
    this.schema = schema;
    this.mapping = mapping;
    this.options = options;
    var naming = new Naming(schema, mapping, options.names());
    naming.enums().forEach(it -> enums.put(it.typeName(), it));
    naming.domains().forEach(it -> domains.put(it.name(), it));
    naming.tables().forEach(it -> tables.put(it.name(), it));
    for (var entity : naming.entities()) {
      entities.put(entity.model().name(), entity);
      entityByTable.putIfAbsent(entity.relation(), entity);
    }
    this.links = Links.of(schema, entities.values());
  }

  static Blueprint of(Schema schema, Mapping mapping, SqlAlchemyOptions options) {
    return new Blueprint(schema, mapping, options);
  }

  Schema schema() {
    return schema;
  }

  Mapping mapping() {
    return mapping;
  }

  SqlAlchemyOptions options() {
    return options;
  }

  Iterable<Entity> entities() {
    return entities.values();
  }

  Optional<Entity> entity(String model) {
    return Optional.ofNullable(entities.get(model));
  }

  Iterable<CoreTable> tables() {
    return tables.values();
  }

  Optional<CoreTable> table(QualifiedName name) {
    return Optional.ofNullable(tables.get(name));
  }

  Iterable<PythonEnum> enums() {
    return enums.values();
  }

  Optional<PythonEnum> enumOf(QualifiedName type) {
    return Optional.ofNullable(enums.get(type));
  }

  Iterable<PythonDomain> domains() {
    return domains.values();
  }

  Optional<PythonDomain> domain(QualifiedName type) {
    return Optional.ofNullable(domains.get(type));
  }

  Links links() {
    return links;
  }

  /// Returns the namespace as SQLAlchemy wants it named; empty for the default one, which Alembic
  /// would otherwise take for another (Alembic 1.20).
  static Optional<String> schemaName(Identifier namespace) {
    return namespace.equals(Schema.DEFAULT_NAMESPACE)
        ? Optional.empty()
        : Optional.of(namespace.text());
  }

  /// Returns a name of two or more parts as foreign keys write it.
  static String dotted(QualifiedName table, Identifier column) {
    var local = table.name() + "." + column;
    return schemaName(table.namespace()).map(it -> it + "." + local).orElse(local);
  }

  /// Returns the namespaces that do not come with a new database, of objects and then of
  /// extensions.
  List<Identifier> namespacesToCreate() {
    var names = new LinkedHashSet<Identifier>();
    schema.namespaces().forEach(it -> names.add(it.name()));
    schema.extensions().forEach(it -> it.namespace().ifPresent(names::add));
    names.remove(Schema.DEFAULT_NAMESPACE);
    names.removeIf(it -> it.text().startsWith("pg_"));
    return List.copyOf(names);
  }
}

package lockstep.engine.workflow;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.schema.Constraint;
import lockstep.schema.EnumType;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Table;

/// A database without the tables and enums that only the SQL files beside a schema make, and the
/// foreign keys that lead there: they need no model.
final class WithoutSqlTables {
  private WithoutSqlTables() {}

  /// @param written what the schema says by itself
  /// @param said what schema and files say together
  static Schema of(Schema database, Schema written, Schema said) {
    var elsewhere = new HashSet<>(paths(said));
    elsewhere.removeAll(paths(written));
    if (elsewhere.isEmpty()) {
      return database;
    }
    var kept =
        database.withNamespaces(
            database.namespaces().stream().map(it -> without(it, elsewhere)).toList());
    var keys = keysTo(kept, elsewhere);
    return WithoutParts.of(kept, keys::contains);
  }

  private static Set<ObjectPath> paths(Schema schema) {
    return schema.namespaces().stream()
        .flatMap(
            in ->
                in.objects().stream()
                    .filter(WithoutSqlTables::mayBeModel)
                    .map(it -> it.path(in.name())))
        .collect(Collectors.toSet());
  }

  private static boolean mayBeModel(SchemaObject it) {
    return it instanceof Table || it instanceof EnumType;
  }

  private static Namespace without(Namespace in, Set<ObjectPath> elsewhere) {
    return in.withObjects(
        in.objects().stream().filter(it -> !elsewhere.contains(it.path(in.name()))).toList());
  }

  private static Set<ObjectPath> keysTo(Schema schema, Set<ObjectPath> elsewhere) {
    return schema
        .tables()
        .flatMap(
            table ->
                table.value().constraints().stream()
                    .filter(it -> leadsTo(it, elsewhere))
                    .map(it -> ObjectPath.of(ObjectPath.Kind.CONSTRAINT, table.name(), it.name())))
        .collect(Collectors.toSet());
  }

  private static boolean leadsTo(Constraint it, Set<ObjectPath> elsewhere) {
    return it instanceof Constraint.ForeignKey key
        && elsewhere.contains(ObjectPath.table(key.referencedTable()));
  }
}

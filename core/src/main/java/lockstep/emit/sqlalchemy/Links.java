package lockstep.emit.sqlalchemy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.mapping.Field;
import lockstep.schema.Column;
import lockstep.schema.Constraint.ForeignKey;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// What refers to what: between which tables there is more than one way, and which references make
/// a circle, so that a table or a row can be made before what it refers to.
final class Links {
  private final Map<Pair, Set<Reference>> foreignKeys = new HashMap<>();
  private final Set<Reference> circular;

  /// A reference by the columns that hold it.
  record Reference(QualifiedName table, List<Identifier> columns, QualifiedName target) {}

  private record Pair(QualifiedName first, QualifiedName second) {
    static Pair of(QualifiedName a, QualifiedName b) {
      return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  private Links(Schema schema, Collection<Entity> entities) {
    var edges = new ArrayList<Circles.Edge<Reference>>();
    schema
        .tables()
        .forEach(
            it ->
                it.value()
                    .constraints(ForeignKey.class)
                    .forEach(key -> foreignKey(it.name(), it.value(), key, edges)));
    var models = new HashMap<String, QualifiedName>();
    entities.forEach(it -> models.put(it.model().name(), it.relation()));
    entities.forEach(it -> relationsWithoutKey(it, models, edges));
    circular = Circles.cut(edges);
  }

  static Links of(Schema schema, Collection<Entity> entities) {
    return new Links(schema, entities);
  }

  /// Returns whether foreign keys alone do not say how two tables are joined.
  boolean isAmbiguous(QualifiedName a, QualifiedName b) {
    return foreignKeys.getOrDefault(Pair.of(a, b), Set.of()).size() > 1;
  }

  /// Returns whether a reference has to wait until both of its rows are there.
  boolean isCircular(QualifiedName table, List<Identifier> columns, QualifiedName target) {
    return circular.contains(new Reference(table, columns, target));
  }

  private void foreignKey(
      QualifiedName name, Table table, ForeignKey key, List<Circles.Edge<Reference>> edges) {
    var reference = new Reference(name, key.columns(), key.referencedTable());
    foreignKeys
        .computeIfAbsent(Pair.of(name, key.referencedTable()), _ -> new HashSet<>())
        .add(reference);
    var isOptional = key.columns().stream().allMatch(it -> isNullable(table.columns(), it));
    edges.add(new Circles.Edge<>(name, key.referencedTable(), isOptional, reference));
  }

  private static void relationsWithoutKey(
      Entity entity, Map<String, QualifiedName> models, List<Circles.Edge<Reference>> edges) {
    entity
        .model()
        .relations()
        .forEach(
            it -> {
              if (it.side() instanceof Field.Side.Owning side
                  && side.foreignKey().isEmpty()
                  && models.containsKey(it.target())) {
                var target = models.get(it.target());
                var isOptional =
                    side.columns().stream()
                        .allMatch(column -> isNullable(entity.columns(), column));
                edges.add(
                    new Circles.Edge<>(
                        entity.relation(),
                        target,
                        isOptional,
                        new Reference(entity.relation(), side.columns(), target)));
              }
            });
  }

  private static boolean isNullable(List<Column> columns, Identifier name) {
    return columns.stream().anyMatch(it -> it.name().equals(name) && it.isNullable());
  }
}

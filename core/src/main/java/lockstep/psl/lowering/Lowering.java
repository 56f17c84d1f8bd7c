package lockstep.psl.lowering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.diagnostic.Origins;
import lockstep.mapping.Mapping;
import lockstep.psl.analysis.PslEnum;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.analysis.Relation;
import lockstep.psl.analysis.RelationField;
import lockstep.schema.EnumType;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.schema.View;
import lockstep.text.Later;

/// Lowers a resolved schema without errors.
public final class Lowering {
  private final PslSchema schema;
  private final ForeignKeyLowering foreignKeys;
  private final JoinTables joinTables;
  private final Map<Identifier, List<EnumType>> enums = new LinkedHashMap<>();
  private final Map<Identifier, List<Table>> tables = new LinkedHashMap<>();
  private final Map<Identifier, List<View>> views = new LinkedHashMap<>();

  private Lowering(PslSchema schema) {
    this.schema = schema;
    this.foreignKeys = new ForeignKeyLowering(schema);
    this.joinTables = new JoinTables(schema);
  }

  /// What a schema comes to.
  public record Lowered(Schema schema, Later<Mapping> mapping, Origins origins) {}

  public static Lowered lower(PslSchema schema) {
    var lowering = new Lowering(schema);
    return new Lowered(
        lowering.schema(),
        Later.of(
            () -> new MappingLowering(schema, lowering.foreignKeys, lowering.joinTables).lower()),
        Origins.of(new OriginLowering(schema, lowering.foreignKeys, lowering.joinTables)::place));
  }

  private Schema schema() {
    schema.enums().values().forEach(this::enumeration);
    models();
    joinTables.all().forEach((name, table) -> add(tables, name.namespace(), table));
    return new Schema(extensions(), namespaces().stream().map(this::namespace).toList());
  }

  private void enumeration(PslEnum enumeration) {
    var name = NamespaceNames.of(enumeration);
    var values = enumeration.values().stream().map(PslEnum.Value::databaseName).toList();
    add(enums, name.namespace(), new EnumType(name.name(), values, Optional.empty()));
  }

  private void models() {
    var forward = forwardFields();
    var lowering = new TableLowering(schema, foreignKeys);
    for (var model : schema.models().values()) {
      var namespace = NamespaceNames.of(model).namespace();
      if (model.isView()) {
        add(views, namespace, lowering.view(model));
      } else {
        var fields = forward.getOrDefault(model.name(), List.of());
        add(tables, namespace, lowering.table(model, fields));
      }
    }
  }

  private Map<String, List<RelationField>> forwardFields() {
    var fields = new LinkedHashMap<String, List<RelationField>>();
    for (var relation : schema.relations()) {
      if (relation instanceof Relation.Inline inline) {
        inline.forward().ifPresent(it -> add(fields, it.model(), it));
      }
    }
    return fields;
  }

  private List<Extension> extensions() {
    return schema.configuration().datasource().stream()
        .flatMap(it -> it.extensions().stream())
        .map(
            it ->
                new Extension(
                    Identifier.of(it.databaseName()),
                    it.schema().map(Identifier::of),
                    it.version()))
        .toList();
  }

  /// Returns the namespaces in which something stands, in the order in which the files name them.
  /// Prisma makes no others, whatever the datasource lists (Prisma 7).
  private Set<Identifier> namespaces() {
    var names = new LinkedHashSet<>(tables.keySet());
    names.addAll(enums.keySet());
    names.addAll(views.keySet());
    return names;
  }

  private Namespace namespace(Identifier name) {
    return Namespace.of(
        name,
        Optional.empty(),
        enums.getOrDefault(name, List.of()),
        tables.getOrDefault(name, List.of()),
        views.getOrDefault(name, List.of()));
  }

  private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
    lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
  }
}

package lockstep.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.schema.Column;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.schema.View;

/// Makes the view that an ORM would have of a schema that nobody wrote models for.
final class MappingDerivation {
  private final Schema schema;
  private final Naming naming;
  private final UniqueNames names = new UniqueNames();
  private final Map<QualifiedName, String> modelNames = new LinkedHashMap<>();
  private final Map<QualifiedName, UniqueNames> fieldNames = new LinkedHashMap<>();
  private final Map<QualifiedName, List<Field>> fields = new LinkedHashMap<>();

  private MappingDerivation(Schema schema, Naming naming) {
    this.schema = schema;
    this.naming = naming;
  }

  static Mapping derive(Schema schema, Naming naming) {
    return new MappingDerivation(schema.withoutPartitions(), naming).derive();
  }

  private Mapping derive() {
    var enums = new ArrayList<EnumView>();
    for (var in : schema.namespaces()) {
      in.tables().forEach(it -> declare(in, it.name(), it.columns()));
      in.views().forEach(it -> declare(in, it.name(), it.columns()));
      in.enums().forEach(it -> enums.add(enumView(in, it)));
    }
    var relations = new DerivedRelations(schema, naming, modelNames, fieldNames);
    relations.derive().forEach((model, ends) -> fields.get(model).addAll(ends));
    var models = new ArrayList<Model>();
    for (var in : schema.namespaces()) {
      in.tables().stream()
          .filter(it -> !relations.isJoinTable(QualifiedName.of(in.name(), it.name()), it))
          .forEach(it -> models.add(model(in, it)));
      in.views().forEach(it -> models.add(model(in, it)));
    }
    return new Mapping(models, enums, Mapping.RelationMode.FOREIGN_KEYS);
  }

  private void declare(Namespace in, Identifier relation, List<Column> columns) {
    var name = QualifiedName.of(in.name(), relation);
    modelNames.put(name, unique(in, relation));
    var taken = new UniqueNames();
    var scalars = new ArrayList<Field>();
    columns.forEach(it -> scalars.add(scalar(it, taken)));
    fieldNames.put(name, taken);
    fields.put(name, scalars);
  }

  /// Of two that would be called the same, the second gets its namespace in front.
  private String unique(Namespace in, Identifier relation) {
    var name = naming.model(relation);
    var qualified = naming.model(Identifier.of(in.name() + "_" + relation));
    return names.take(List.of(name.isEmpty() ? "Table" : name, qualified));
  }

  private Field scalar(Column column, UniqueNames taken) {
    return new Field.Scalar(
        taken.take(List.of(naming.field(column.name()))),
        column.name(),
        new ClientDefault.None(),
        new ClientDefault.None(),
        Model.Visibility.VISIBLE,
        column.comment());
  }

  private EnumView enumView(Namespace in, EnumType type) {
    return new EnumView(
        unique(in, type.name()),
        QualifiedName.of(in.name(), type.name()),
        type.values().stream().map(it -> new EnumView.Member(it, it, Optional.empty())).toList(),
        type.comment());
  }

  private Model model(Namespace in, Table table) {
    var name = QualifiedName.of(in.name(), table.name());
    return new Model(
        modelNames.get(name),
        name,
        Model.Kind.TABLE,
        Model.Visibility.VISIBLE,
        fields.get(name),
        keys(name, table),
        table.comment());
  }

  private Model model(Namespace in, View view) {
    var name = QualifiedName.of(in.name(), view.name());
    return new Model(
        modelNames.get(name),
        name,
        Model.Kind.VIEW,
        Model.Visibility.VISIBLE,
        fields.get(name),
        List.of(),
        view.comment());
  }

  private List<Model.Key> keys(QualifiedName name, Table table) {
    var keys = new ArrayList<Model.Key>();
    table.primaryKey().ifPresent(it -> keys.add(key(name, Model.KeyKind.ID, it.columns())));
    table.uniqueColumns().forEach(it -> keys.add(key(name, Model.KeyKind.UNIQUE, it)));
    return keys;
  }

  private Model.Key key(QualifiedName table, Model.KeyKind kind, List<Identifier> columns) {
    var of = columns.stream().map(it -> fieldOf(table, it)).toList();
    return new Model.Key(kind, String.join("_", of), of);
  }

  private String fieldOf(QualifiedName table, Identifier column) {
    return fields.get(table).stream()
        .filter(it -> it instanceof Field.Scalar scalar && scalar.column().equals(column))
        .findFirst()
        .orElseThrow()
        .name();
  }
}

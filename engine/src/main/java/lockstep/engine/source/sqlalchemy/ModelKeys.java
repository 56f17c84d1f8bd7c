package lockstep.engine.source.sqlalchemy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.mapping.Field;
import lockstep.mapping.Model;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// What identifies a row of a model: the table's primary key, unique constraints and unique
/// indexes, by the names of the attributes.
final class ModelKeys {
  private final List<Field> fields;
  private final List<Model.Key> keys = new ArrayList<>();

  private ModelKeys(List<Field> fields) {
    this.fields = fields;
  }

  static List<Model.Key> of(Schema schema, QualifiedName name, List<Field> fields) {
    var all = new ModelKeys(fields);
    schema.table(name).ifPresent(all::read);
    return all.keys;
  }

  private void read(Table table) {
    table.primaryKey().ifPresent(it -> add(Model.KeyKind.ID, it.columns()));
    table.uniqueColumns().forEach(it -> add(Model.KeyKind.UNIQUE, it));
  }

  private void add(Model.KeyKind kind, List<Identifier> columns) {
    var names = columns.stream().flatMap(it -> attribute(it).stream()).toList();
    if (names.size() == columns.size()) {
      keys.add(new Model.Key(kind, String.join("_", names), names));
    }
  }

  private Optional<String> attribute(Identifier column) {
    return fields.stream()
        .filter(it -> it instanceof Field.Scalar scalar && scalar.column().equals(column))
        .map(Field::name)
        .findFirst();
  }
}

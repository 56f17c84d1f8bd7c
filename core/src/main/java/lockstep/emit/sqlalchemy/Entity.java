package lockstep.emit.sqlalchemy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.mapping.Field;
import lockstep.mapping.Model;
import lockstep.schema.Column;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;

/// A model that becomes a class.
///
/// @param table empty for a view
/// @param columns in the order of the table or view
/// @param module the class's file without its ending
/// @param byColumn attribute by column
/// @param byField attribute by field of the model, for all fields that become one
record Entity(
    Model model,
    Optional<Table> table,
    List<Column> columns,
    String className,
    String module,
    Map<Identifier, String> byColumn,
    Map<String, String> byField) {
  QualifiedName relation() {
    return model.relation();
  }

  boolean isView() {
    return table.isEmpty();
  }

  String attribute(Identifier column) {
    return byColumn.get(column);
  }

  Optional<String> attribute(Field field) {
    return Optional.ofNullable(byField.get(field.name()));
  }

  Optional<Column> column(Identifier name) {
    return columns.stream().filter(it -> it.name().equals(name)).findFirst();
  }
}

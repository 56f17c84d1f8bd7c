package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// A view.
///
/// @param query its text; empty where the source knows the view by its columns only, as PSL does
public record View(
    Identifier name, List<Column> columns, Optional<SqlExpression> query, Optional<String> comment)
    implements SchemaObject {
  public View {
    columns = ByName.copyOf(columns, Column::name);
  }

  public Optional<Column> column(Identifier column) {
    return ByName.find(columns, column);
  }

  @Override
  public ObjectPath.Kind kind() {
    return ObjectPath.Kind.VIEW;
  }
}

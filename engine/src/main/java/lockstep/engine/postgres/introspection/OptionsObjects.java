package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.OptionsObject;
import lockstep.schema.SqlExpression;
import lockstep.text.Order;

/// Range types, collations, text search configurations and dictionaries, and foreign tables, as
/// `options-objects.sql` lists them.
final class OptionsObjects implements Consumer<Row> {
  private final Map<Long, List<OptionsObject>> byNamespace = new HashMap<>();
  private final Comments comments;

  OptionsObjects(Comments comments) {
    this.comments = comments;
  }

  @Override
  public void accept(Row row) {
    var object =
        new OptionsObject(
            ObjectPath.Kind.valueOf(row.text(1)),
            Identifier.of(row.text(5)),
            new SqlExpression(row.text(6)),
            Vector.texts(row.optionalText(7)).stream().map(SqlExpression::new).toList(),
            comments.onOther(row.text(3), row.number(2)));
    byNamespace.computeIfAbsent(row.number(4), _ -> new ArrayList<>()).add(object);
  }

  List<OptionsObject> in(long namespace) {
    return byNamespace.getOrDefault(namespace, List.of()).stream()
        .sorted(Order.by(OptionsObject::name))
        .toList();
  }
}

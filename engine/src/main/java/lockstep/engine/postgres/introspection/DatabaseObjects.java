package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.List;
import lockstep.engine.postgres.Row;
import lockstep.schema.Cast;
import lockstep.schema.DatabaseObject;
import lockstep.schema.EventTrigger;
import lockstep.schema.ForeignSource;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.Publication;
import lockstep.schema.SqlExpression;

/// Publications, event triggers, casts and foreign sources, as the queries of those names list
/// them.
final class DatabaseObjects {
  private final Comments comments;
  private final List<DatabaseObject> all = new ArrayList<>();

  DatabaseObjects(Comments comments) {
    this.comments = comments;
  }

  void acceptPublication(Row row) {
    all.add(
        new Publication(
            Identifier.of(row.text(2)),
            new SqlExpression(row.text(3)),
            comments.on("pg_publication", row.number(1), 0)));
  }

  void acceptEventTrigger(Row row) {
    all.add(
        new EventTrigger(
            Identifier.of(row.text(2)),
            new SqlExpression(row.text(3)),
            PartsOfRelations.enabled(row.text(4)),
            comments.on("pg_event_trigger", row.number(1), 0)));
  }

  void acceptForeignSource(Row row) {
    all.add(
        new ForeignSource(
            ObjectPath.Kind.valueOf(row.text(1)),
            Identifier.of(row.text(4)),
            new SqlExpression(row.text(5)),
            comments.onOther(row.text(2), row.number(3))));
  }

  void acceptCast(Row row) {
    all.add(
        new Cast(
            row.text(2), new SqlExpression(row.text(3)), comments.on("pg_cast", row.number(1), 0)));
  }

  List<DatabaseObject> all() {
    return all;
  }
}

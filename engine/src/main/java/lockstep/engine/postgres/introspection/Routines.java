package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;
import lockstep.schema.Identifier;
import lockstep.schema.Routine;
import lockstep.schema.SqlExpression;
import lockstep.text.Order;

/// Functions, procedures and aggregates, as `routines.sql` and `aggregates.sql` list them.
final class Routines implements Consumer<Row> {
  private final Comments comments;
  private final Map<Long, List<Routine>> byNamespace = new HashMap<>();

  Routines(Comments comments) {
    this.comments = comments;
  }

  @Override
  public void accept(Row row) {
    byNamespace.computeIfAbsent(row.number(2), _ -> new ArrayList<>()).add(routine(row));
  }

  /// Returns those of a namespace by their names and arguments.
  List<Routine> in(long namespace) {
    return byNamespace.getOrDefault(namespace, List.of()).stream()
        .sorted(Order.by(it -> it.path(it.name())))
        .toList();
  }

  private Routine routine(Row row) {
    return new Routine(
        Identifier.of(row.text(3)),
        type(row.text(4)),
        row.text(5),
        "(" + row.text(6) + ")",
        new Routine.Returns(row.optionalText(7).orElse(""), row.integer(8)),
        new SqlExpression(row.text(9).stripTrailing()),
        comments.onRoutine(row.number(1)));
  }

  private static Routine.Type type(String kind) {
    return switch (kind) {
      case "w" -> Routine.Type.WINDOW;
      case "p" -> Routine.Type.PROCEDURE;
      case "a" -> Routine.Type.AGGREGATE;
      default -> Routine.Type.FUNCTION;
    };
  }
}

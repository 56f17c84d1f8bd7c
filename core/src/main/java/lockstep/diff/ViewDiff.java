package lockstep.diff;

import java.util.List;
import java.util.Map;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.Identifier;
import lockstep.schema.View;

/// Whether two views are equal.
final class ViewDiff {
  private ViewDiff() {}

  /// A query says all about a view's columns. Where one side does not know it, their names and
  /// types must do: a view's columns are nullable for PostgreSQL, whatever a client believes.
  static boolean areEqual(View from, View to) {
    if (from.query().isPresent() && to.query().isPresent()) {
      return shell(from).equals(shell(to))
          && comments(from).equals(comments(to))
          && defaults(from).equals(defaults(to))
          && storages(from).equals(storages(to));
    }
    return types(from).equals(types(to));
  }

  private static View shell(View view) {
    var it = view.inOrder();
    return new View(
        it.name(), List.of(), it.query(), it.options(), it.materialized(), it.comment());
  }

  private static List<Map.Entry<Identifier, ColumnValue>> defaults(View view) {
    return view.columns().stream()
        .map(it -> Map.entry(it.name(), it.value()))
        .sorted(Map.Entry.comparingByKey())
        .toList();
  }

  /// How the values of a materialized view's columns are kept.
  private static List<Map.Entry<Identifier, Column.Storage>> storages(View view) {
    return view.columns().stream()
        .map(it -> Map.entry(it.name(), it.storage()))
        .sorted(Map.Entry.comparingByKey())
        .toList();
  }

  private static List<Map.Entry<Identifier, ColumnType>> types(View view) {
    return view.columns().stream()
        .map(it -> Map.entry(it.name(), ColumnDiff.comparable(it.type())))
        .sorted(Map.Entry.comparingByKey())
        .toList();
  }

  private static List<Map.Entry<Identifier, String>> comments(View view) {
    return view.columns().stream()
        .flatMap(it -> it.comment().map(text -> Map.entry(it.name(), text)).stream())
        .sorted(Map.Entry.comparingByKey())
        .toList();
  }
}

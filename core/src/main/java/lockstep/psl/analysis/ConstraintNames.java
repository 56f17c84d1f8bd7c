package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import lockstep.schema.Identifier;

/// What constraints and indexes are called in the database: as their attributes say, else made of
/// table and columns (Prisma 7). What a name is made of is cut until it fits, its suffix never.
public final class ConstraintNames {
  private ConstraintNames() {}

  public static String primaryKey(PslModel model, PrimaryKey key) {
    return key.mappedName().orElseGet(() -> primaryKey(model.databaseName()));
  }

  public static String index(PslModel model, ModelIndex index) {
    if (index.mappedName().isPresent()) {
      return index.mappedName().get();
    }
    var columns = columns(model, index.fieldNames());
    return index.isUnique()
        ? unique(model.databaseName(), columns)
        : index(model.databaseName(), columns);
  }

  /// @param referencing the model whose table holds the reference
  public static String foreignKey(PslModel referencing, Relation.Inline relation) {
    return relation
        .forward()
        .map(it -> foreignKey(referencing, it))
        .orElseGet(() -> foreignKey(referencing.databaseName(), List.of()));
  }

  /// @param forward a field of the model
  public static String foreignKey(PslModel model, RelationField forward) {
    return forward
        .mappedName()
        .orElseGet(
            () ->
                foreignKey(
                    model.databaseName(), columns(model, forward.fields().orElse(List.of()))));
  }

  /// Returns what a primary key is called that nobody named.
  public static String primaryKey(String table) {
    return cut(table, "_pkey");
  }

  /// Returns what a unique index is called that nobody named.
  public static String unique(String table, List<String> columns) {
    return cut(table + "_" + String.join("_", columns), "_key");
  }

  /// Returns what an index is called that nobody named.
  public static String index(String table, List<String> columns) {
    return cut(table + "_" + String.join("_", columns), "_idx");
  }

  /// Returns what a foreign key is called that nobody named.
  public static String foreignKey(String table, List<String> columns) {
    return cut(table + "_" + String.join("_", columns), "_fkey");
  }

  private static List<String> columns(PslModel model, List<String> fields) {
    var columns = new ArrayList<String>(fields.size());
    for (var field : model.scalars(fields)) {
      columns.add(field.databaseName());
    }
    return columns;
  }

  private static String cut(String text, String suffix) {
    return Identifier.truncate(text, Identifier.MAX_BYTES - suffix.length()) + suffix;
  }
}

package lockstep.psl.analysis;

import java.util.List;
import lockstep.schema.Identifier;

/// What constraints and indexes are called in the database: as their attributes say, else made of
/// table and columns (Prisma 7). What a name is made of is cut until it fits, its suffix never.
public final class ConstraintNames {
  private ConstraintNames() {}

  public static String primaryKey(PslModel model, PrimaryKey key) {
    return key.mappedName().orElseGet(() -> name(model.databaseName(), "_pkey"));
  }

  public static String index(PslModel model, ModelIndex index) {
    return index
        .mappedName()
        .orElseGet(() -> name(join(model, index.fieldNames()), index.isUnique() ? "_key" : "_idx"));
  }

  /// @param referencing the model whose table holds the reference
  public static String foreignKey(PslModel referencing, Relation.Inline relation) {
    return relation
        .forward()
        .map(it -> foreignKey(referencing, it))
        .orElseGet(() -> name(join(referencing, List.of()), "_fkey"));
  }

  /// @param forward a field of the model
  public static String foreignKey(PslModel model, RelationField forward) {
    return forward
        .mappedName()
        .orElseGet(() -> name(join(model, forward.fields().orElse(List.of())), "_fkey"));
  }

  private static String join(PslModel model, List<String> fields) {
    var columns = model.scalars(fields).stream().map(ScalarField::databaseName).toList();
    return model.databaseName() + "_" + String.join("_", columns);
  }

  private static String name(String text, String suffix) {
    return Identifier.truncate(text, Identifier.MAX_BYTES - suffix.length()) + suffix;
  }
}

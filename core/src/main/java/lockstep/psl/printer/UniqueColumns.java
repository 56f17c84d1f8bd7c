package lockstep.psl.printer;

import java.util.List;
import java.util.stream.Stream;
import lockstep.psl.syntax.FieldType.Arity;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;

/// The columns by which a row of a table can be told from all others.
final class UniqueColumns {
  private UniqueColumns() {}

  /// Returns the columns of each key.
  static Stream<List<Identifier>> of(Backing.OfTable in) {
    var table = in.table();
    return Stream.of(
            table.primaryKey().stream().map(Constraint.PrimaryKey::columns),
            table.constraints(Constraint.Unique.class).map(Constraint.Unique::columns),
            table.indexes().stream()
                .filter(it -> it.isUnique() && it.where().isEmpty())
                .flatMap(it -> Indexes.columns(it).stream()))
        .flatMap(it -> it);
  }

  /// Returns whether there is a key with which a client can work: all of its columns have a value,
  /// of a type that the language has a word for.
  static boolean exist(Backing.OfTable in, FieldTypes types) {
    return of(in).anyMatch(it -> it.stream().allMatch(column -> isUsable(in, column, types)));
  }

  private static boolean isUsable(Backing in, Identifier column, FieldTypes types) {
    return in.column(column)
        .map(types::of)
        .filter(it -> it.arity() != Arity.OPTIONAL && !it.isUnsupported())
        .isPresent();
  }
}

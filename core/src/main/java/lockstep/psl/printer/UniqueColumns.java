package lockstep.psl.printer;

import lockstep.psl.syntax.FieldType.Arity;
import lockstep.schema.Identifier;

/// The columns by which a row of a table can be told from all others.
final class UniqueColumns {
  private UniqueColumns() {}

  /// Returns whether there is a key with which a client can work: all of its columns have a value,
  /// of a type that the language has a word for.
  static boolean exist(Backing.OfTable in, FieldTypes types) {
    return in.table().keyColumns().stream()
        .anyMatch(it -> it.stream().allMatch(column -> isUsable(in, column, types)));
  }

  private static boolean isUsable(Backing in, Identifier column, FieldTypes types) {
    return in.column(column)
        .map(types::of)
        .filter(it -> it.arity() != Arity.OPTIONAL && !it.isUnsupported())
        .isPresent();
  }
}

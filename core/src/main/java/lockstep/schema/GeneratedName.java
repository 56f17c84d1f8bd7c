package lockstep.schema;

import java.util.List;

/// The names that PostgreSQL gives what nobody named, while no other object has them: `table_pkey`,
/// `table_column_seq` (PostgreSQL 18, makeObjectName and ChooseIndexName).
public final class GeneratedName {
  private GeneratedName() {}

  /// @param label as in `pkey`
  public static Identifier of(Identifier table, String label) {
    var bytes = Identifier.MAX_BYTES - label.length() - 1;
    return Identifier.of(Identifier.truncate(table.text(), bytes) + "_" + label);
  }

  /// Returns `table_columns_label`, the longer of the first two cut until it fits.
  public static Identifier of(Identifier table, List<String> columns, String label) {
    var middle = joined(columns);
    var tableBytes = Identifier.utf8Length(table.text());
    var middleBytes = Identifier.utf8Length(middle);
    while (tableBytes + middleBytes + label.length() + 2 > Identifier.MAX_BYTES) {
      if (tableBytes > middleBytes) {
        tableBytes--;
      } else {
        middleBytes--;
      }
    }
    return Identifier.of(
        Identifier.truncate(table.text(), tableBytes)
            + "_"
            + Identifier.truncate(middle, middleBytes)
            + "_"
            + label);
  }

  /// Names that come after what is too long already do not count.
  private static String joined(List<String> columns) {
    var text = new StringBuilder();
    for (var column : columns) {
      text.append(text.isEmpty() ? "" : "_").append(column);
      if (Identifier.utf8Length(text.toString()) > Identifier.MAX_BYTES) {
        break;
      }
    }
    return text.toString();
  }
}

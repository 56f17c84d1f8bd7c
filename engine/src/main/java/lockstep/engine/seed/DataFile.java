package lockstep.engine.seed;

import java.util.List;
import lockstep.text.SourceText;

/// The rows that one file has for a table.
///
/// @param table the table's name, as in `users`, or with its namespace before it, as in `app.users`
record DataFile(SourceText text, String table, List<DataRow> rows) {
  DataFile {
    rows = List.copyOf(rows);
  }
}

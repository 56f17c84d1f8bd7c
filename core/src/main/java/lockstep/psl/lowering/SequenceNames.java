package lockstep.psl.lowering;

import java.util.HashSet;
import java.util.Set;
import lockstep.schema.ColumnValue;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.ScalarType;
import lockstep.schema.SequenceOptions;

/// Names for the sequences of serial columns, each given once.
///
/// PostgreSQL numbers a name that is taken when the table is created: `a_b_seq`, then `a_b_seq1`
/// (PostgreSQL 18, ChooseRelationName). Tables are created in the order of the schema.
final class SequenceNames {
  private final Set<QualifiedName> taken = new HashSet<>();

  /// Marks the name of a table, index or sequence that exists by now.
  void take(QualifiedName name) {
    taken.add(name);
  }

  ColumnValue.Serial serial(QualifiedName table, String column, ScalarType type) {
    var plain = ColumnValue.Serial.of(table, Identifier.of(column), type);
    var name = plain.sequence();
    for (var number = 1; !taken.add(name); number++) {
      name = numbered(table, column, number);
    }
    return new ColumnValue.Serial(name, SequenceOptions.ascending(type));
  }

  private static QualifiedName numbered(QualifiedName table, String column, int number) {
    var label = "_seq" + number;
    var tableText = table.name().text();
    var columnText = Identifier.of(column).text();
    var tableBytes = Identifier.utf8Length(tableText);
    var columnBytes = Identifier.utf8Length(columnText);
    while (tableBytes + columnBytes + 1 + label.length() > Identifier.MAX_BYTES) {
      if (tableBytes > columnBytes) {
        tableBytes--;
      } else {
        columnBytes--;
      }
    }
    var text =
        Identifier.truncate(tableText, tableBytes)
            + "_"
            + Identifier.truncate(columnText, columnBytes)
            + label;
    return new QualifiedName(table.namespace(), Identifier.of(text));
  }
}

package lockstep.plan;

import java.util.stream.Collectors;
import lockstep.schema.Lineage;
import lockstep.sql.Names;

/// What a table has its columns from, in SQL, as `CREATE TABLE` has it around the columns.
final class LineageSql {
  private LineageSql() {}

  static String before(Lineage lineage, Names names) {
    return switch (lineage) {
      case Lineage.None _, Lineage.Inherits _ -> "";
      case Lineage.PartitionOf it -> " PARTITION OF " + names.of(it.parent());
      case Lineage.OfType it -> " OF " + names.of(it.type());
    };
  }

  static String after(Lineage lineage, Names names) {
    return switch (lineage) {
      case Lineage.None _, Lineage.OfType _ -> "";
      case Lineage.Inherits it ->
          it.parents().stream()
              .map(names::of)
              .collect(Collectors.joining(", ", " INHERITS (", ")"));
      case Lineage.PartitionOf it -> " " + it.bound();
    };
  }
}

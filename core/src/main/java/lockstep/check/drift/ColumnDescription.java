package lockstep.check.drift;

import java.util.ArrayList;
import java.util.List;
import lockstep.diff.Change;
import lockstep.schema.Column;

/// Says in which respects two columns differ, one finding for each.
final class ColumnDescription {
  private final Findings findings;
  private final Change.AlterColumn change;
  private final List<Drift> facets = new ArrayList<>();

  ColumnDescription(Findings findings, Change.AlterColumn change) {
    this.findings = findings;
    this.change = change;
  }

  List<Drift> facets() {
    facet(DriftCode.COLUMN_TYPE, "is", type(change.from()), type(change.to()));
    facet(DriftCode.NULLABILITY, "is", nullability(change.from()), nullability(change.to()));
    facet(DriftCode.COLUMN_VALUE, "has", value(change.from()), value(change.to()));
    facet(DriftCode.DEFINITION, "has", storage(change.from()), storage(change.to()));
    var before = change.from().comment();
    var after = change.to().comment();
    if (!before.equals(after)) {
      facets.add(findings.comment(change.object(), before, after));
    }
    return facets;
  }

  private void facet(DriftCode code, String verb, String before, String after) {
    if (!before.equals(after)) {
      facets.add(findings.differs(code, change.object(), verb, before, after));
    }
  }

  /// The type with the collation, which is a part of it for whoever compares.
  private String type(Column column) {
    return findings.definition().type(column);
  }

  private static String nullability(Column column) {
    return column.isNullable() ? "NULL" : "NOT NULL";
  }

  private String storage(Column column) {
    return findings.definition().storage(column);
  }

  private String value(Column column) {
    return findings.definition().value(change.table(), column);
  }
}

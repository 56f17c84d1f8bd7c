package lockstep.psl.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.Field;

/// Sees to it that no two fields of one block get the same column, while its fields are read.
///
/// A field that is read later counts by its own name, whatever it will be mapped to (Prisma 7).
final class ColumnNames {
  private final TypedModel model;
  private final Findings.In findings;
  private final Set<String> given = new HashSet<>();
  private final Map<String, String> mappedSoFar = new HashMap<>();

  ColumnNames(TypedModel model, Findings findings) {
    this.model = model;
    this.findings = findings.in(model.file());
  }

  /// Reports a mapped name that is taken.
  void take(Field field, String column) {
    mappedSoFar.put(field.name().text(), column);
    if (!given.add(column)) {
      report(field, column, "another field is mapped to it");
    }
    var isFieldName =
        !field.name().text().equals(column)
            && model.field(column).filter(TypedModel.TypedField::isScalar).isPresent()
            && mappedSoFar.getOrDefault(column, column).equals(column);
    if (isFieldName) {
      report(field, column, "it is the name of another field");
    }
  }

  private void report(Field field, String column, String why) {
    findings.report(
        PslCode.DUPLICATE_FIELD,
        field.span(),
        "The column `%s` of the field `%s` of `%s` is taken: %s."
            .formatted(column, field.name(), model.name(), why),
        "Map one of them to another column. A field that is mapped elsewhere gives its name free"
            + " for the fields after it.");
  }
}

package lockstep.psl.lowering;

import java.util.List;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.ScalarField;
import lockstep.schema.Identifier;

/// From the names of fields to those of columns.
final class ColumnNames {
  private ColumnNames() {}

  static List<String> texts(PslModel model, List<String> fields) {
    return model.scalars(fields).stream().map(ScalarField::databaseName).toList();
  }

  static List<Identifier> of(PslModel model, List<String> fields) {
    return texts(model, fields).stream().map(Identifier::of).toList();
  }
}

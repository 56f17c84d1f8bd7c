package lockstep.check.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.schema.Identifier;

/// Constraints of a new table, and what serves as a key.
final class Constraints {
  private Constraints() {}

  /// Returns those beside the columns and those in them.
  static List<TableConstraint> of(Statement.CreateTable it) {
    var all = new ArrayList<>(it.constraints());
    it.columns().forEach(column -> all.addAll(column.constraints()));
    return all;
  }

  /// Returns whether a constraint has an index over its columns.
  static boolean hasIndex(TableConstraint it) {
    return it.kind() == TableConstraint.Kind.PRIMARY_KEY
        || it.kind() == TableConstraint.Kind.UNIQUE;
  }

  /// Returns an index's columns up to the first expression.
  static List<Identifier> columns(Statement.CreateIndex it) {
    return it.columns().stream().takeWhile(Optional::isPresent).flatMap(Optional::stream).toList();
  }
}

package lockstep.check.lint.rule;

import java.util.stream.Stream;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownTable;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.script.Step.NewConstraint;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.check.lint.statement.Word;

/// A foreign key that is added without `NOT VALID`.
final class ForeignKeyReadsAllRows implements Rule {
  private static final String FROM_18 =
      " A partitioned table allows that from PostgreSQL 18 on; before, add it when nobody writes.";

  @Override
  public LintCode code() {
    return LintCode.FOREIGN_KEY_READS_ALL_ROWS;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.newConstraints(TableConstraint.Kind.FOREIGN_KEY)) {
      // PostgreSQL checks no row of a new column that is NULL everywhere.
      var isNull = it.column().map(column -> column.defaultValue().isEmpty()).orElse(false);
      if (!it.constraint().has(Word.NOT_VALID) && !isNull) {
        findings.add(
            it.span(),
            "The foreign key %s checks all rows of `%s` while nobody can write to it%s."
                .formatted(
                    it.constraint().title(),
                    it.table(),
                    it.constraint().referenced().map(" or to `%s`"::formatted).orElse("")),
            "Add it `NOT VALID`, and `VALIDATE CONSTRAINT` in a later transaction."
                + (isAboutPartitions(step, it) ? FROM_18 : ""));
      }
    }
  }

  private static boolean isAboutPartitions(Step step, NewConstraint it) {
    return Stream.concat(Stream.of(it.table()), it.constraint().referenced().stream())
        .anyMatch(table -> step.table(table).filter(KnownTable::isPartitioned).isPresent());
  }
}

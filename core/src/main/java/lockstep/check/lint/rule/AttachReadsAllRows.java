package lockstep.check.lint.rule;

import java.util.Collection;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownTable;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.TableConstraint;

/// A partition that is attached without a check that proves its bounds.
final class AttachReadsAllRows implements Rule {
  @Override
  public LintCode code() {
    return LintCode.ATTACH_READS_ALL_ROWS;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.AttachPartition.class)) {
      var partition = it.action().partition();
      var hasCheck =
          step.table(partition).map(known -> hasCheck(known.constraints())).orElse(false);
      if (step.isOld(partition) && !hasCheck) {
        findings.add(
            it.span(),
            "All rows of `%s` are read while nobody can read or write it.".formatted(partition),
            "Validate a check that says the partition's bounds before it is attached.");
      }
    }
  }

  private static boolean hasCheck(Collection<KnownTable.KnownConstraint> all) {
    return all.stream()
        .anyMatch(it -> it.isValidated() && it.definition().kind() == TableConstraint.Kind.CHECK);
  }
}

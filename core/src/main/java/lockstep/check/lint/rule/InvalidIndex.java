package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;
import lockstep.schema.QualifiedName;

/// An index that a failed build left behind, and that `IF NOT EXISTS` takes for done.
final class InvalidIndex implements Rule {
  @Override
  public LintCode code() {
    return LintCode.INVALID_INDEX;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.CreateIndex it && it.name().isPresent()) {
      var name = QualifiedName.of(step.known().resolve(it.table()).namespace(), it.name().get());
      if (step.live().invalidIndexes().contains(name) && !isDroppedBefore(step, name)) {
        findings.add(
            step.span(),
            "The database has an invalid index `%s`, which a build that failed left behind."
                .formatted(it.name().get()),
            "Drop it first, by `DROP INDEX CONCURRENTLY IF EXISTS`.");
      }
    }
  }

  private static boolean isDroppedBefore(Step step, QualifiedName index) {
    return step.before().stream()
        .anyMatch(
            it ->
                it.statement() instanceof Statement.Drop drop
                    && drop.kind() == ObjectKind.INDEX
                    && drop.names().stream()
                        .anyMatch(name -> step.known().resolve(name).equals(index)));
  }
}

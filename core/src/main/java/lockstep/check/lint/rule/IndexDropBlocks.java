package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// An index that is dropped without `CONCURRENTLY`.
final class IndexDropBlocks implements Rule {
  @Override
  public LintCode code() {
    return LintCode.INDEX_DROP_BLOCKS;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Drop it
        && it.kind() == ObjectKind.INDEX
        && !it.words().contains(Word.CONCURRENTLY)) {
      for (var name : it.names()) {
        if (!step.known().isNew(ObjectKind.INDEX, name)) {
          findings.add(
              step.span(),
              "`DROP INDEX` waits for all that use the table of `%s`, and lets nobody in meanwhile."
                  .formatted(name),
              "Use `DROP INDEX CONCURRENTLY`, in a script of its own.");
        }
      }
    }
  }
}

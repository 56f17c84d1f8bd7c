package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;

/// A sequence that is dropped.
final class SequenceDropped implements Rule {
  @Override
  public LintCode code() {
    return LintCode.SEQUENCE_DROPPED;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Drop it && it.kind() == ObjectKind.SEQUENCE) {
      for (var name : it.names()) {
        if (!step.known().isNew(ObjectKind.SEQUENCE, name)) {
          findings.add(
              step.span(),
              "The sequence `%s` is dropped, and with it how far it has counted.".formatted(name),
              "Keep it, or note its last value before.");
        }
      }
    }
  }
}

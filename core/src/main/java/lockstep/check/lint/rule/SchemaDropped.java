package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;

/// A schema that is dropped.
final class SchemaDropped implements Rule {
  @Override
  public LintCode code() {
    return LintCode.SCHEMA_DROPPED;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Drop it && it.kind() == ObjectKind.SCHEMA) {
      for (var name : it.names()) {
        if (!step.known().isNew(ObjectKind.SCHEMA, name)) {
          findings.add(
              step.span(),
              "The schema `%s` is dropped with what is in it.".formatted(name),
              "Make sure that nobody needs it and that a backup has it, then waive this with the reason.");
        }
      }
    }
  }
}

package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;

/// An extension that is updated or dropped.
final class ExtensionChanged implements Rule {
  @Override
  public LintCode code() {
    return LintCode.EXTENSION_CHANGED;
  }

  @Override
  public void check(Step step, Findings findings) {
    switch (step.statement()) {
      case Statement.UpdateExtension(var name) ->
          findings.add(
              step.span(),
              "What the update of the extension `%s` does stands in its own scripts."
                  .formatted(name),
              "Read its release notes, and try it on a copy of the database.");
      case Statement.Drop it when it.kind() == ObjectKind.EXTENSION ->
          it.names()
              .forEach(
                  name ->
                      findings.add(
                          step.span(),
                          "The extension `%s` goes with its types, functions and operators."
                              .formatted(name),
                          "Make sure that no column, index or code uses them."));
      default -> {
        // About no extension.
      }
    }
  }
}

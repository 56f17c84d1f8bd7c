package lockstep.check.lint.rule;

import java.util.List;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;
import lockstep.schema.QualifiedName;

/// A drop that takes along whatever depends on it.
final class Cascade implements Rule {
  @Override
  public LintCode code() {
    return LintCode.CASCADE;
  }

  @Override
  public void check(Step step, Findings findings) {
    switch (step.statement()) {
      case Statement.Drop it when it.words().contains(Word.CASCADE) -> {
        for (var name : it.names()) {
          if (!step.known().isNew(it.kind(), name)) {
            findings.add(
                step.span(),
                "`CASCADE` drops all that depends on the %s `%s`%s."
                    .formatted(it.kind().word(), name, victims(it.kind(), name, step)),
                "Drop what depends on it by name, then this without `CASCADE`.");
          }
        }
      }
      case Statement.AlterTable _ -> {
        for (var it : step.changes(Action.DropColumn.class)) {
          if (it.action().words().contains(Word.CASCADE)) {
            findings.add(
                it.span(),
                "`CASCADE` drops all that depends on the column `%s.%s`."
                    .formatted(it.table(), it.action().column()),
                "Drop what depends on it by name, then this without `CASCADE`.");
          }
        }
      }
      default -> {
        // Takes nothing along.
      }
    }
  }

  private static String victims(ObjectKind kind, ObjectName name, Step step) {
    var referrers =
        kind == ObjectKind.TABLE ? step.known().referrers(name) : List.<QualifiedName>of();
    return referrers.isEmpty()
        ? ""
        : ", such as foreign keys of "
            + String.join(", ", referrers.stream().map("`%s`"::formatted).toList());
  }
}

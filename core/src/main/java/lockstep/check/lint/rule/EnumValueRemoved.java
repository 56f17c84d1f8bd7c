package lockstep.check.lint.rule;

import java.util.ArrayList;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;

/// An enum that is replaced by one with fewer values.
final class EnumValueRemoved implements Rule {
  @Override
  public LintCode code() {
    return LintCode.ENUM_VALUE_REMOVED;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Rename(var kind, var name, var to)
        && kind == ObjectKind.TYPE) {
      var values = step.known().enumType(name);
      var former = step.known().formerEnum(name.named(to));
      if (values.isPresent() && former.isPresent()) {
        var removed = new ArrayList<>(former.get().values());
        removed.removeAll(values.get().values());
        if (!removed.isEmpty()) {
          findings.add(
              step.span(),
              "The enum `%s` no longer has %s."
                  .formatted(
                      name.named(to),
                      String.join(", ", removed.stream().map("`%s`"::formatted).toList())),
              "Give rows that have it another value first, and release code that does not write it.");
        }
      }
    }
    if (step.statement() instanceof Statement.Delete it
        && it.table().name().text().equals("pg_enum")) {
      findings.add(
          step.span(),
          "An enum's value is taken out of the catalog, where rows and indexes may still hold it.",
          "Make a new type and change the columns to it.");
    }
  }
}

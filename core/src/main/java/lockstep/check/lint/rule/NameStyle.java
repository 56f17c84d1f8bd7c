package lockstep.check.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.Statement;
import lockstep.schema.Identifier;

/// A new name that whoever uses it has to quote.
final class NameStyle implements Rule {
  /// As PostgreSQL's scanner takes a name without quotes and leaves it as it is (PostgreSQL 18,
  /// scan.l).
  private static final Pattern BARE =
      Pattern.compile("[a-z_\\x{80}-\\x{10FFFF}][a-z0-9_$\\x{80}-\\x{10FFFF}]*");

  @Override
  public LintCode code() {
    return LintCode.NAME_STYLE;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var name : names(step)) {
      if (!BARE.matcher(name.text()).matches()) {
        findings.add(
            step.span(),
            "`%s` must be quoted wherever SQL is written.".formatted(name),
            "Choose a name of lower-case letters, digits and underscores; a model can have another"
                + " one.");
      }
    }
  }

  private static List<Identifier> names(Step step) {
    var names = new ArrayList<Identifier>();
    switch (step.statement()) {
      case Statement.CreateTable it -> names.add(it.name().name());
      case Statement.CreateIndex it -> it.name().ifPresent(names::add);
      case Statement.CreateEnum it -> names.add(it.name().name());
      case Statement.CreateDomain it -> names.add(it.name().name());
      case Statement.CreateTrigger it -> names.add(it.name());
      case Statement.CreatePolicy it -> names.add(it.name());
      case Statement.Create it -> names.add(it.name().name());
      case Statement.CreateView it -> names.add(it.name().name());
      case Statement.CreateFunction it -> names.add(it.name().name());
      case Statement.Rename it -> names.add(it.to());
      case Statement.AlterTable it -> it.actions().forEach(action -> name(action, names));
      default -> {
        // Makes nothing with a name of its own.
      }
    }
    NewColumns.of(step).forEach(it -> names.add(it.name()));
    return names;
  }

  private static void name(Action action, List<Identifier> names) {
    switch (action) {
      case Action.RenameColumn it -> names.add(it.to());
      case Action.RenameTable it -> names.add(it.to());
      case Action.RenameConstraint it -> names.add(it.to());
      case Action.AddConstraint it -> it.constraint().name().ifPresent(names::add);
      default -> {
        // Gives no name, or that of a column, which is among the new ones.
      }
    }
  }
}

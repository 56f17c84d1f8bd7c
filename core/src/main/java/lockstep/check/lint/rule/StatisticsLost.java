package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownColumn;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;

/// A type change after which nothing analyzes the table.
final class StatisticsLost implements Rule {
  @Override
  public LintCode code() {
    return LintCode.STATISTICS_LOST;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.SetType.class)) {
      var from =
          step.table(it.table())
              .flatMap(table -> table.column(it.action().column()))
              .flatMap(KnownColumn::type);
      var isAnalyzed =
          step.after().stream().anyMatch(later -> analyzes(later.statement(), it.table(), step));
      if (TypeChange.rewrites(from, it.action().type()) && !isAnalyzed) {
        findings.add(
            it.span(),
            "The planner's statistics of `%s.%s` are gone after this."
                .formatted(it.table(), it.action().column()),
            "Run `ANALYZE %s` behind it.".formatted(it.table()));
      }
    }
  }

  private static boolean analyzes(Statement statement, ObjectName table, Step step) {
    return statement instanceof Statement.Analyze(var tables)
        && (tables.isEmpty() || tables.stream().anyMatch(it -> step.isSame(it, table)));
  }
}

package lockstep.check.lint.rule;

import java.util.List;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownColumn;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.sql.SqlToken;

/// A default that changes under code that relies on it.
final class DefaultChanged implements Rule {
  @Override
  public LintCode code() {
    return LintCode.DEFAULT_CHANGED;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.SetDefault.class)) {
      var before =
          step.table(it.table())
              .flatMap(table -> table.column(it.action().column()))
              .map(KnownColumn::defaultValue)
              .orElse(List.of());
      if (!before.isEmpty() && !text(before).equals(text(it.action().value()))) {
        findings.add(
            it.span(),
            "Code that is running relies on the default `%s` of `%s.%s`."
                .formatted(text(before), it.table(), it.action().column()),
            "Release code that writes the value itself, then change the default.");
      }
    }
    for (var it : step.changes(Action.DropDefault.class)) {
      var column = step.table(it.table()).flatMap(table -> table.column(it.action().column()));
      if (!column.flatMap(KnownColumn::isNullable).orElse(false)) {
        findings.add(
            it.span(),
            "Code that is running may rely on the default of `%s.%s`."
                .formatted(it.table(), it.action().column()),
            "Release code that writes the value itself, then drop the default.");
      }
    }
  }

  private static String text(List<SqlToken> tokens) {
    return String.join(" ", tokens.stream().map(SqlToken::text).toList());
  }
}

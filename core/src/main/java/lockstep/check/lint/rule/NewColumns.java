package lockstep.check.lint.rule;

import java.util.List;
import java.util.stream.Stream;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ColumnDefinition;
import lockstep.check.lint.statement.Statement;

/// The columns that a statement makes, in new tables as in old ones.
final class NewColumns {
  private NewColumns() {}

  static List<ColumnDefinition> of(Step step) {
    return switch (step.statement()) {
      case Statement.CreateTable it -> it.columns();
      case Statement.AlterTable it ->
          it.actions().stream()
              .flatMap(
                  action ->
                      action instanceof Action.AddColumn add
                          ? Stream.of(add.column())
                          : Stream.empty())
              .toList();
      default -> List.of();
    };
  }
}

package lockstep.check.lint.rule;

import java.util.List;
import java.util.Optional;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;
import lockstep.schema.Identifier;

/// An index that another one stands in for.
final class IndexTwice implements Rule {
  @Override
  public LintCode code() {
    return LintCode.INDEX_TWICE;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.CreateIndex it && isPlain(it)) {
      var columns = Constraints.columns(it);
      step.table(it.table())
          .ifPresent(
              table -> {
                for (var other : table.indexes().entrySet()) {
                  var covers = isPlain(other.getValue().definition());
                  var key = Constraints.columns(other.getValue().definition());
                  if (covers
                      && !other.getKey().equals(it.name().orElse(null))
                      && isDouble(it, columns, key)) {
                    say(step, findings, "index `%s`".formatted(other.getKey()), columns, key);
                  }
                }
                for (var constraint : table.constraints()) {
                  var key = constraint.definition().columns();
                  if (Constraints.hasIndex(constraint.definition()) && isDouble(it, columns, key)) {
                    say(step, findings, constraint.definition().kind().word(), columns, key);
                  }
                }
              });
    }
  }

  private static boolean isPlain(Statement.CreateIndex it) {
    return it.method().equals("btree")
        && !it.words().contains(Word.WHERE)
        && it.columns().stream().allMatch(Optional::isPresent)
        && !it.words().contains(Word.ORDERED);
  }

  /// Returns whether every search that the index serves is served by another one.
  private static boolean isDouble(
      Statement.CreateIndex it, List<Identifier> columns, List<Identifier> key) {
    return it.words().contains(Word.UNIQUE)
        ? key.equals(columns)
        : key.size() >= columns.size() && key.subList(0, columns.size()).equals(columns);
  }

  private static void say(
      Step step, Findings findings, String other, List<Identifier> columns, List<Identifier> key) {
    findings.add(
        step.span(),
        columns.equals(key)
            ? "The %s has the same columns.".formatted(other)
            : "The %s begins with the same columns.".formatted(other),
        "Keep the one that serves both.");
  }
}

package lockstep.check.lint.rule;

import java.util.Locale;
import java.util.Set;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// An `UPDATE` or `DELETE` over many rows at once.
final class UnbatchedChange implements Rule {
  private static final Set<String> ROW = Set.of("id", "uuid");

  @Override
  public LintCode code() {
    return LintCode.UNBATCHED_CHANGE;
  }

  @Override
  public void check(Step step, Findings findings) {
    switch (step.statement()) {
      case Statement.Update it -> check("UPDATE", it.table(), it.words(), step, findings);
      case Statement.Delete it -> check("DELETE", it.table(), it.words(), step, findings);
      default -> {
        // Changes no rows.
      }
    }
  }

  private static void check(
      String what, ObjectName table, Set<Word> words, Step step, Findings findings) {
    if (!words.contains(Word.LIMITED) && step.isOld(table) && !namesRow(step)) {
      findings.add(
          step.span(),
          "This `%s` changes %s rows of `%s` in one transaction."
              .formatted(what, words.contains(Word.WHERE) ? "all matching" : "all", table),
          "Change some thousand rows at a time, outside of the schema's migration.");
    }
  }

  /// Returns whether the statement picks a row by `id = 1` or the like.
  private static boolean namesRow(Step step) {
    var tokens = step.parsed().tokens();
    for (var i = 0; i + 3 < tokens.size(); i++) {
      var isId = ROW.contains(tokens.get(i + 1).text().replace("\"", "").toLowerCase(Locale.ROOT));
      if (tokens.get(i).is("where")
          && isId
          && tokens.get(i + 2).text().equals("=")
          && tokens.get(i + 3).text().matches("['0-9].*")) {
        return true;
      }
    }
    return false;
  }
}

package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.schema.Identifier;

/// A name that PostgreSQL cuts.
final class NameCut implements Rule {
  @Override
  public LintCode code() {
    return LintCode.NAME_CUT;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var token : step.parsed().tokens()) {
      var isQuoted = token.text().startsWith("\"");
      var text = isQuoted ? inside(token.text()) : token.text();
      if ((token.isWord() || isQuoted) && Identifier.utf8Length(text) > Identifier.MAX_BYTES) {
        findings.add(
            token.span(),
            "The name has more than %d bytes, and PostgreSQL cuts it to `%s`."
                .formatted(Identifier.MAX_BYTES, Identifier.of(text)),
            "Shorten it yourself, so that it is the same everywhere.");
      }
    }
  }

  private static String inside(String quoted) {
    return quoted.substring(1, Math.max(1, quoted.length() - 1)).replace("\"\"", "\"");
  }
}

package lockstep.check.lint.rule;

import java.util.Set;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;

/// Autovacuum that is switched off for a table.
final class AutovacuumOff implements Rule {
  private static final Set<String> OFF = Set.of("false", "off", "0", "'false'", "'off'");

  @Override
  public LintCode code() {
    return LintCode.AUTOVACUUM_OFF;
  }

  @Override
  public void check(Step step, Findings findings) {
    var tokens = step.parsed().tokens();
    for (var i = 0; i + 2 < tokens.size(); i++) {
      var isOff =
          tokens.get(i).is("autovacuum_enabled")
              && tokens.get(i + 1).text().equals("=")
              && OFF.contains(tokens.get(i + 2).text());
      if (isOff) {
        findings.add(
            tokens.get(i).span().to(tokens.get(i + 2).span()),
            "Nothing clears away the table's dead rows any more.",
            "Tune `autovacuum_vacuum_scale_factor` and the cost limit instead.");
      }
    }
  }
}

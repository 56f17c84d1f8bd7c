package lockstep.check.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.Probe;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.check.lint.statement.TableConstraint.Kind;
import lockstep.diagnostic.Place;

/// Rows for which a new check is false.
final class RefusedRows implements ProbeRule {
  private static final Pattern CONDITION = Pattern.compile("(?is)\\bCHECK\\s*(\\(.*\\))[^)]*");

  @Override
  public List<Probe> probes(Step step) {
    var probes = new ArrayList<Probe>();
    for (var it : step.newConstraints(Kind.CHECK)) {
      var isStored = it.column().isEmpty() && step.isStored(it.table());
      if (isStored && !isScaffold(step, it.table(), it.constraint())) {
        condition(step, it.constraint())
            .map(condition -> probe(step, it, condition))
            .ifPresent(probes::add);
      }
    }
    return probes;
  }

  private static Probe probe(Step step, Step.NewConstraint it, String condition) {
    return new Probe(
        LintCode.REFUSED_ROWS,
        Place.of(step.script().source(), it.span()),
        "SELECT count(*) FROM %s WHERE NOT %s"
            .formatted(ProbeSql.table(step.known().resolve(it.table())), condition),
        "The check %s is false for some rows of `%s` (%%d), so this fails."
            .formatted(it.constraint().title(), it.table()),
        "Mend these rows first.");
  }

  private static Optional<String> condition(Step step, TableConstraint it) {
    var text = CONDITION.matcher(step.script().source().text(it.span()));
    return text.find() ? Optional.of(text.group(1)) : Optional.empty();
  }

  /// A check that the same script drops again is there for another step, which says what it needs.
  private static boolean isScaffold(Step step, ObjectName table, TableConstraint check) {
    return step.after(table).stream()
        .map(later -> later.statement())
        .flatMap(it -> it instanceof Statement.AlterTable alter ? alter.actions().stream() : null)
        .anyMatch(
            it ->
                it instanceof Action.DropConstraint drop
                    && check.name().equals(Optional.of(drop.constraint())));
  }
}

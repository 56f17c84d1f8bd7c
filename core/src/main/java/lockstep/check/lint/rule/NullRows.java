package lockstep.check.lint.rule;

import java.util.ArrayList;
import java.util.List;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.Probe;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.diagnostic.Place;
import lockstep.sql.Quote;

/// Rows that hold NULL where none is allowed from now on.
final class NullRows implements ProbeRule {
  @Override
  public List<Probe> probes(Step step) {
    var probes = new ArrayList<Probe>();
    for (var it : step.changes(Action.SetNotNull.class)) {
      var column = it.action().column();
      if (step.isStored(it.table(), List.of(column))) {
        probes.add(
            new Probe(
                LintCode.NULL_ROWS,
                Place.of(step.script().source(), it.span()),
                "SELECT count(*) FROM %s WHERE %s IS NULL"
                    .formatted(
                        ProbeSql.table(step.known().resolve(it.table())), Quote.name(column)),
                "`%s.%s` is NULL in some rows (%%d), so this fails.".formatted(it.table(), column),
                "Give these rows a value first."));
      }
    }
    return probes;
  }
}

package lockstep.check.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.Probe;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.check.lint.statement.Word;
import lockstep.diagnostic.Place;
import lockstep.schema.Identifier;
import lockstep.text.Span;

/// Rows that a new unique index or key does not allow beside each other.
final class EqualRows implements ProbeRule {
  @Override
  public List<Probe> probes(Step step) {
    var probes = new ArrayList<Probe>();
    if (step.statement() instanceof Statement.CreateIndex it
        && it.words().contains(Word.UNIQUE)
        && !it.words().contains(Word.WHERE)
        && it.columns().stream().allMatch(Optional::isPresent)) {
      var columns = it.columns().stream().flatMap(Optional::stream).toList();
      probe(step, it.table(), columns, step.span()).ifPresent(probes::add);
    }
    for (var kind : List.of(TableConstraint.Kind.UNIQUE, TableConstraint.Kind.PRIMARY_KEY)) {
      for (var it : step.newConstraints(kind)) {
        probe(step, it.table(), it.constraint().columns(), it.span()).ifPresent(probes::add);
      }
    }
    return probes;
  }

  private static Optional<Probe> probe(
      Step step, ObjectName table, List<Identifier> columns, Span span) {
    if (!step.isStored(table, columns)) {
      return Optional.empty();
    }
    var sql =
        "SELECT count(*) FROM (SELECT FROM %s WHERE %s GROUP BY %s HAVING count(*) > 1) AS equal"
            .formatted(
                ProbeSql.table(step.known().resolve(table)),
                ProbeSql.areSet("", columns),
                ProbeSql.columns(columns));
    return Optional.of(
        new Probe(
            LintCode.EQUAL_ROWS,
            Place.of(step.script().source(), span),
            sql,
            "`%s` has rows that are equal in %s (groups: %%d), so this fails."
                .formatted(table, ProbeSql.shown(columns)),
            "Keep one row of each group first."));
  }
}

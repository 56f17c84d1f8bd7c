package lockstep.check.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.Probe;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.diagnostic.Place;
import lockstep.schema.Identifier;
import lockstep.sql.Quote;

/// Rows that point at none of the table that a new foreign key names.
final class OrphanedRows implements ProbeRule {
  @Override
  public List<Probe> probes(Step step) {
    var probes = new ArrayList<Probe>();
    for (var it : step.newConstraints(TableConstraint.Kind.FOREIGN_KEY)) {
      it.constraint()
          .referenced()
          .flatMap(to -> probe(step, it, to, referenced(step, it.constraint(), to)))
          .ifPresent(probes::add);
    }
    return probes;
  }

  private static List<Identifier> referenced(Step step, TableConstraint it, ObjectName to) {
    return it.referencedColumns().isEmpty()
        ? step.table(to)
            .flatMap(table -> table.primaryKey())
            .map(TableConstraint::columns)
            .orElse(List.of())
        : it.referencedColumns();
  }

  private static Optional<Probe> probe(
      Step step, Step.NewConstraint it, ObjectName to, List<Identifier> referenced) {
    var columns = it.constraint().columns();
    var isAskable =
        columns.size() == referenced.size()
            && step.isStored(it.table(), columns)
            && step.isStored(to, referenced);
    if (!isAskable) {
      return Optional.empty();
    }
    var match =
        IntStream.range(0, columns.size())
            .mapToObj(
                i ->
                    "to_row.%s = from_row.%s"
                        .formatted(Quote.name(referenced.get(i)), Quote.name(columns.get(i))))
            .collect(Collectors.joining(" AND "));
    var sql =
        "SELECT count(*) FROM %s AS from_row WHERE %s AND NOT EXISTS (SELECT FROM %s AS to_row WHERE %s)"
            .formatted(
                ProbeSql.table(step.known().resolve(it.table())),
                ProbeSql.areSet("from_row.", columns),
                ProbeSql.table(step.known().resolve(to)),
                match);
    return Optional.of(
        new Probe(
            LintCode.ORPHANED_ROWS,
            Place.of(step.script().source(), it.span()),
            sql,
            "Some rows of `%s` (%%d) point at no row of `%s`, so the foreign key does not hold."
                .formatted(it.table(), to),
            "Clear these rows first, or let them point at one."));
  }
}

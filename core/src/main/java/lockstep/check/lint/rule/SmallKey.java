package lockstep.check.lint.rule;

import java.util.List;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ColumnDefinition;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.check.lint.statement.TypeName;
import lockstep.schema.Identifier;

/// A primary key of a small integer.
final class SmallKey implements Rule {
  @Override
  public LintCode code() {
    return LintCode.SMALL_KEY;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.CreateTable it) {
      var key = key(it);
      for (var column : it.columns()) {
        if (key.equals(List.of(column.name())) && isSmall(column.type())) {
          findings.add(
              column.span(),
              "The key `%s.%s` is `%s`, which ends at %s."
                  .formatted(
                      it.name(),
                      column.name(),
                      column.type(),
                      column.type().name().startsWith("small") ? "32,767" : "2,147,483,647"),
              "Use `bigint`: to change it later writes the table and all that point to it anew.");
        }
      }
    }
  }

  private static List<Identifier> key(Statement.CreateTable it) {
    var own =
        it.columns().stream()
            .filter(column -> column.constraint(TableConstraint.Kind.PRIMARY_KEY).isPresent())
            .map(ColumnDefinition::name)
            .toList();
    return it.constraints().stream()
        .filter(constraint -> constraint.kind() == TableConstraint.Kind.PRIMARY_KEY)
        .findFirst()
        .map(TableConstraint::columns)
        .orElse(own);
  }

  private static boolean isSmall(TypeName type) {
    return type.is("integer") || type.is("smallint") || type.is("serial") || type.is("smallserial");
  }
}

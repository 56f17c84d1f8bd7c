package lockstep.check.lint.rule;

import java.util.List;
import java.util.Optional;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownColumn;
import lockstep.check.lint.script.KnownTable;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.schema.Identifier;

/// A primary key over columns that are not NOT NULL yet.
final class PrimaryKeyOverNullable implements Rule {
  @Override
  public LintCode code() {
    return LintCode.PRIMARY_KEY_OVER_NULLABLE;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.newConstraints(TableConstraint.Kind.PRIMARY_KEY)) {
      step.table(it.table())
          .ifPresent(
              table -> {
                for (var name : columns(it.constraint(), table)) {
                  var isNullable =
                      table.column(name).flatMap(KnownColumn::isNullable).orElse(false)
                          && !table.isProvenNotNull(name);
                  if (isNullable) {
                    findings.add(
                        it.span(),
                        "`%s.%s` is nullable, so the primary key reads all rows under its lock."
                            .formatted(it.table(), name),
                        "Set the column NOT NULL first, by a validated check.");
                  }
                }
              });
    }
  }

  private static List<Identifier> columns(TableConstraint it, KnownTable table) {
    return it.index()
        .map(index -> Optional.ofNullable(table.indexes().get(index)))
        .map(
            found ->
                found.stream()
                    .flatMap(index -> index.definition().columns().stream())
                    .flatMap(Optional::stream)
                    .toList())
        .orElse(it.columns());
  }
}

package lockstep.check.lint.rule;

import java.util.List;
import java.util.stream.Stream;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Known;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// A statement about a table, view, index or sequence that the database has not and no statement
/// before makes. Where such a statement cannot be read, anything may have been made.
final class NotThere implements Rule {
  @Override
  public LintCode code() {
    return LintCode.NOT_THERE;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (!step.live().relations().isEmpty() && step.known().isAllRead()) {
      named(step.statement())
          .filter(it -> isMissing(it, step))
          .distinct()
          .forEach(
              it ->
                  findings.add(
                      step.span(),
                      "There is no `%s` in the database, and nothing before this makes it."
                          .formatted(it),
                      "Mend the name, or say `IF EXISTS` where it may be missing."));
    }
  }

  private static Stream<ObjectName> named(Statement statement) {
    return switch (statement) {
      case Statement.AlterTable it when !it.words().contains(Word.IF_EXISTS) ->
          Stream.of(it.table());
      case Statement.CreateIndex it -> Stream.of(it.table());
      case Statement.CreateTrigger it -> Stream.of(it.table());
      case Statement.CreatePolicy it -> Stream.of(it.table());
      case Statement.Update it -> Stream.of(it.table());
      case Statement.Delete it -> Stream.of(it.table());
      case Statement.Insert it -> Stream.of(it.table());
      case Statement.Refresh it -> Stream.of(it.view());
      case Statement.Truncate it -> it.tables().stream();
      case Statement.LockTable it -> it.tables().stream();
      case Statement.Drop it when isOfRelations(it) -> it.names().stream();
      default -> Stream.empty();
    };
  }

  private static boolean isOfRelations(Statement.Drop it) {
    return !it.words().contains(Word.IF_EXISTS)
        && List.of(
                ObjectKind.TABLE,
                ObjectKind.VIEW,
                ObjectKind.MATERIALIZED_VIEW,
                ObjectKind.SEQUENCE,
                ObjectKind.INDEX)
            .contains(it.kind());
  }

  /// A name without its namespace may be meant for any: `search_path` is the role's affair.
  private static boolean isMissing(ObjectName name, Step step) {
    var known = step.known();
    var isInDatabase =
        step.live().relations().stream()
            .anyMatch(
                it ->
                    name.namespace().isEmpty()
                        ? it.name().equals(name.name())
                        : it.equals(known.resolve(name)));
    return !isInDatabase && !isOfServer(name) && !isMade(name, known);
  }

  private static boolean isOfServer(ObjectName name) {
    var outer = name.namespace().orElse(name.name()).text();
    return outer.startsWith("pg_") || outer.equals("information_schema");
  }

  private static boolean isMade(ObjectName name, Known known) {
    return known.table(name).isPresent()
        || known.tableOfIndex(name).isPresent()
        || Stream.of(ObjectKind.values()).anyMatch(it -> known.hasMade(it, name));
  }
}

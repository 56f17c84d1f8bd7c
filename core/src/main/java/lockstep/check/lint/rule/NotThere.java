package lockstep.check.lint.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Known;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;

/// A statement about a table, a column of one, a view, index or sequence that the database has not
/// and no statement before makes. Where such a statement cannot be read, anything may have been
/// made.
final class NotThere implements Rule {
  private static final String ADVICE = "Mend the name, or say `IF EXISTS` where it may be missing.";

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
                      ADVICE));
      if (step.statement() instanceof Statement.AlterTable it) {
        missingColumns(it, step)
            .distinct()
            .forEach(
                column ->
                    findings.add(
                        step.span(),
                        "There is no column `%s.%s` in the database, and nothing before this makes it."
                            .formatted(it.table(), column),
                        ADVICE));
      }
    }
  }

  /// A child has what is added to its parent: whatever a script calls by that name somewhere may
  /// have come to this table.
  private static Stream<Identifier> missingColumns(Statement.AlterTable it, Step step) {
    var known = step.known();
    var relations = step.live().relations();
    var meant =
        relations.entrySet().stream()
            .filter(one -> isMeant(it.table(), one.getKey(), step))
            .toList();
    if (meant.isEmpty() || !known.isSame(it.table())) {
      return Stream.empty();
    }
    var added = it.actions().stream().flatMap(action -> added(action).stream()).toList();
    return it.actions().stream()
        .flatMap(action -> column(action).stream())
        .filter(column -> meant.stream().noneMatch(one -> one.getValue().contains(column)))
        .filter(column -> !added.contains(column))
        .filter(
            column ->
                known.tablesWith(column).stream()
                    .allMatch(table -> relations.getOrDefault(table, Set.of()).contains(column)));
  }

  private static Optional<Identifier> added(Action action) {
    return action instanceof Action.AddColumn it
        ? Optional.of(it.column().name())
        : Optional.empty();
  }

  /// Returns the column that an action is about, where it must be there.
  private static Optional<Identifier> column(Action action) {
    return switch (action) {
      case Action.DropColumn it when !it.words().contains(Word.IF_EXISTS) ->
          Optional.of(it.column());
      case Action.SetType it -> Optional.of(it.column());
      case Action.SetDefault it -> Optional.of(it.column());
      case Action.DropDefault it -> Optional.of(it.column());
      case Action.SetNotNull it -> Optional.of(it.column());
      case Action.DropNotNull it -> Optional.of(it.column());
      case Action.RenameColumn it -> Optional.of(it.column());
      default -> Optional.empty();
    };
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
        step.live().relations().keySet().stream().anyMatch(it -> isMeant(name, it, step));
    return !isInDatabase && !isOfServer(name) && !isMade(name, known);
  }

  private static boolean isMeant(ObjectName name, QualifiedName relation, Step step) {
    return name.namespace().isEmpty()
        ? relation.name().equals(name.name())
        : relation.equals(step.known().resolve(name));
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

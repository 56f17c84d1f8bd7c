package lockstep.check.lint.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lockstep.check.lint.Live;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ColumnDefinition;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.schema.Identifier;
import lockstep.text.Span;

/// One statement as rules see it: in its script, before it runs.
///
/// @param known what is known before it runs
/// @param live what a database says besides
/// @param index its place among the script's statements
public record Step(Script script, Known known, Live live, int index) {
  public Parsed parsed() {
    return script.statements().get(index);
  }

  public Statement statement() {
    return parsed().statement();
  }

  public Span span() {
    return parsed().span();
  }

  /// Returns the statements before it in the script.
  public List<Parsed> before() {
    return script.statements().subList(0, index);
  }

  /// Returns the statements after it in the script.
  public List<Parsed> after() {
    return script.statements().subList(index + 1, script.statements().size());
  }

  /// Returns the statements before it that are about a table, view or function.
  public List<Parsed> before(ObjectName subject) {
    return about(subject, place -> place < index);
  }

  /// Returns the statements after it that are about a table, view or function.
  public List<Parsed> after(ObjectName subject) {
    return about(subject, place -> place > index);
  }

  /// Returns the statements of the whole script about a table, view or function.
  public List<Parsed> about(ObjectName subject) {
    return about(subject, _ -> true);
  }

  private List<Parsed> about(ObjectName subject, Predicate<Integer> isWanted) {
    return script.about(subject.name()).stream()
        .filter(isWanted)
        .map(script.statements()::get)
        .toList();
  }

  /// Returns the statements before it in its transaction.
  public List<Parsed> beforeInTransaction() {
    return before().stream().filter(it -> it.transaction() == parsed().transaction()).toList();
  }

  /// Returns whether something that is not new in this script is called so.
  public boolean isOld(ObjectName table) {
    return !known.isNew(table) && !known.isNew(ObjectKind.MATERIALIZED_VIEW, table);
  }

  /// Returns the actions of one kind on a table that is not new in this script, with their table.
  public <A extends Action> List<OnTable<A>> changes(Class<A> kind) {
    var found = new ArrayList<OnTable<A>>();
    if (statement() instanceof Statement.AlterTable it && isOld(it.table())) {
      for (var action : it.actions()) {
        if (kind.isInstance(action)) {
          found.add(new OnTable<>(it.table(), kind.cast(action)));
        }
      }
    }
    return found;
  }

  /// Returns the constraints of one kind that a table gets which is not new in this script, those
  /// that stand in a new column too.
  public List<NewConstraint> newConstraints(TableConstraint.Kind kind) {
    var found = new ArrayList<NewConstraint>();
    for (var it : changes(Action.AddConstraint.class)) {
      found.add(new NewConstraint(it.table(), it.action().constraint(), Optional.empty()));
    }
    for (var it : changes(Action.AddColumn.class)) {
      var column = it.action().column();
      for (var constraint : column.constraints()) {
        found.add(new NewConstraint(it.table(), constraint, Optional.of(column)));
      }
    }
    found.removeIf(it -> it.constraint().kind() != kind);
    return found;
  }

  /// Returns the known state of a table, if there is any.
  public Optional<KnownTable> table(ObjectName name) {
    return known.table(name);
  }

  /// Returns the table, view or function that the statement is about first of all.
  public Optional<ObjectName> subject() {
    return Subjects.of(statement()).stream().findFirst();
  }

  /// Returns whether the database has a table just as it is now, as far as is known.
  public boolean isStored(ObjectName table) {
    return table(table)
        .filter(it -> it.isWhole() && it.script() == Known.BEFORE_ALL)
        .filter(it -> it.columns().stream().allMatch(column -> column.script() == Known.BEFORE_ALL))
        .isPresent();
  }

  /// Returns whether the database has a table with these columns, as far as is known.
  public boolean isStored(ObjectName table, List<Identifier> columns) {
    var known = table(table).filter(it -> it.isWhole() && it.script() == Known.BEFORE_ALL);
    return known.isPresent()
        && !columns.isEmpty()
        && columns.stream()
            .allMatch(
                it ->
                    known
                        .get()
                        .column(it)
                        .map(column -> column.script() == Known.BEFORE_ALL)
                        .orElse(false));
  }

  /// Returns whether a later statement of the script makes a table, view or function of that name.
  public boolean isMadeLater(ObjectKind kind, ObjectName name) {
    return after(name).stream().anyMatch(it -> makes(it.statement(), kind, name));
  }

  private boolean makes(Statement statement, ObjectKind kind, ObjectName name) {
    return switch (statement) {
      case Statement.CreateTable it -> kind == ObjectKind.TABLE && isSame(it.name(), name);
      case Statement.CreateView it ->
          (kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW)
              && isSame(it.name(), name);
      case Statement.CreateFunction it -> kind == ObjectKind.FUNCTION && isSame(it.name(), name);
      default -> false;
    };
  }

  public boolean isSame(ObjectName one, ObjectName other) {
    return known.resolve(one).equals(known.resolve(other));
  }

  /// A constraint and the table that gets it.
  ///
  /// @param column the new one that it stands in, if it does
  public record NewConstraint(
      ObjectName table, TableConstraint constraint, Optional<ColumnDefinition> column) {
    public Span span() {
      return constraint.span();
    }
  }

  /// An action and the table that it is for.
  public record OnTable<A extends Action>(ObjectName table, A action) {
    public Span span() {
      return action.span();
    }
  }
}

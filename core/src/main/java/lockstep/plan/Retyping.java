package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.diff.Change;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.CompositeType;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.SchemaObject;
import lockstep.sql.Quote;

/// Makes a type anew under its name, with the columns that have it.
final class Retyping {
  private final Situation situation;
  private final Change.AlterObject change;
  private final Set<ObjectPath> users;
  private final Set<ObjectPath> reset;

  private Retyping(
      Situation situation,
      Change.AlterObject change,
      Set<ObjectPath> users,
      Set<ObjectPath> reset) {
    this.situation = situation;
    this.change = change;
    this.users = users;
    this.reset = reset;
  }

  static boolean isFor(SchemaObject object) {
    return object instanceof EnumType
        || object instanceof Domain
        || object instanceof CompositeType;
  }

  /// @param users columns that stay
  /// @param reset those whose defaults go and come back by themselves
  static List<Step> steps(
      Situation situation,
      Change.AlterObject change,
      Set<ObjectPath> users,
      Set<ObjectPath> reset) {
    return new Retyping(situation, change, users, reset).steps();
  }

  /// The old type makes room under another name, columns move to the new one with their values, and
  /// the old one goes.
  private List<Step> steps() {
    var names = situation.names();
    var path = change.object();
    var name = change.name();
    var old =
        QualifiedName.of(
            name.namespace(), Identifier.of(Identifier.truncate(name.name().text(), 58) + "_old"));
    var word = change.to() instanceof Domain ? "ALTER DOMAIN " : "ALTER TYPE ";
    var kind = change.to() instanceof Domain ? Step.Kind.ALTER_DOMAIN : Step.Kind.ALTER_ENUM;
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(
            kind,
            path,
            word + names.of(name) + " RENAME TO " + Quote.name(old.name()),
            new Step.Reverse.Statement(
                word + names.of(old) + " RENAME TO " + Quote.name(name.name())),
            Conduct.QUIET,
            enumLosses()));
    Planner.create(new Change.CreateObject(change.namespace(), change.to()), names)
        .forEach(it -> steps.add(new Step(kind, path, it.sql(), it.reverse())));
    for (var user : users) {
      steps.addAll(retype(user, path, kind));
    }
    var drop = change.to() instanceof Domain ? "DROP DOMAIN " : "DROP TYPE ";
    steps.add(
        new Step(
            kind,
            path,
            drop + names.of(old),
            new Step.Reverse.Statement(
                made(change.from())
                    .replaceFirst(
                        Pattern.quote(names.of(name)), Matcher.quoteReplacement(names.of(old)))),
            Conduct.QUIET));
    return steps;
  }

  private List<Loss> enumLosses() {
    if (change.from() instanceof EnumType before && change.to() instanceof EnumType after) {
      return before.values().stream()
          .filter(it -> !after.values().contains(it))
          .map(it -> new Loss(Loss.Kind.ENUM_VALUE, change.object(), Optional.of(it)))
          .toList();
    }
    return List.of();
  }

  /// Moves a column to the new version of its type.
  private List<Step> retype(ObjectPath path, ObjectPath type, Step.Kind kind) {
    var table = Needs.nameOf(path);
    var before = situation.from().table(table).flatMap(it -> it.column(path.names().getLast()));
    var after = situation.to().table(table).flatMap(it -> it.column(path.names().getLast()));
    if (before.isEmpty() || after.isEmpty() || !uses(before.get().type(), type)) {
      return List.of();
    }
    var column = situation.alterColumn(table, path.names().getLast());
    var steps = new ArrayList<Step>();
    // A default that names the type goes and comes back by itself.
    var isReset = reset.contains(path);
    var defaultBefore = isReset ? Optional.<String>empty() : ColumnPlan.defaultOf(before.get());
    defaultBefore.ifPresent(
        it ->
            steps.add(
                new Step(
                    kind,
                    path,
                    column + "DROP DEFAULT",
                    new Step.Reverse.Statement(column + "SET DEFAULT " + it),
                    Conduct.BRIEF)));
    var sameType = ColumnPlan.sameType(before.get(), after.get());
    if (sameType) {
      var quoted = Quote.name(path.names().getLast());
      steps.add(
          new Step(
              kind,
              path,
              column
                  + "SET DATA TYPE "
                  + ColumnSql.collatedType(after.get(), situation.names())
                  + " USING "
                  + moved(quoted, before.get(), after.get(), type),
              new Step.Reverse.None("The old type is gone by then."),
              Conduct.of(Conduct.Lock.ACCESS_EXCLUSIVE, Conduct.Work.REWRITE)));
      ColumnPlan.defaultOf(after.get())
          .filter(_ -> !isReset)
          .ifPresent(
              it ->
                  steps.add(
                      new Step(
                          kind,
                          path,
                          column + "SET DEFAULT " + it,
                          new Step.Reverse.Statement(column + "DROP DEFAULT"),
                          Conduct.BRIEF)));
    }
    return steps;
  }

  /// Returns a value of the old version of a type as one of the new version.
  private String moved(String value, Column before, Column after, ObjectPath type) {
    return situation.from().object(type).orElseThrow() instanceof CompositeType old
            && situation.to().object(type).orElseThrow() instanceof CompositeType later
            && after.type() instanceof ColumnType.Composite
        ? CompositeTypePlan.moved(value, old, later, Needs.nameOf(type), situation.names())
        : ColumnPlan.cast(value, before.type(), after.type(), situation.names());
  }

  private static boolean uses(ColumnType type, ObjectPath path) {
    return switch (type) {
      case ColumnType.Enumerated(var name) ->
          ObjectPath.of(ObjectPath.Kind.ENUM, name).equals(path);
      case ColumnType.OfDomain(var name) ->
          ObjectPath.of(ObjectPath.Kind.DOMAIN, name).equals(path);
      case ColumnType.Array(var element, var _) -> uses(element, path);
      case ColumnType.Composite(var name) ->
          ObjectPath.of(ObjectPath.Kind.COMPOSITE_TYPE, name).equals(path);
      case ColumnType.Range(var name) ->
          ObjectPath.of(ObjectPath.Kind.RANGE_TYPE, name).equals(path);
      case ColumnType.Scalar _, ColumnType.Opaque _ -> false;
    };
  }

  private String made(SchemaObject object) {
    return Planner.create(new Change.CreateObject(change.namespace(), object), situation.names())
        .getFirst()
        .sql();
  }
}

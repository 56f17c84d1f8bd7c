package lockstep.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.diff.Change;
import lockstep.schema.ColumnType;
import lockstep.schema.CompositeType;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.OptionsObject;
import lockstep.schema.Policy;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Reaction;
import lockstep.schema.Routine;
import lockstep.schema.Schema;
import lockstep.schema.Sequence;
import lockstep.schema.Statistics;
import lockstep.schema.Table;
import lockstep.schema.View;

/// What changes take away, for good or for a while, and what they can change in place.
final class Settlement {
  private final Situation situation;
  private final Needs from;
  private final Set<ObjectPath> replaced = new LinkedHashSet<>();
  private final Set<ObjectPath> besideTheOld = new LinkedHashSet<>();
  private final Set<ObjectPath> dropped = new LinkedHashSet<>();
  private final Set<ObjectPath> altered = new LinkedHashSet<>();
  private final Set<ObjectPath> touched = new LinkedHashSet<>();
  private final Rebuilds rebuilds;
  private final TypeFamilies families;

  Settlement(Situation situation, Needs from) {
    this.situation = situation;
    this.from = from;
    rebuilds = new Rebuilds(situation, from);
    families = new TypeFamilies(situation, from);
  }

  /// A part that only has another name: the old one is gone.
  void add(SameButForName pair) {
    dropped.add(pair.dropped().object());
    pair.added().object().parent().ifPresent(touched::add);
  }

  /// Finds what goes, and what has to go for a while.
  void add(Change change) {
    touch(change.object());
    if (!(change instanceof Change.ReorderColumns || change instanceof Change.AlterAccess)) {
      altered.add(change.object());
    }
    switch (change) {
      case Change.Removal it -> drop(it.object());
      case Change.DropColumn it -> drop(it.object());
      case Change.DropConstraint it -> drop(it.object());
      case Change.DropIndex it -> drop(it.object());
      case Change.AlterObject it -> {
        BoundPlan.inTheWay(it, situation).forEach(rebuilds::givesWay);
        if (alterations(it).isEmpty()) {
          replace(it);
        }
      }
      case Change.AlterColumn it -> {
        if (ColumnPlan.isReplaced(it.from(), it.to(), situation)) {
          replace(it.object());
        } else if (!ColumnPlan.sameType(it.from(), it.to())) {
          rebuilds.retyped(it.object());
        }
      }
      case Change.AlterConstraint it -> {
        if (ConstraintPlan.alter(it.table(), it.from(), it.to(), situation).isEmpty()) {
          replace(it.object());
        }
      }
      case Change.AlterIndex it -> {
        var isInPlace = IndexPlan.alter(it.table(), it.from(), it.to(), situation).isPresent();
        var isBesideTheOld =
            situation.isInUse(it.table())
                && it.from().isBuilt()
                && from.usersOf(it.object()).isEmpty();
        if (!isInPlace && (!isBesideTheOld || isOverRetyped(it))) {
          replace(it.object());
        } else if (!isInPlace) {
          besideTheOld.add(it.object());
        }
      }
      case Change.Creation _,
          Change.AlterExtension _,
          Change.AlterNamespace _,
          Change.AddColumn _,
          Change.AddConstraint _,
          Change.AddIndex _,
          Change.ExpectView _,
          Change.AlterAccess _,
          Change.ReorderColumns _ -> {}
      case Change.AlterDatabaseObject it -> {
        if (DatabaseObjectPlan.isReplaced(it.from(), it.to())) {
          replace(it.object());
        }
      }
    }
  }

  /// Whether a condition or an expression that is to be another one names a column that gets
  /// another type: the old one need not have a meaning then.
  private boolean isOverRetyped(Change.AlterIndex index) {
    return from.of(index.object()).stream()
        .filter(Settlement::isTyped)
        .anyMatch(
            it -> {
              var before = situation.from().column(it);
              var after = situation.to().column(it);
              return before.isPresent()
                  && after.isPresent()
                  && !ColumnPlan.isSameFamily(before.get().type(), after.get().type());
            });
  }

  private void replace(ObjectPath path) {
    replaced.add(path);
    rebuilds.dropped(path);
  }

  private void drop(ObjectPath path) {
    for (var part : from.withParts(path)) {
      dropped.add(part);
      rebuilds.dropped(part);
    }
  }

  /// A type that must be made anew takes its columns along; everything else goes and comes back.
  private void replace(Change.AlterObject change) {
    replace(change.object());
    if (isRetyped(change)) {
      for (var type : families.with(change.object())) {
        touch(type);
        replace(type);
        from.usersOf(type).stream().filter(Settlement::isTyped).forEach(it -> retyped(it, type));
      }
    }
  }

  /// Whether a type that is made anew takes along what has values of it. One that nothing is made
  /// of is its options, which may go for a while.
  boolean isRetyped(Change.AlterObject change) {
    return Retyping.isFor(change.to().kind())
        && (!(change.to() instanceof OptionsObject)
            || families.with(change.object()).size() > 1
            || isInColumns(change.object()));
  }

  /// Two columns of a foreign key compare their values in one way at any time, and cannot change it
  /// at once.
  private void retyped(ObjectPath column, ObjectPath type) {
    rebuilds.retyped(column);
    if (type.kind() == Kind.COLLATION) {
      from.usersOf(column).stream().filter(this::isForeignKey).forEach(rebuilds::givesWay);
    }
  }

  private boolean isForeignKey(ObjectPath path) {
    return path.kind() == Kind.CONSTRAINT
        && situation.from().table(Needs.nameOf(path)).stream()
            .flatMap(it -> it.foreignKeys().stream())
            .anyMatch(it -> it.name().equals(path.names().getLast()));
  }

  /// Returns the types that are made anew together with one, and that one.
  Set<ObjectPath> family(ObjectPath type) {
    return families.of(type, replaced);
  }

  private static boolean asksRows(Step it) {
    return it.conduct().work() == Conduct.Work.SCAN;
  }

  /// Whether columns have values of a domain inside of others, where PostgreSQL does not look at
  /// them (PostgreSQL 18, ALTER DOMAIN).
  private boolean isInOthers(ObjectPath domain) {
    return families.with(domain).stream()
        .anyMatch(
            type ->
                from.usersOf(type).stream()
                    .filter(Settlement::isTyped)
                    .anyMatch(it -> type.kind() != Kind.DOMAIN || isArray(it)));
  }

  private boolean isArray(ObjectPath column) {
    return situation
        .from()
        .column(column)
        .filter(it -> it.type() instanceof ColumnType.Array)
        .isPresent();
  }

  private boolean isInColumns(ObjectPath type) {
    return from.usersOf(type).stream().anyMatch(Settlement::isTyped);
  }

  /// Returns whether what uses a type has values of it.
  static boolean isTyped(ObjectPath user) {
    return user.kind() == Kind.COLUMN;
  }

  /// Returns whether something is taken away and made again. A publication lets its tables go for a
  /// while, and stays itself.
  boolean isRemade(ObjectPath path) {
    return replaced.contains(path)
        || rebuilds.paths().contains(path) && path.kind() != Kind.PUBLICATION;
  }

  /// Returns whether something is another one afterwards, taken away first or built beside it.
  boolean isAnother(ObjectPath path) {
    return isRemade(path) || besideTheOld.contains(path);
  }

  /// Returns the routines of the same name that go: where both are there, a call that leaves
  /// arguments to their defaults may mean either.
  Set<ObjectPath> namesakes(ObjectPath made) {
    var namesakes = new LinkedHashSet<ObjectPath>();
    if (isRoutine(made)) {
      dropped.stream()
          .filter(it -> isRoutine(it) && it.names().equals(made.names()))
          .filter(it -> hasDefaults(situation.from(), it) || hasDefaults(situation.to(), made))
          .forEach(namesakes::add);
    }
    return namesakes;
  }

  private static boolean hasDefaults(Schema schema, ObjectPath routine) {
    return schema.object(routine).filter(it -> ((Routine) it).returns().defaults() > 0).isPresent();
  }

  private static boolean isRoutine(ObjectPath path) {
    return switch (path.kind()) {
      case FUNCTION, PROCEDURE, AGGREGATE -> true;
      default -> false;
    };
  }

  /// Returns whether a change is about it.
  boolean isChanged(ObjectPath path) {
    return replaced.contains(path) || dropped.contains(path) || altered.contains(path);
  }

  boolean isReplaced(ObjectPath path) {
    return replaced.contains(path);
  }

  boolean isDropped(ObjectPath path) {
    return dropped.contains(path);
  }

  /// Returns whether something is made anew, by itself or with what it is a part of.
  boolean isAnew(ObjectPath path) {
    return isRemade(path) || path.parent().filter(this::isRemade).isPresent();
  }

  /// Returns what gives way to changes and comes back, itself or, of a publication, its tables.
  Set<ObjectPath> rebuilt() {
    return rebuilds.paths();
  }

  /// Returns all that is taken away and made again.
  Set<ObjectPath> remade() {
    var all = new LinkedHashSet<>(replaced);
    all.addAll(rebuilds.paths());
    all.removeIf(it -> !isRemade(it));
    return all;
  }

  /// Notes that steps are about an object.
  void touch(ObjectPath path) {
    touched.add(path);
    path.parent().ifPresent(touched::add);
  }

  /// Returns the objects that steps are about, and what these are parts of.
  Set<ObjectPath> touched() {
    return touched;
  }

  /// Returns what changes an object in place; empty where it must be made anew.
  Optional<List<Step>> alterations(Change.AlterObject change) {
    var name = change.name();
    return switch (change.to()) {
      case EnumType it -> EnumPlan.alter(name, (EnumType) change.from(), it, situation.names());
      case CompositeType it -> {
        var before = (CompositeType) change.from();
        yield CompositeTypePlan.keepsTypes(before, it) || !isInColumns(change.object())
            ? Optional.of(CompositeTypePlan.alter(name, before, it, situation.names()))
            : Optional.empty();
      }
      case OptionsObject it ->
          OptionsObjectPlan.alter(name, (OptionsObject) change.from(), it, situation.names());
      case Domain it ->
          DomainPlan.alter(name, (Domain) change.from(), it, situation)
              .filter(
                  steps ->
                      !isInOthers(change.object())
                          || steps.stream().noneMatch(Settlement::asksRows));
      case Sequence it ->
          Optional.of(SequencePlan.alter(name, (Sequence) change.from(), it, situation.names()));
      case Table it -> Optional.of(TablePlan.alter(name, (Table) change.from(), it, situation));
      case View it -> ViewPlan.alter(name, (View) change.from(), it, situation);
      case PrintedObject it -> alterations(change.namespace(), (PrintedObject) change.from(), it);
    };
  }

  private Optional<List<Step>> alterations(
      Identifier in, PrintedObject before, PrintedObject after) {
    var names = situation.names();
    return switch (after) {
      case Routine it ->
          RoutinePlan.alter(QualifiedName.of(in, it.name()), (Routine) before, it, names);
      case Reaction it ->
          TriggerPlan.alter(QualifiedName.of(in, it.relation()), (Reaction) before, it, names);
      case Policy it ->
          PolicyPlan.alter(QualifiedName.of(in, it.relation()), (Policy) before, it, names);
      case Statistics it -> StatisticsPlan.alter(in, (Statistics) before, it, names);
    };
  }
}

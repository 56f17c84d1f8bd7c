package lockstep.plan;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;

/// What stands in the way of a change and must be taken away and made again, though it stays the
/// same itself.
final class Rebuilds {
  private final Situation situation;
  private final Needs from;
  private final Set<ObjectPath> gone = new LinkedHashSet<>();
  private final Set<ObjectPath> rebuilt = new LinkedHashSet<>();
  private final Queue<ObjectPath> open = new ArrayDeque<>();

  Rebuilds(Situation situation, Needs from) {
    this.situation = situation;
    this.from = from;
  }

  /// Whatever uses an object that is dropped, or dropped and made again.
  void dropped(ObjectPath path) {
    if (gone.add(path)) {
      open.add(path);
      settle();
    }
  }

  /// What stands in the way of something else, and whatever uses it.
  void givesWay(ObjectPath path) {
    rebuild(path);
    settle();
  }

  /// Whatever PostgreSQL does not adapt by itself when a column gets another type: texts that name
  /// it. Indexes, constraints and statistics are adapted (PostgreSQL 18, ATExecAlterColumnType).
  void retyped(ObjectPath column) {
    from.textsNaming(column).filter(Rebuilds::isText).forEach(this::rebuild);
    settle();
  }

  /// Returns what is dropped and made again, beyond what was named as dropped.
  Set<ObjectPath> paths() {
    return rebuilt;
  }

  private void settle() {
    while (!open.isEmpty()) {
      var path = open.remove();
      for (var part : from.withParts(path)) {
        from.usersOf(part).stream().filter(it -> !Needs.isPartOf(it, path)).forEach(this::rebuild);
      }
    }
  }

  private void rebuild(ObjectPath user) {
    if (!isRebuildable(user) || gone.contains(user) || isIn(gone, user)) {
      return;
    }
    if (rebuilt.add(user) && !isDefault(user)) {
      gone.add(user);
      open.add(user);
    }
  }

  private static boolean isIn(Set<ObjectPath> gone, ObjectPath part) {
    return part.parent().filter(it -> it.kind() != Kind.NAMESPACE && gone.contains(it)).isPresent();
  }

  /// A column whose default names what is gone keeps its values.
  private boolean isDefault(ObjectPath user) {
    return user.kind() == Kind.COLUMN && !(valueOf(user) instanceof ColumnValue.Generated);
  }

  private ColumnValue valueOf(ObjectPath column) {
    return situation.from().column(column).map(Column::value).orElse(new ColumnValue.None());
  }

  private static boolean isText(ObjectPath user) {
    return switch (user.kind()) {
      case CONSTRAINT, INDEX, TABLE, SEQUENCE, ENUM, DOMAIN, NAMESPACE, EXTENSION -> false;
      default -> true;
    };
  }

  private boolean isRebuildable(ObjectPath user) {
    return switch (user.kind()) {
      case TABLE, SEQUENCE, ENUM, DOMAIN, NAMESPACE, EXTENSION, VIEW_COLUMN -> false;
      case COLUMN ->
          valueOf(user) instanceof ColumnValue.Generated
              || situation.from().column(user).flatMap(ColumnPlan::defaultOf).isPresent();
      default -> true;
    };
  }
}

package lockstep.plan;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;

/// Types that are made of each other: a domain over an enum, a composite type with an attribute of
/// that domain. When one is made anew, so is every other one that it is in.
final class TypeFamilies {
  private final Situation situation;
  private final Needs from;

  TypeFamilies(Situation situation, Needs from) {
    this.situation = situation;
    this.from = from;
  }

  /// Returns a type and those that stay and that it is in, each after what it is made of.
  Set<ObjectPath> with(ObjectPath type) {
    var all = new LinkedHashSet<ObjectPath>();
    add(type, all);
    return all.reversed();
  }

  /// Whatever a type is in comes before it.
  private void add(ObjectPath type, LinkedHashSet<ObjectPath> into) {
    if (into.contains(type)) {
      return;
    }
    from.usersOf(type).stream().filter(this::isType).forEach(it -> add(it, into));
    into.add(type);
  }

  private boolean isType(ObjectPath user) {
    return (user.kind() == Kind.DOMAIN || user.kind() == Kind.COMPOSITE_TYPE)
        && situation.to().object(user).isPresent();
  }

  /// Returns all types that are made anew with one, each after what it is made of: two that are in
  /// a third one go together.
  ///
  /// @param replaced what is made anew
  Set<ObjectPath> of(ObjectPath type, Set<ObjectPath> replaced) {
    var family = with(type);
    for (var joined = Optional.of(type); joined.isPresent(); ) {
      var known = Set.copyOf(family);
      joined =
          replaced.stream()
              .filter(it -> !known.contains(it) && Retyping.isFor(it.kind()))
              .filter(it -> with(it).stream().anyMatch(known::contains))
              .findFirst();
      joined.ifPresent(
          it -> {
            var inner = new LinkedHashSet<>(with(it));
            inner.addAll(known);
            family.addAll(inner);
          });
    }
    return inOrder(family);
  }

  private Set<ObjectPath> inOrder(Set<ObjectPath> family) {
    var all = new LinkedHashSet<ObjectPath>();
    family.forEach(it -> add(it, all));
    return all.reversed();
  }
}

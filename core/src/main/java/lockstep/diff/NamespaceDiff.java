package lockstep.diff;

import java.util.ArrayList;
import java.util.List;
import lockstep.diff.Change.Creation;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.Schema;
import lockstep.schema.Sequence;

/// Differences between two versions of a namespace and between the objects in it.
final class NamespaceDiff {
  private NamespaceDiff() {}

  static List<Change> diff(Pair<Namespace> pair) {
    return switch (pair) {
      case Pair.Added(var it) -> added(it);
      case Pair.Dropped(var it) -> dropped(it);
      case Pair.Kept(var from, var to) -> kept(from, to);
    };
  }

  /// Returns a namespace without the objects in it.
  static Namespace shell(Namespace namespace) {
    var empty = Namespace.empty(namespace.name());
    return new Namespace(
        empty.name(),
        empty.enums(),
        empty.domains(),
        empty.sequences(),
        empty.tables(),
        empty.views(),
        namespace.comment());
  }

  /// A namespace of nothing but views whose query nobody knows comes with those views.
  static boolean isMadeElsewhere(Namespace namespace) {
    return !namespace.views().isEmpty() && contents(namespace).isEmpty();
  }

  /// Returns the creation of every object that can be made.
  static List<Creation> contents(Namespace in) {
    var changes = new ArrayList<Creation>();
    in.enums().forEach(it -> changes.add(new Change.CreateEnum(in.name(), it)));
    in.domains().forEach(it -> changes.add(new Change.CreateDomain(in.name(), it)));
    in.sequences().forEach(it -> changes.add(new Change.CreateSequence(in.name(), it)));
    in.tables().forEach(it -> changes.add(new Change.CreateTable(in.name(), it)));
    in.views().stream()
        .filter(it -> it.query().isPresent())
        .forEach(it -> changes.add(new Change.CreateView(in.name(), it)));
    return changes;
  }

  /// Every database has the default namespace: it is never new, nor gone.
  private static List<Change> added(Namespace to) {
    var empty = Namespace.empty(to.name());
    if (to.name().equals(Schema.DEFAULT_NAMESPACE)) {
      return kept(empty, to);
    }
    var changes = new ArrayList<Change>();
    changes.add(new Change.CreateNamespace(shell(to)));
    changes.addAll(objects(empty, to));
    return changes;
  }

  private static List<Change> dropped(Namespace from) {
    var empty = Namespace.empty(from.name());
    if (from.name().equals(Schema.DEFAULT_NAMESPACE)) {
      return kept(from, empty);
    }
    var changes = new ArrayList<>(objects(from, empty));
    changes.add(new Change.DropNamespace(shell(from)));
    return changes;
  }

  private static List<Change> kept(Namespace from, Namespace to) {
    var changes = new ArrayList<Change>();
    if (!from.comment().equals(to.comment())) {
      changes.add(new Change.AlterNamespace(shell(from), shell(to)));
    }
    changes.addAll(objects(from, to));
    return changes;
  }

  private static List<Change> objects(Namespace from, Namespace to) {
    var in = to.name();
    var changes = new ArrayList<Change>();
    Pair.match(from.enums(), to.enums(), EnumType::name)
        .forEach(it -> changes.addAll(enums(in, it)));
    Pair.match(from.domains(), to.domains(), Domain::name)
        .forEach(it -> changes.addAll(domains(in, it)));
    Pair.match(from.sequences(), to.sequences(), Sequence::name)
        .forEach(it -> changes.addAll(sequences(in, it)));
    Pair.match(from.tables(), to.tables(), it -> it.name())
        .forEach(it -> changes.addAll(TableDiff.diff(in, it)));
    Pair.match(from.views(), to.views(), it -> it.name())
        .forEach(it -> changes.addAll(ViewDiff.diff(in, it)));
    return changes;
  }

  private static List<Change> enums(Identifier in, Pair<EnumType> pair) {
    return switch (pair) {
      case Pair.Added(var it) -> List.of(new Change.CreateEnum(in, it));
      case Pair.Dropped(var it) -> List.of(new Change.DropEnum(in, it));
      case Pair.Kept(var from, var to) ->
          from.equals(to) ? List.of() : List.of(new Change.AlterEnum(in, from, to));
    };
  }

  private static List<Change> sequences(Identifier in, Pair<Sequence> pair) {
    return switch (pair) {
      case Pair.Added(var it) -> List.of(new Change.CreateSequence(in, it));
      case Pair.Dropped(var it) -> List.of(new Change.DropSequence(in, it));
      case Pair.Kept(var from, var to) ->
          from.equals(to) ? List.of() : List.of(new Change.AlterSequence(in, from, to));
    };
  }

  private static List<Change> domains(Identifier in, Pair<Domain> pair) {
    return switch (pair) {
      case Pair.Added(var it) -> List.of(new Change.CreateDomain(in, it));
      case Pair.Dropped(var it) -> List.of(new Change.DropDomain(in, it));
      case Pair.Kept(var from, var to) ->
          DomainDiff.areEqual(from, to) ? List.of() : List.of(new Change.AlterDomain(in, from, to));
    };
  }
}

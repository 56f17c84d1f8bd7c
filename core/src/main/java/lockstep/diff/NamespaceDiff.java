package lockstep.diff;

import java.util.ArrayList;
import java.util.List;
import lockstep.diff.Change.Creation;
import lockstep.schema.CompositeType;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.OptionsObject;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;

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
    return namespace.withObjects(List.of());
  }

  /// A namespace of nothing but views whose query nobody knows comes with those views.
  static boolean isMadeElsewhere(Namespace namespace) {
    return !namespace.objects().isEmpty() && contents(namespace).isEmpty();
  }

  /// Returns the creation of every object that can be made.
  static List<Creation> contents(Namespace in) {
    return in.objects().stream()
        .filter(NamespaceDiff::canBeMade)
        .<Creation>map(it -> new Change.CreateObject(in.name(), it))
        .toList();
  }

  private static boolean canBeMade(SchemaObject object) {
    return !(object instanceof View view) || view.query().isPresent();
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
    var changes = new ArrayList<Change>();
    Pair.match(from.objects(), to.objects(), it -> it.path(to.name()))
        .forEach(it -> changes.addAll(object(to.name(), it)));
    return changes;
  }

  private static List<Change> object(Identifier in, Pair<SchemaObject> pair) {
    return switch (pair) {
      case Pair.Added(var it) ->
          List.of(
              canBeMade(it)
                  ? new Change.CreateObject(in, it)
                  : new Change.ExpectView(in, (View) it));
      case Pair.Dropped(var it) -> List.of(new Change.DropObject(in, it));
      case Pair.Kept(var from, var to) -> kept(in, from, to);
    };
  }

  private static List<Change> kept(Identifier in, SchemaObject from, SchemaObject to) {
    var isEqual =
        switch (to) {
          case EnumType _, Sequence _, CompositeType _, OptionsObject _, PrintedObject _ ->
              from.equals(to);
          case Domain it -> DomainDiff.areEqual((Domain) from, it);
          case View it -> ViewDiff.areEqual((View) from, it);
          case Table it -> TableDiff.areEqual((Table) from, it);
        };
    var changes = new ArrayList<Change>();
    if (!isEqual) {
      changes.add(new Change.AlterObject(in, from, to));
    }
    if (to instanceof Table table) {
      changes.addAll(TableDiff.parts(QualifiedName.of(in, to.name()), (Table) from, table));
    }
    return changes;
  }
}

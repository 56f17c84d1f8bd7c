package lockstep.diff;

import java.util.ArrayList;
import java.util.List;
import lockstep.diff.Change.Creation;
import lockstep.schema.Namespace;
import lockstep.schema.Schema;

/// Says what is different between two schemas.
public final class Differ {
  private Differ() {}

  /// Returns what makes a schema in a database in which nothing was created, in the schema's order.
  /// A view whose query nobody knows is left out: somebody else makes it.
  public static List<Creation> create(Schema schema) {
    var changes = new ArrayList<Creation>();
    schema.extensions().forEach(it -> changes.add(new Change.CreateExtension(it)));
    schema.namespaces().stream()
        .filter(it -> !isMadeElsewhere(it))
        .forEach(it -> changes.add(new Change.CreateNamespace(shell(it))));
    schema.namespaces().forEach(it -> changes.addAll(contents(it)));
    return List.copyOf(changes);
  }

  /// A namespace of nothing but views whose query nobody knows comes with those views.
  private static boolean isMadeElsewhere(Namespace namespace) {
    return !namespace.views().isEmpty() && contents(namespace).isEmpty();
  }

  private static Namespace shell(Namespace namespace) {
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

  private static List<Creation> contents(Namespace in) {
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
}

package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.diff.Change;
import lockstep.diff.Change.Creation;
import lockstep.schema.ColumnType;
import lockstep.schema.CompositeType;
import lockstep.schema.Dependencies;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Lineage;
import lockstep.schema.ObjectPath;
import lockstep.schema.OptionsObject;
import lockstep.schema.PrintedObject;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;

/// Puts objects before those of the same kind that need them.
final class CreationOrder {
  private final Map<ObjectPath, Creation> byPath = new LinkedHashMap<>();
  private final Set<ObjectPath> placed = new LinkedHashSet<>();
  private final List<Creation> order = new ArrayList<>();

  private final Dependencies dependencies;

  private CreationOrder(List<Creation> changes, Dependencies dependencies) {
    this.dependencies = dependencies;
    changes.forEach(it -> byPath.put(it.object(), it));
  }

  /// Namespaces and extensions by name, as Prisma has them; all others as given, domains and views
  /// after the domains that they name and the views that they read.
  static List<Creation> sort(List<Creation> changes, Dependencies dependencies) {
    var byName =
        changes.stream().sorted((a, b) -> leadingName(a).compareTo(leadingName(b))).toList();
    var order = new CreationOrder(byName, dependencies);
    byName.forEach(order::place);
    return order.order;
  }

  private static String leadingName(Creation change) {
    return isNamedFirst(change) ? change.object().names().getFirst().text() : "";
  }

  private static boolean isNamedFirst(Creation change) {
    return change instanceof Change.CreateNamespace || change instanceof Change.CreateExtension;
  }

  private void place(Creation change) {
    if (!placed.add(change.object())) {
      return;
    }
    dependencies.of(change.object()).forEach(this::place);
    if (change instanceof Change.CreateObject it) {
      placeNeeded(it.created());
    }
    order.add(change);
  }

  private void placeNeeded(SchemaObject object) {
    switch (object) {
      case Domain it -> type(it.baseType());
      case Table it -> {
        lineage(it.lineage());
        it.columns().forEach(column -> type(column.type()));
      }
      case CompositeType it -> it.attributes().forEach(one -> type(one.type()));
      case OptionsObject _ -> {}
      case EnumType _, Sequence _, View _, PrintedObject _ -> {}
    }
  }

  private void lineage(Lineage lineage) {
    switch (lineage) {
      case Lineage.Inherits it -> it.parents().forEach(one -> place(ObjectPath.table(one)));
      case Lineage.PartitionOf it -> place(ObjectPath.table(it.parent()));
      case Lineage.None _, Lineage.OfType _ -> {}
    }
  }

  private void type(ColumnType type) {
    switch (type) {
      case ColumnType.OfDomain(var name) -> place(ObjectPath.of(ObjectPath.Kind.DOMAIN, name));
      case ColumnType.Composite(var name) -> {
        place(ObjectPath.of(ObjectPath.Kind.COMPOSITE_TYPE, name));
        place(ObjectPath.table(name));
      }
      case ColumnType.Range(var name) -> place(ObjectPath.of(ObjectPath.Kind.RANGE_TYPE, name));
      case ColumnType.Array(var element, var _) -> type(element);
      case ColumnType.Scalar _, ColumnType.Enumerated _, ColumnType.Opaque _ -> {}
    }
  }

  private void place(ObjectPath path) {
    if (byPath.containsKey(path)) {
      place(byPath.get(path));
    } else {
      // A part comes with the object that it is a part of.
      path.parent().filter(byPath::containsKey).ifPresent(it -> place(byPath.get(it)));
    }
  }
}

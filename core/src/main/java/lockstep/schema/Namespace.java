package lockstep.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL schema (`pg_namespace`) and the objects in it.
///
/// @param objects by kind, those of a kind in their source's order; each name at most once in a
///   kind
public record Namespace(Identifier name, List<SchemaObject> objects, Optional<String> comment) {
  public Namespace {
    objects =
        ByName.copyOf(
            objects.stream().sorted((a, b) -> a.kind().compareTo(b.kind())).toList(),
            it -> it.path(name));
  }

  public static Namespace empty(Identifier name) {
    return new Namespace(name, List.of(), Optional.empty());
  }

  @SafeVarargs
  public static Namespace of(
      Identifier name, Optional<String> comment, List<? extends SchemaObject>... objects) {
    var all = new ArrayList<SchemaObject>();
    for (var some : objects) {
      all.addAll(some);
    }
    return new Namespace(name, all, comment);
  }

  public Namespace withObjects(List<? extends SchemaObject> others) {
    return new Namespace(name, List.copyOf(others), comment);
  }

  Namespace withoutPartitions() {
    return withObjects(
        objects.stream()
            .filter(it -> !(it instanceof Table table && table.isPartition()))
            .toList());
  }

  public List<EnumType> enums() {
    return only(EnumType.class);
  }

  public List<Domain> domains() {
    return only(Domain.class);
  }

  public List<CompositeType> compositeTypes() {
    return only(CompositeType.class);
  }

  public List<OptionsObject> optionsObjects() {
    return only(OptionsObject.class);
  }

  public List<Sequence> sequences() {
    return only(Sequence.class);
  }

  public List<Table> tables() {
    return only(Table.class);
  }

  public List<View> views() {
    return only(View.class);
  }

  public List<Routine> routines() {
    return only(Routine.class);
  }

  /// @param path as the object itself says it in this namespace
  public Optional<SchemaObject> object(ObjectPath path) {
    return ByName.find(objects, path);
  }

  private Optional<SchemaObject> object(ObjectPath.Kind kind, Identifier object) {
    return object(ObjectPath.of(kind, QualifiedName.of(name, object)));
  }

  public Optional<Table> table(Identifier table) {
    return object(ObjectPath.Kind.TABLE, table).map(Table.class::cast);
  }

  public Optional<View> view(Identifier view) {
    return object(ObjectPath.Kind.VIEW, view).map(View.class::cast);
  }

  public Optional<EnumType> enumType(Identifier type) {
    return object(ObjectPath.Kind.ENUM, type).map(EnumType.class::cast);
  }

  private <T extends SchemaObject> List<T> only(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }
}

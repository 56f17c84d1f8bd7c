package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.CompositeType;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Lineage;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.OptionsObject;
import lockstep.schema.PrintedObject;
import lockstep.schema.Publication;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;
import lockstep.text.Later;

/// What each object of a schema needs: what its record says and what its texts name.
final class Needs {
  private final Schema schema;
  private final Later<Map<ObjectPath, Set<ObjectPath>>> users = Later.of(this::allUsers);
  private final Later<Map<ObjectPath, List<ObjectPath>>> texts;
  private final Later<Map<ObjectPath, List<ObjectPath>>> attached = Later.of(this::allAttached);

  Needs(Schema schema) {
    this.schema = schema;
    texts = Later.of(schema.dependencies()::users);
  }

  /// Returns what must be there before an object, or a part of one, can be.
  Set<ObjectPath> of(ObjectPath path) {
    var needs = new LinkedHashSet<>(schema.dependencies().of(path));
    path.parent().ifPresent(needs::add);
    if (path.names().size() == 3 && path.kind() != Kind.COLUMN && path.kind() != Kind.CONSTRAINT) {
      // Triggers, rules and indexes stand beside views too.
      needs.add(ObjectPath.of(Kind.VIEW, nameOf(path)));
    }
    var last = path.names().getLast();
    switch (path.kind()) {
      case COLUMN -> schema.column(path).ifPresent(it -> column(it, needs));
      case CONSTRAINT ->
          table(path)
              .flatMap(it -> it.constraint(last))
              .ifPresent(it -> constraint(path, it, needs));
      case INDEX ->
          table(path).flatMap(it -> it.index(last)).ifPresent(it -> index(path, it, needs));
      case EXTENSION ->
          schema.extensions().stream()
              .filter(it -> it.name().equals(last))
              .flatMap(it -> it.namespace().stream())
              .forEach(it -> needs.add(ObjectPath.namespace(it)));
      case NAMESPACE, VIEW_COLUMN -> {}
      default -> schema.object(path).ifPresent(it -> object(path, it, needs));
    }
    needs.remove(path);
    return needs;
  }

  /// Returns what needs an object or a part of one, directly.
  Set<ObjectPath> usersOf(ObjectPath path) {
    return users.get().getOrDefault(path, Set.of());
  }

  /// Returns whose texts name a column: these are the users of a column but for keys, indexes and
  /// the like, and found without looking at the whole schema.
  Stream<ObjectPath> textsNaming(ObjectPath column) {
    return texts.get().getOrDefault(column, List.of()).stream().filter(this::isHere);
  }

  private boolean isHere(ObjectPath path) {
    return switch (path.kind()) {
      case COLUMN -> schema.column(path).isPresent();
      case PUBLICATION -> schema.objects().stream().anyMatch(it -> it.path().equals(path));
      default -> schema.object(path).isPresent();
    };
  }

  /// Returns an object and all its parts.
  Set<ObjectPath> withParts(ObjectPath path) {
    var all = new LinkedHashSet<ObjectPath>();
    all.add(path);
    if (path.names().size() == 2) {
      switch (schema.object(path).orElse(null)) {
        case Table it -> parts(nameOf(path), it).forEach(all::add);
        case View it ->
            it.columns().forEach(part -> all.add(ObjectPath.viewColumn(nameOf(path), part.name())));
        case null, default -> {}
      }
    }
    return all;
  }

  /// Returns whether a constraint calls a function that takes a row of the constraint's own table,
  /// which therefore is there first.
  boolean isOfWholeRow(QualifiedName table, Constraint constraint) {
    return constraint instanceof Constraint.Check
        && isOfWholeRow(table, ObjectPath.of(Kind.CONSTRAINT, table, constraint.name()));
  }

  boolean isOfWholeRow(QualifiedName table, Index index) {
    return isOfWholeRow(table, ObjectPath.of(Kind.INDEX, table, index.name()));
  }

  private boolean isOfWholeRow(QualifiedName table, ObjectPath part) {
    return schema.dependencies().of(part).stream()
        .anyMatch(it -> schema.dependencies().of(it).contains(ObjectPath.table(table)));
  }

  /// Returns the tables that a table has columns from; nothing for anything else.
  List<ObjectPath> parentsOf(ObjectPath path) {
    return path.kind() == Kind.TABLE
        ? table(path).stream()
            .flatMap(it -> it.lineage().parentTables().stream())
            .map(ObjectPath::table)
            .toList()
        : List.of();
  }

  /// Returns the triggers, rules, policies and the like of a table or view.
  List<ObjectPath> attachedTo(ObjectPath relation) {
    return attached.get().getOrDefault(relation, List.of());
  }

  private Map<ObjectPath, List<ObjectPath>> allAttached() {
    var all = new LinkedHashMap<ObjectPath, List<ObjectPath>>();
    for (var namespace : schema.namespaces()) {
      for (var object : namespace.objects()) {
        var path = object.path(namespace.name());
        path.parent()
            .filter(it -> it.kind() != Kind.NAMESPACE)
            .ifPresent(it -> all.computeIfAbsent(it, _ -> new ArrayList<>()).add(path));
      }
    }
    return all;
  }

  static QualifiedName nameOf(ObjectPath path) {
    return new QualifiedName(path.names().get(0), path.names().get(1));
  }

  private static Stream<ObjectPath> parts(QualifiedName name, Table table) {
    return Stream.of(
            table.columns().stream().map(it -> ObjectPath.column(name, it.name())),
            table.constraints().stream().map(it -> ObjectPath.of(Kind.CONSTRAINT, name, it.name())),
            table.indexes().stream().map(it -> ObjectPath.of(Kind.INDEX, name, it.name())))
        .flatMap(it -> it);
  }

  private Map<ObjectPath, Set<ObjectPath>> allUsers() {
    var all = new LinkedHashMap<ObjectPath, Set<ObjectPath>>();
    for (var namespace : schema.namespaces()) {
      for (var object : namespace.objects()) {
        withParts(object.path(namespace.name())).forEach(it -> user(it, all));
      }
    }
    for (var object : schema.objects()) {
      if (object instanceof Publication it) {
        user(it.path(), all);
      }
    }
    return all;
  }

  private void user(ObjectPath user, Map<ObjectPath, Set<ObjectPath>> all) {
    of(user).forEach(need -> all.computeIfAbsent(need, _ -> new LinkedHashSet<>()).add(user));
  }

  private Optional<Table> table(ObjectPath part) {
    return schema.table(nameOf(part));
  }

  private void column(Column column, Set<ObjectPath> needs) {
    type(column.type(), needs);
    if (column.value() instanceof ColumnValue.Serial(var sequence, var _)) {
      needs.add(ObjectPath.of(Kind.SEQUENCE, sequence));
    }
  }

  private static void type(ColumnType type, Set<ObjectPath> needs) {
    switch (type) {
      case ColumnType.Enumerated(var name) -> needs.add(ObjectPath.of(Kind.ENUM, name));
      case ColumnType.OfDomain(var name) -> needs.add(ObjectPath.of(Kind.DOMAIN, name));
      case ColumnType.Composite(var name) -> {
        needs.add(ObjectPath.of(Kind.COMPOSITE_TYPE, name));
        needs.add(ObjectPath.table(name));
      }
      case ColumnType.Range(var name) -> needs.add(ObjectPath.of(Kind.RANGE_TYPE, name));
      case ColumnType.Array(var element, var _) -> type(element, needs);
      case ColumnType.Scalar(var scalar, var _) ->
          scalar.extension().ifPresent(it -> needs.add(ObjectPath.extension(Identifier.of(it))));
      case ColumnType.Opaque _ -> {}
    }
  }

  private void constraint(ObjectPath path, Constraint constraint, Set<ObjectPath> needs) {
    var table = nameOf(path);
    switch (constraint) {
      case Constraint.PrimaryKey it -> {
        columns(table, it.columns(), needs);
        columns(table, it.include(), needs);
      }
      case Constraint.Unique it -> {
        columns(table, it.columns(), needs);
        columns(table, it.include(), needs);
      }
      case Constraint.ForeignKey it -> {
        columns(table, it.columns(), needs);
        columns(it.referencedTable(), it.referencedColumns(), needs);
        key(it).ifPresent(needs::add);
      }
      case Constraint.Check _ -> {}
      case Constraint.NotNull it -> columns(table, List.of(it.column()), needs);
      case Constraint.Exclusion it -> {
        it.elements().forEach(element -> key(table, element.key(), needs));
        columns(table, it.include(), needs);
      }
    }
  }

  /// Returns the constraint or index that makes the referenced columns unique.
  private Optional<ObjectPath> key(Constraint.ForeignKey reference) {
    var name = reference.referencedTable();
    var columns = Set.copyOf(reference.referencedColumns());
    return schema
        .table(name)
        .flatMap(
            table ->
                Stream.concat(
                        table.constraints().stream()
                            .filter(it -> isKey(it, columns))
                            .map(it -> ObjectPath.of(Kind.CONSTRAINT, name, it.name())),
                        table.indexes().stream()
                            .filter(Index::isUnique)
                            .filter(
                                it -> it.columns().map(Set::copyOf).equals(Optional.of(columns)))
                            .map(it -> ObjectPath.of(Kind.INDEX, name, it.name())))
                    .findFirst());
  }

  private static boolean isKey(Constraint constraint, Set<Identifier> columns) {
    return switch (constraint) {
      case Constraint.PrimaryKey it -> columns.equals(Set.copyOf(it.columns()));
      case Constraint.Unique it -> columns.equals(Set.copyOf(it.columns()));
      case Constraint.ForeignKey _,
          Constraint.Check _,
          Constraint.NotNull _,
          Constraint.Exclusion _ ->
          false;
    };
  }

  private void index(ObjectPath path, Index index, Set<ObjectPath> needs) {
    index.keys().forEach(it -> key(nameOf(path), it, needs));
    columns(nameOf(path), index.include(), needs);
  }

  private static void key(QualifiedName table, Index.Key key, Set<ObjectPath> needs) {
    if (key.target() instanceof Index.Target.OfColumn(var column)) {
      needs.add(ObjectPath.column(table, column));
    }
  }

  private static void columns(
      QualifiedName table, List<Identifier> columns, Set<ObjectPath> needs) {
    columns.forEach(it -> needs.add(ObjectPath.column(table, it)));
  }

  private void object(ObjectPath path, SchemaObject object, Set<ObjectPath> needs) {
    switch (object) {
      case Domain it -> type(it.baseType(), needs);
      case CompositeType it -> it.attributes().forEach(one -> type(one.type(), needs));
      case OptionsObject _ -> {}
      case Table it -> {
        // What is made with the table: its columns and what stands between its parentheses.
        var name = nameOf(path);
        for (var column : it.columns()) {
          needs.addAll(of(ObjectPath.column(name, column.name())));
        }
        for (var constraint : it.constraints()) {
          if (!(constraint instanceof Constraint.ForeignKey) && !isOfWholeRow(name, constraint)) {
            needs.addAll(
                schema.dependencies().of(ObjectPath.of(Kind.CONSTRAINT, name, constraint.name())));
          }
        }
        needs.removeIf(need -> isPartOf(need, path));
        lineage(it.lineage(), needs);
      }
      case EnumType _, Sequence _, View _, PrintedObject _ -> {}
    }
  }

  private static void lineage(Lineage lineage, Set<ObjectPath> needs) {
    switch (lineage) {
      case Lineage.Inherits it -> it.parents().forEach(one -> needs.add(ObjectPath.table(one)));
      case Lineage.PartitionOf it -> needs.add(ObjectPath.table(it.parent()));
      case Lineage.OfType it -> needs.add(ObjectPath.of(Kind.COMPOSITE_TYPE, it.type()));
      case Lineage.None _ -> {}
    }
  }

  static boolean isPartOf(ObjectPath part, ObjectPath whole) {
    return part.parent().equals(Optional.of(whole));
  }
}

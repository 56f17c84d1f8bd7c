package lockstep.check.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.schema.Column;
import lockstep.schema.CompositeType;
import lockstep.schema.DatabaseObject;
import lockstep.schema.Lineage;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.OptionsObject;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.SqlExpression;
import lockstep.schema.Table;
import lockstep.schema.View;

/// What a server says and people who wrote a schema have no words for, such as partitions, triggers
/// and functions: where they are silent, they mean it to stay as it is.
public final class UnsaidFacets {
  private final Schema recorded;
  private final boolean saysAllElse;
  private final Map<String, List<String>> taken = new LinkedHashMap<>();

  private UnsaidFacets(Schema recorded, boolean saysAllElse) {
    this.recorded = recorded;
    this.saysAllElse = saysAllElse;
  }

  /// @param schema what was written, with what is there taken over where it says nothing
  /// @param notes one for each kind of thing that was taken over, with every name
  public record Completed(Schema schema, List<Diagnostic> notes) {
    public Completed {
      notes = List.copyOf(notes);
    }
  }

  /// @param written what people wrote; where they wrote nothing at all, nothing is taken over
  /// @param name what messages call that
  public static Completed complete(Schema written, Schema recorded, String name) {
    return complete(written, new UnsaidFacets(recorded, false), name);
  }

  /// The same for people who say all the rest by SQL: of a table that a schema makes, that cannot
  /// say how it is partitioned.
  public static Completed completePartitions(Schema written, Schema recorded, String name) {
    return complete(written, new UnsaidFacets(recorded, true), name);
  }

  private static Completed complete(Schema written, UnsaidFacets facets, String name) {
    if (written.namespaces().isEmpty()) {
      return new Completed(written, List.of());
    }
    var recorded = facets.recorded;
    var namespaces = written.namespaces().stream().map(facets::namespace).toList();
    if (!facets.saysAllElse) {
      recorded.objects().forEach(facets::take);
    }
    return new Completed(
        facets.taken.isEmpty()
            ? written
            : new Schema(
                written.extensions(),
                namespaces,
                facets.saysAllElse ? written.objects() : recorded.objects(),
                written.dependencies().and(recorded.dependencies()),
                written.access()),
        facets.notes(name));
  }

  private List<Diagnostic> notes(String name) {
    var notes = new ArrayList<Diagnostic>();
    taken.forEach(
        (kind, names) ->
            notes.add(
                Diagnostic.of(
                    DriftCode.NOT_COMPARED,
                    "Not compared with %s: %s (%d): %s."
                        .formatted(name, kind, names.size(), String.join(", ", names)))));
    return notes;
  }

  private Namespace namespace(Namespace written) {
    var before = recorded.namespace(written.name());
    if (before.isEmpty()) {
      return written;
    }
    var objects = new ArrayList<SchemaObject>();
    for (var object : written.objects()) {
      objects.add(
          object instanceof Table table
              ? before
                  .flatMap(it -> it.table(table.name()))
                  .map(it -> table(QualifiedName.of(written.name(), it.name()), table, it))
                  .orElse(table)
              : object);
    }
    for (var object : before.get().objects()) {
      var path = object.path(written.name());
      if (written.object(path).isEmpty() && isUnsaid(object) && hasItsTable(path, written)) {
        objects.add(object);
        take(isPartition(object) ? "partition" : object.kind().word(), name(path));
      }
    }
    return written.withObjects(objects);
  }

  private void take(DatabaseObject object) {
    take(object.path().kind().word(), object.path().names().getFirst().text());
  }

  private boolean isUnsaid(SchemaObject object) {
    return isPartition(object)
        || !saysAllElse
            && (object instanceof PrintedObject
                || object instanceof CompositeType
                || object instanceof OptionsObject
                || isMaterialized(object));
  }

  private static boolean isMaterialized(SchemaObject object) {
    return object instanceof View it && it.materialized().isPresent();
  }

  private static boolean isPartition(SchemaObject object) {
    return object instanceof Table it && it.isPartition();
  }

  /// What stands on a table that nobody wrote goes with that table.
  private boolean hasItsTable(ObjectPath path, Namespace written) {
    return path.parent()
        .filter(it -> it.kind() != ObjectPath.Kind.NAMESPACE)
        .map(ObjectPath::names)
        .map(it -> it.getLast())
        .map(it -> written.table(it).isPresent() || written.view(it).isPresent())
        .orElse(true);
  }

  private static String name(ObjectPath path) {
    return path.toString().substring(path.kind().word().length() + 1);
  }

  private Table table(QualifiedName name, Table written, Table before) {
    Optional<SqlExpression> key =
        said(
            "partitioned table",
            name,
            written.partitionKey(),
            before.partitionKey(),
            Optional.empty());
    var table = key.equals(written.partitionKey()) ? written : written.with(key);
    return saysAllElse || isUsual(before) ? table : completed(name, table, before);
  }

  /// Whether there is nothing to take over.
  private static boolean isUsual(Table before) {
    var storage = before.storage();
    return storage.method().isEmpty()
        && storage.tablespace().isEmpty()
        && storage.clusteredBy().isEmpty()
        && storage.replicaIdentity() instanceof Table.ReplicaIdentity.Key
        && before.lineage() instanceof Lineage.None
        && before.rowSecurity() == Table.RowSecurity.OFF
        && before.columns().stream().allMatch(it -> it.storage().equals(Column.Storage.STANDARD));
  }

  private Table completed(QualifiedName name, Table table, Table before) {
    var columns = table.columns().stream().map(it -> column(name, it, before)).toList();
    return new Table(
        table.name(),
        columns,
        table.constraints(),
        table.indexes(),
        storage(name, table.storage(), before.storage()),
        said("inheritance", name, table.lineage(), before.lineage(), new Lineage.None()),
        table.partitionKey(),
        said(
            "row security", name, table.rowSecurity(), before.rowSecurity(), Table.RowSecurity.OFF),
        table.comment());
  }

  private Table.Storage storage(QualifiedName name, Table.Storage it, Table.Storage before) {
    var usual = Table.Storage.STANDARD;
    return new Table.Storage(
        it.persistence(),
        it.parameters(),
        said("access method", name, it.method(), before.method(), usual.method()),
        said("tablespace", name, it.tablespace(), before.tablespace(), usual.tablespace()),
        said("clustering", name, it.clusteredBy(), before.clusteredBy(), usual.clusteredBy()),
        said(
            "replica identity",
            name,
            it.replicaIdentity(),
            before.replicaIdentity(),
            usual.replicaIdentity()));
  }

  private Column column(QualifiedName table, Column column, Table before) {
    var storage = before.column(column.name()).map(Column::storage).orElse(Column.Storage.STANDARD);
    return column.with(
        said(
            new Facet<>("column storage", Column.Storage.STANDARD),
            table + "." + column.name(),
            column.storage(),
            storage));
  }

  private <T> T said(String kind, QualifiedName table, T value, T before, T usual) {
    return said(new Facet<>(kind, usual), table.toString(), value, before);
  }

  private record Facet<T>(String kind, T usual) {}

  /// Returns what is said of a facet, or what is there where nothing is said.
  private <T> T said(Facet<T> facet, String object, T value, T before) {
    if (before.equals(facet.usual()) || !value.equals(facet.usual())) {
      return value;
    }
    take(facet.kind(), object);
    return before;
  }

  private void take(String kind, String name) {
    taken.computeIfAbsent(kind, _ -> new ArrayList<>()).add(name);
  }
}

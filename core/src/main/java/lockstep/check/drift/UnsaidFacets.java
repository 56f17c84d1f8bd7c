package lockstep.check.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.schema.Column;
import lockstep.schema.Lineage;
import lockstep.schema.Namespace;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Table;

/// What one source says of tables for which another has no words, such as partitions: where that
/// other one is silent, there is nothing to compare.
public final class UnsaidFacets {
  private final Schema written;
  private final Map<String, List<String>> left = new LinkedHashMap<>();

  private UnsaidFacets(Schema written) {
    this.written = written;
  }

  /// @param schema without what the other source does not speak about
  /// @param notes one for each kind of thing that was left out, with every name
  public record Left(Schema schema, List<Diagnostic> notes) {
    public Left {
      notes = List.copyOf(notes);
    }
  }

  /// @param written what people wrote; where they wrote nothing at all, nothing is left out
  /// @param name what messages call that
  public static Left leaveOut(Schema schema, Schema written, String name) {
    if (written.namespaces().isEmpty()) {
      return new Left(schema, List.of());
    }
    var facets = new UnsaidFacets(written);
    var namespaces = schema.namespaces().stream().map(facets::namespace).toList();
    return new Left(
        facets.left.isEmpty() ? schema : schema.withNamespaces(namespaces), facets.notes(name));
  }

  /// Leaves out the objects that are written in SQL or another language of the database, for which
  /// neither a Prisma schema nor models have a word. They are needed as long as texts are brought
  /// into one spelling.
  public static Left leaveOutPrinted(Schema schema, Schema written, String name) {
    if (written.namespaces().isEmpty()) {
      return new Left(schema, List.of());
    }
    var facets = new UnsaidFacets(written);
    var namespaces = schema.namespaces().stream().map(facets::withoutPrinted).toList();
    return new Left(
        facets.left.isEmpty() ? schema : schema.withNamespaces(namespaces), facets.notes(name));
  }

  private Namespace withoutPrinted(Namespace it) {
    var objects = new ArrayList<SchemaObject>();
    for (var object : it.objects()) {
      if (object instanceof PrintedObject) {
        var path = object.path(it.name());
        leave(object.kind().word(), path.toString().substring(object.kind().word().length() + 1));
      } else {
        objects.add(object);
      }
    }
    return it.withObjects(objects);
  }

  private List<Diagnostic> notes(String name) {
    var notes = new ArrayList<Diagnostic>();
    left.forEach(
        (kind, names) ->
            notes.add(
                Diagnostic.of(
                    DriftCode.NOT_COMPARED,
                    "Not compared with %s: %s (%d): %s."
                        .formatted(name, kind, names.size(), String.join(", ", names)))));
    return notes;
  }

  private Namespace namespace(Namespace it) {
    var objects = new ArrayList<SchemaObject>();
    for (var object : it.objects()) {
      var name = QualifiedName.of(it.name(), object.name());
      if (!(object instanceof Table table)) {
        objects.add(object);
      } else if (table.isPartition() && written.table(name).isEmpty()) {
        leave("partition", name.toString());
      } else {
        objects.add(written.table(name).map(other -> table(name, table, other)).orElse(table));
      }
    }
    return it.withObjects(objects);
  }

  private Table table(QualifiedName name, Table table, Table other) {
    var columns = table.columns().stream().map(it -> column(name, it, other)).toList();
    return new Table(
        table.name(),
        columns,
        table.constraints(),
        table.indexes(),
        storage(name, table.storage(), other.storage()),
        said("inheritance", name, table.lineage(), other.lineage(), new Lineage.None()),
        said(
            "partitioned table",
            name,
            table.partitionKey(),
            other.partitionKey(),
            Optional.empty()),
        said("row security", name, table.rowSecurity(), other.rowSecurity(), Table.RowSecurity.OFF),
        table.comment());
  }

  private Table.Storage storage(QualifiedName name, Table.Storage it, Table.Storage other) {
    var usual = Table.Storage.STANDARD;
    return new Table.Storage(
        it.persistence(),
        it.parameters(),
        said("access method", name, it.method(), other.method(), usual.method()),
        said("tablespace", name, it.tablespace(), other.tablespace(), usual.tablespace()),
        said("clustering", name, it.clusteredBy(), other.clusteredBy(), usual.clusteredBy()),
        said(
            "replica identity",
            name,
            it.replicaIdentity(),
            other.replicaIdentity(),
            usual.replicaIdentity()));
  }

  private Column column(QualifiedName table, Column column, Table other) {
    var storage = other.column(column.name()).map(Column::storage).orElse(Column.Storage.STANDARD);
    return column.with(
        said(
            new Facet<>("column storage", Column.Storage.STANDARD),
            table + "." + column.name(),
            column.storage(),
            storage));
  }

  private <T> T said(String kind, QualifiedName table, T value, T other, T usual) {
    return said(new Facet<>(kind, usual), table.toString(), value, other);
  }

  private record Facet<T>(String kind, T usual) {}

  /// Returns what is said of a facet, as far as the other source says anything of it.
  private <T> T said(Facet<T> facet, String object, T value, T other) {
    if (value.equals(facet.usual()) || !other.equals(facet.usual())) {
      return value;
    }
    left.computeIfAbsent(facet.kind(), _ -> new ArrayList<>()).add(object);
    return facet.usual();
  }

  private void leave(String kind, String name) {
    left.computeIfAbsent(kind, _ -> new ArrayList<>()).add(name);
  }
}

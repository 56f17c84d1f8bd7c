package lockstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.plan.Definition;
import lockstep.schema.Column;
import lockstep.schema.CompositeType;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.OptionsObject;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Routine;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;
import lockstep.sql.Names;

/// A schema, or one object of it, for people to read.
public final class SchemaView {
  private final Schema schema;
  private final Definition definition;
  private final Output out;

  public SchemaView(Schema schema, Output out) {
    this.schema = schema;
    this.definition = new Definition(Names.of(schema));
    this.out = out;
  }

  /// Writes a line for each object, namespace by namespace.
  public void overview() {
    if (!schema.extensions().isEmpty()) {
      out.line(out.bold("extensions"));
      var names = schema.extensions().stream().map(it -> it.name().text()).toList();
      out.line("  " + String.join(", ", names));
    }
    aligned(
        "",
        schema.objects().stream()
            .map(
                it ->
                    List.of(
                        it.path().toString(),
                        definition.databaseObject(it).replaceAll("\\s+", " ")))
            .toList());
    aligned(
        "",
        SchemaPart.defaultPrivileges(schema).stream()
            .map(it -> List.of(it.name(), it.words()))
            .toList());
    for (var namespace : schema.namespaces()) {
      out.line(out.bold("schema " + namespace.name()));
      var lines = new ArrayList<List<String>>();
      for (var object : namespace.objects()) {
        lines.add(List.of(object.kind().word(), object.name().text(), inShort(object)));
      }
      aligned("  ", lines);
    }
  }

  private String inShort(SchemaObject object) {
    return switch (object) {
      case EnumType it -> String.join(", ", it.values());
      case CompositeType it -> definition.compositeType(it);
      case OptionsObject it -> definition.optionsObject(it);
      case Domain it -> definition.domain(it);
      case Sequence it -> definition.sequence(it);
      case Table it -> inShort(it);
      case View it ->
          (it.materialized().isPresent() ? "materialized, " : "")
              + Count.of(it.columns().size(), "column");
      case Routine it -> it.returns().type().isEmpty() ? "" : "returns " + it.returns().type();
      case PrintedObject it -> definition.printed(it).replaceAll("\\s+", " ");
    };
  }

  private static String inShort(Table table) {
    var parts = new ArrayList<String>();
    parts.add(Count.of(table.columns().size(), "column"));
    var keys = table.foreignKeys().size();
    if (keys > 0) {
      parts.add(Count.of(keys, "foreign key"));
    }
    var others = table.constraints().size() - keys - (table.primaryKey().isPresent() ? 1 : 0);
    if (others > 0) {
      parts.add(Count.of(others, "other constraint"));
    }
    if (!table.indexes().isEmpty()) {
      parts.add(table.indexes().size() == 1 ? "1 index" : table.indexes().size() + " indexes");
    }
    return String.join(", ", parts);
  }

  /// Writes all that is known of an object.
  public void object(Namespace in, SchemaObject object) {
    var name = QualifiedName.of(in.name(), object.name());
    var path = object.path(in.name());
    // What belongs to a table is called by that, too.
    out.line(
        out.bold(path.names().size() == 3 ? path.toString() : object.kind().word() + " " + name));
    object.comment().ifPresent(it -> it.lines().forEach(line -> out.line("  -- " + line)));
    var access = definition.access(schema.access().of(path));
    if (!access.isEmpty()) {
      out.line("  " + access);
    }
    switch (object) {
      case EnumType it -> it.values().forEach(value -> out.line("  " + value));
      case CompositeType it -> out.line("  " + definition.compositeType(it));
      case OptionsObject it -> out.line("  " + definition.optionsObject(it));
      case Domain it -> out.line("  " + definition.domain(it));
      case Sequence it -> out.line("  " + definition.sequence(it));
      case Table it -> table(name, it);
      case View it -> view(name, it);
      case PrintedObject it ->
          definition.printed(it).lines().forEach(line -> out.line("  " + line));
    }
  }

  /// Writes all that is known of something that is no object of a namespace.
  public void part(SchemaPart part) {
    out.line(out.bold(part.path().toString()));
    part.comment().ifPresent(it -> it.lines().forEach(line -> out.line("  -- " + line)));
    if (part.path().kind() != ObjectPath.Kind.DEFAULT_PRIVILEGES) {
      var access = definition.access(schema.access().of(part.path()));
      if (!access.isEmpty()) {
        out.line("  " + access);
      }
    }
    part.words().lines().forEach(line -> out.line("  " + line));
  }

  private void table(QualifiedName name, Table table) {
    var facets = definition.facets(table);
    if (!facets.equals(Table.Persistence.PERMANENT.toString())) {
      out.line("  " + facets);
    }
    columns(name, table.columns());
    section(
        "constraints",
        table.constraints().stream()
            .map(it -> part(it.name(), definition.constraint(it), it.comment()))
            .toList());
    section(
        "indexes",
        table.indexes().stream()
            .map(it -> part(it.name(), definition.index(it), it.comment()))
            .toList());
    section("referenced by", references(name));
  }

  private void view(QualifiedName name, View view) {
    columns(name, view.columns());
    view.query()
        .ifPresent(
            it -> {
              out.line("");
              out.line("  definition");
              definition.view(view).lines().forEach(line -> out.line("    " + line));
            });
  }

  private void columns(QualifiedName relation, List<Column> columns) {
    section(
        "columns",
        columns.stream()
            .map(
                it ->
                    List.of(
                        it.name().text(),
                        definition.type(it),
                        it.isNullable() ? "" : "NOT NULL",
                        String.join(" ", facets(relation, it)) + comment(it.comment())))
            .toList());
  }

  private List<String> facets(QualifiedName relation, Column column) {
    var path = ObjectPath.column(relation, column.name());
    return Stream.of(
            definition.value(relation, column),
            definition.storage(column),
            definition.access(schema.access().of(path)))
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static List<String> part(Identifier name, String sql, Optional<String> comment) {
    return List.of(name.text(), sql + comment(comment));
  }

  private static String comment(Optional<String> comment) {
    return comment.map(it -> "  -- " + it.lines().collect(Collectors.joining(" "))).orElse("");
  }

  private List<List<String>> references(QualifiedName to) {
    var found = new ArrayList<List<String>>();
    schema
        .tables()
        .forEach(
            from -> {
              for (Constraint.ForeignKey key : from.value().foreignKeys()) {
                if (key.referencedTable().equals(to)) {
                  found.add(List.of(from.name().toString(), definition.constraint(key)));
                }
              }
            });
    return found;
  }

  private void section(String title, List<List<String>> lines) {
    if (!lines.isEmpty()) {
      out.line("");
      out.line("  " + title);
      aligned("    ", lines);
    }
  }

  private void aligned(String indentation, List<List<String>> lines) {
    var widths = new ArrayList<Integer>();
    for (var line : lines) {
      for (var i = 0; i < line.size(); i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        widths.set(i, Math.max(widths.get(i), line.get(i).length()));
      }
    }
    for (var line : lines) {
      var text = new StringBuilder(indentation);
      for (var i = 0; i < line.size(); i++) {
        text.append(line.get(i)).repeat(' ', widths.get(i) - line.get(i).length() + 2);
      }
      out.line(text.toString().stripTrailing());
    }
  }
}

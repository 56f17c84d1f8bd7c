package lockstep.cli;

import java.util.List;
import lockstep.engine.json.JsonWriter;
import lockstep.plan.Definition;
import lockstep.schema.Access;
import lockstep.schema.Column;
import lockstep.schema.CompositeType;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.OptionsObject;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;
import lockstep.sql.Names;

/// Objects of a schema for programs to read. Definitions are the words of SQL that make them.
public final class SchemaJson {
  private final Definition definition;
  private final Access access;
  private final JsonWriter out;

  public SchemaJson(Schema schema, JsonWriter out) {
    this.definition = new Definition(Names.of(schema));
    this.access = schema.access();
    this.out = out;
  }

  public void extensions(Schema schema) {
    try (var _ = out.array("extensions")) {
      for (var it : schema.extensions()) {
        try (var _ = out.object()) {
          out.member("name", it.name().text());
          out.member("schema", it.namespace().map(name -> name.text()));
          out.member("version", it.version());
        }
      }
    }
  }

  /// What stands in no namespace.
  public void databaseObjects(Schema schema) {
    try (var _ = out.array("databaseObjects")) {
      for (var it : schema.objects()) {
        try (var _ = out.object()) {
          out.member("kind", it.path().kind().word());
          out.member("name", it.path().names().getFirst().text());
          out.member("comment", it.comment());
          out.member("definition", definition.databaseObject(it));
        }
      }
    }
  }

  /// What objects are to have that somebody makes later.
  public void defaultPrivileges(Schema schema) {
    try (var _ = out.array("defaultPrivileges")) {
      for (var it : SchemaPart.defaultPrivileges(schema)) {
        try (var _ = out.object()) {
          out.member("name", it.name());
          out.member("definition", it.words());
        }
      }
    }
  }

  /// Something that is no object of a namespace, with the names that lead to it.
  public void part(SchemaPart part) {
    try (var _ = out.object()) {
      out.member("kind", part.path().kind().word());
      try (var _ = out.array("path")) {
        part.path().names().forEach(it -> out.value(it.text()));
      }
      out.member("name", part.path().names().getLast().text());
      out.member("comment", part.comment());
      if (part.path().kind() != ObjectPath.Kind.DEFAULT_PRIVILEGES) {
        out.member("access", definition.access(access.of(part.path())));
      }
      out.member("definition", part.words());
    }
  }

  public void object(Namespace in, SchemaObject object) {
    var name = QualifiedName.of(in.name(), object.name());
    try (var _ = out.object()) {
      out.member("kind", object.kind().word());
      out.member("schema", in.name().text());
      out.member("name", object.name().text());
      out.member("comment", object.comment());
      out.member("access", definition.access(access.of(object.path(in.name()))));
      switch (object) {
        case EnumType it -> values(it.values());
        case CompositeType it -> out.member("definition", definition.compositeType(it));
        case OptionsObject it -> out.member("definition", definition.optionsObject(it));
        case Domain it -> out.member("definition", definition.domain(it));
        case Sequence it -> out.member("definition", definition.sequence(it));
        case Table it -> table(name, it);
        case PrintedObject it -> out.member("definition", definition.printed(it));
        case View it -> {
          columns(name, it.columns());
          out.member("materialized", it.materialized().isPresent());
          out.member("query", it.query().map(query -> query.text()));
          out.member("definition", it.query().map(_ -> definition.view(it)));
        }
      }
    }
  }

  private void values(List<String> values) {
    try (var _ = out.array("values")) {
      values.forEach(out::value);
    }
  }

  private void table(QualifiedName name, Table table) {
    out.member("storage", definition.facets(table));
    columns(name, table.columns());
    try (var _ = out.array("constraints")) {
      for (var it : table.constraints()) {
        try (var _ = out.object()) {
          out.member("name", it.name().text());
          out.member("definition", definition.constraint(it));
          out.member("comment", it.comment());
        }
      }
    }
    try (var _ = out.array("indexes")) {
      for (var it : table.indexes()) {
        try (var _ = out.object()) {
          out.member("name", it.name().text());
          out.member("definition", definition.index(it));
          out.member("comment", it.comment());
        }
      }
    }
  }

  private void columns(QualifiedName relation, List<Column> columns) {
    try (var _ = out.array("columns")) {
      for (var it : columns) {
        try (var _ = out.object()) {
          out.member("name", it.name().text());
          out.member("type", definition.type(it));
          out.member("nullable", it.isNullable());
          out.member("value", definition.value(relation, it));
          out.member("storage", definition.storage(it));
          out.member("comment", it.comment());
        }
      }
    }
  }
}

package lockstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.plan.Definition;
import lockstep.schema.Column;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.schema.View;
import lockstep.sql.Names;

/// Something that has a name and is no object of a namespace: what stands beside namespaces, and
/// the columns, constraints and indexes of an object.
///
/// @param words of the SQL that makes it, without its name
public record SchemaPart(ObjectPath path, String words, Optional<String> comment) {
  /// Returns all of a schema, in its order.
  public static List<SchemaPart> of(Schema schema) {
    return new Collection(schema).all();
  }

  /// Returns what objects are to have that somebody makes later.
  static List<SchemaPart> defaultPrivileges(Schema schema) {
    var collection = new Collection(schema);
    collection.privileges();
    return collection.parts;
  }

  /// Returns whether a call means it: by its kind and all its names, or by as many of its last
  /// names as it takes. A column is called by its table and its own name at least.
  public boolean isCalled(String name) {
    if (path.toString().equals(name) || path.kind().word().equals(name) && isNameless()) {
      return true;
    }
    var names = path.names().stream().map(Identifier::text).toList();
    var least = path.kind() == Kind.COLUMN || path.kind() == Kind.VIEW_COLUMN ? 2 : 1;
    for (var count = least; count <= names.size(); count++) {
      if (String.join(".", names.subList(names.size() - count, names.size())).equals(name)) {
        return true;
      }
    }
    // An index stands in its namespace beside its table.
    return names.size() == 3 && least == 1 && name.equals(names.get(0) + "." + names.get(2));
  }

  /// Default privileges have only the names of what they are about.
  private boolean isNameless() {
    return path.kind() == Kind.DEFAULT_PRIVILEGES;
  }

  /// Returns the name by which it is asked for.
  public String name() {
    var last = path.names().getLast().text();
    return switch (path.kind()) {
      case COLUMN, VIEW_COLUMN -> path.names().get(1) + "." + last;
      case DEFAULT_PRIVILEGES -> path.toString();
      default -> last;
    };
  }

  private static final class Collection {
    private final Schema schema;
    private final Definition definition;
    private final List<SchemaPart> parts = new ArrayList<>();

    Collection(Schema schema) {
      this.schema = schema;
      this.definition = new Definition(Names.of(schema));
    }

    List<SchemaPart> all() {
      for (var it : schema.extensions()) {
        var words = new ArrayList<String>();
        it.namespace().ifPresent(name -> words.add("SCHEMA " + name));
        it.version().ifPresent(version -> words.add("VERSION " + version));
        add(ObjectPath.extension(it.name()), String.join(" ", words), Optional.empty());
      }
      schema.objects().forEach(it -> add(it.path(), definition.databaseObject(it), it.comment()));
      schema.namespaces().forEach(this::namespace);
      privileges();
      return parts;
    }

    private void privileges() {
      schema
          .access()
          .all()
          .forEach(
              (path, privileges) -> {
                if (path.kind() == Kind.DEFAULT_PRIVILEGES) {
                  add(path, definition.access(privileges), Optional.empty());
                }
              });
    }

    private void namespace(Namespace in) {
      add(ObjectPath.namespace(in.name()), Count.of(in.objects().size(), "object"), in.comment());
      for (var object : in.objects()) {
        var name = QualifiedName.of(in.name(), object.name());
        switch (object) {
          case Table it -> table(name, it);
          case View it -> {
            it.columns().forEach(column -> column(Kind.VIEW_COLUMN, name, column));
            it.indexes().forEach(index -> index(name, index));
          }
          default -> {}
        }
      }
    }

    private void table(QualifiedName name, Table table) {
      table.columns().forEach(it -> column(Kind.COLUMN, name, it));
      for (var it : table.constraints()) {
        add(
            ObjectPath.of(Kind.CONSTRAINT, name, it.name()),
            definition.constraint(it),
            it.comment());
      }
      table.indexes().forEach(it -> index(name, it));
    }

    private void column(Kind kind, QualifiedName relation, Column it) {
      var storage = definition.storage(it);
      add(
          ObjectPath.of(kind, relation, it.name()),
          definition.column(relation, it) + (storage.isEmpty() ? "" : " " + storage),
          it.comment());
    }

    private void index(QualifiedName relation, Index it) {
      add(ObjectPath.of(Kind.INDEX, relation, it.name()), definition.index(it), it.comment());
    }

    private void add(ObjectPath path, String words, Optional<String> comment) {
      parts.add(new SchemaPart(path, words, comment));
    }
  }
}

package lockstep.diff;

import java.util.List;
import lockstep.schema.Access;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.DatabaseObject;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.SchemaObject;
import lockstep.schema.View;

/// One difference between two schemas.
public sealed interface Change {
  /// Returns the object that is different.
  ObjectPath object();

  /// An object that was not there, with all that belongs to it. The planner knows how to make each.
  sealed interface Creation extends Change {}

  /// An object that is there no longer, with all that belonged to it.
  sealed interface Removal extends Change {}

  /// An object that was there and is there, but not the same.
  sealed interface Alteration extends Change {}

  record CreateExtension(Extension extension) implements Creation {
    @Override
    public ObjectPath object() {
      return ObjectPath.extension(extension.name());
    }
  }

  /// @param namespace without the objects in it, which are named one by one
  record CreateNamespace(Namespace namespace) implements Creation {
    @Override
    public ObjectPath object() {
      return ObjectPath.namespace(namespace.name());
    }
  }

  /// @param created a view only where its query is known
  record CreateObject(Identifier namespace, SchemaObject created) implements Creation {
    public CreateObject {
      if (created instanceof View view && view.query().isEmpty()) {
        throw new IllegalArgumentException("nobody knows the query of " + view.name());
      }
    }

    public QualifiedName name() {
      return QualifiedName.of(namespace, created.name());
    }

    @Override
    public ObjectPath object() {
      return created.path(namespace);
    }
  }

  record CreateDatabaseObject(DatabaseObject created) implements Creation {
    @Override
    public ObjectPath object() {
      return created.path();
    }
  }

  record DropDatabaseObject(DatabaseObject dropped) implements Removal {
    @Override
    public ObjectPath object() {
      return dropped.path();
    }
  }

  record AlterDatabaseObject(DatabaseObject from, DatabaseObject to) implements Alteration {
    @Override
    public ObjectPath object() {
      return to.path();
    }
  }

  record DropExtension(Extension extension) implements Removal {
    @Override
    public ObjectPath object() {
      return ObjectPath.extension(extension.name());
    }
  }

  /// @param namespace without the objects in it, which are named one by one
  record DropNamespace(Namespace namespace) implements Removal {
    @Override
    public ObjectPath object() {
      return ObjectPath.namespace(namespace.name());
    }
  }

  record DropObject(Identifier namespace, SchemaObject dropped) implements Removal {
    public QualifiedName name() {
      return QualifiedName.of(namespace, dropped.name());
    }

    @Override
    public ObjectPath object() {
      return dropped.path(namespace);
    }
  }

  record AlterExtension(Extension from, Extension to) implements Alteration {
    @Override
    public ObjectPath object() {
      return ObjectPath.extension(to.name());
    }
  }

  /// Two namespaces with another comment; what is in them is named one by one.
  record AlterNamespace(Namespace from, Namespace to) implements Alteration {
    @Override
    public ObjectPath object() {
      return ObjectPath.namespace(to.name());
    }
  }

  /// Two objects of one kind. Of a table it says that storage or comment are others; its parts are
  /// named one by one.
  record AlterObject(Identifier namespace, SchemaObject from, SchemaObject to)
      implements Alteration {
    public AlterObject {
      if (from.kind() != to.kind()) {
        throw new IllegalArgumentException(from + " never becomes " + to);
      }
    }

    public QualifiedName name() {
      return QualifiedName.of(namespace, to.name());
    }

    @Override
    public ObjectPath object() {
      return to.path(namespace);
    }
  }

  record AddColumn(QualifiedName table, Column column) implements Alteration {
    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.COLUMN, table, column.name());
    }
  }

  record DropColumn(QualifiedName table, Column column) implements Alteration {
    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.COLUMN, table, column.name());
    }
  }

  record AlterColumn(QualifiedName table, Column from, Column to) implements Alteration {
    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.COLUMN, table, to.name());
    }
  }

  record AddConstraint(QualifiedName table, Constraint constraint) implements Alteration {
    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.CONSTRAINT, table, constraint.name());
    }
  }

  record DropConstraint(QualifiedName table, Constraint constraint) implements Alteration {
    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.CONSTRAINT, table, constraint.name());
    }
  }

  record AlterConstraint(QualifiedName table, Constraint from, Constraint to)
      implements Alteration {
    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.CONSTRAINT, table, to.name());
    }
  }

  record AddIndex(QualifiedName table, Index index) implements Alteration {
    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.INDEX, table, index.name());
    }
  }

  record DropIndex(QualifiedName table, Index index) implements Alteration {
    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.INDEX, table, index.name());
    }
  }

  record AlterIndex(QualifiedName table, Index from, Index to) implements Alteration {
    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.INDEX, table, to.name());
    }
  }

  /// An object with another owner or other privileges.
  record AlterAccess(ObjectPath object, Access.Privileges from, Access.Privileges to)
      implements Alteration {}

  /// A view that is not there, and of which `to` knows the columns only: somebody else makes it.
  record ExpectView(Identifier namespace, View view) implements Alteration {
    public QualifiedName name() {
      return QualifiedName.of(namespace, view.name());
    }

    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.VIEW, name());
    }
  }

  /// The columns that both versions of a table have, in another order. PostgreSQL cannot move one.
  record ReorderColumns(QualifiedName table, List<Identifier> from, List<Identifier> to)
      implements Alteration {
    public ReorderColumns {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    @Override
    public ObjectPath object() {
      return ObjectPath.table(table);
    }
  }
}

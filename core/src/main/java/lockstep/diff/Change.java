package lockstep.diff;

import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;

/// One difference between two schemas.
public sealed interface Change {
  /// Returns the object that is different.
  ObjectPath object();

  /// An object that was not there, with all that belongs to it. The planner knows how to make each.
  sealed interface Creation extends Change {}

  record CreateExtension(Extension extension) implements Creation {
    @Override
    public ObjectPath object() {
      return ObjectPath.extension(extension.name());
    }
  }

  /// @param namespace without the objects in it, which are created one by one
  record CreateNamespace(Namespace namespace) implements Creation {
    @Override
    public ObjectPath object() {
      return ObjectPath.namespace(namespace.name());
    }
  }

  record CreateEnum(Identifier namespace, EnumType type) implements Creation {
    public QualifiedName name() {
      return QualifiedName.of(namespace, type.name());
    }

    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.ENUM, name());
    }
  }

  record CreateDomain(Identifier namespace, Domain domain) implements Creation {
    public QualifiedName name() {
      return QualifiedName.of(namespace, domain.name());
    }

    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.DOMAIN, name());
    }
  }

  record CreateSequence(Identifier namespace, Sequence sequence) implements Creation {
    public QualifiedName name() {
      return QualifiedName.of(namespace, sequence.name());
    }

    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.SEQUENCE, name());
    }
  }

  record CreateTable(Identifier namespace, Table table) implements Creation {
    public QualifiedName name() {
      return QualifiedName.of(namespace, table.name());
    }

    @Override
    public ObjectPath object() {
      return ObjectPath.table(name());
    }
  }

  record CreateView(Identifier namespace, View view) implements Creation {
    public QualifiedName name() {
      return QualifiedName.of(namespace, view.name());
    }

    @Override
    public ObjectPath object() {
      return ObjectPath.of(ObjectPath.Kind.VIEW, name());
    }
  }
}

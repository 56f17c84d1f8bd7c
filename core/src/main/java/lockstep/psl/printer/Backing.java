package lockstep.psl.printer;

import java.util.List;
import java.util.Optional;
import lockstep.mapping.Model;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.schema.View;

/// A model and what stands behind it in the database.
sealed interface Backing {
  Model model();

  List<Column> columns();

  ObjectPath path();

  record OfTable(Model model, Table table) implements Backing {
    @Override
    public List<Column> columns() {
      return table.columns();
    }

    @Override
    public ObjectPath path() {
      return ObjectPath.table(name());
    }
  }

  record OfView(Model model, View view) implements Backing {
    @Override
    public List<Column> columns() {
      return view.columns();
    }

    @Override
    public ObjectPath path() {
      return ObjectPath.of(ObjectPath.Kind.VIEW, name());
    }
  }

  default QualifiedName name() {
    return model().relation();
  }

  default Optional<Column> column(Identifier column) {
    return columns().stream().filter(it -> it.name().equals(column)).findFirst();
  }

  default Optional<Constraint.ForeignKey> foreignKey(Identifier constraint) {
    return switch (this) {
      case OfTable(_, var table) ->
          table.foreignKeys().stream().filter(it -> it.name().equals(constraint)).findFirst();
      case OfView _ -> Optional.empty();
    };
  }

  /// Returns nothing where the schema has no such table or view.
  static Optional<Backing> of(Schema schema, Model model) {
    var name = model.relation();
    return switch (model.kind()) {
      case TABLE -> schema.table(name).map(it -> new OfTable(model, it));
      case VIEW -> schema.view(name).map(it -> new OfView(model, it));
    };
  }
}

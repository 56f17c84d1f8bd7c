package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Arguments;
import lockstep.emit.python.Module.ClassBody;
import lockstep.emit.sqlalchemy.PythonType.Recognition;
import lockstep.mapping.Field;
import lockstep.mapping.Model;
import lockstep.schema.Column;
import lockstep.schema.Constraint.ForeignKey;
import lockstep.schema.Identifier;
import lockstep.schema.Index.Target;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// Writes columns: as typed attributes of a class, or as columns of a plain table.
final class Columns {
  private final Types types;
  private final ForeignKeys foreignKeys;
  private final ColumnValues values;
  private final ClientDefaults clientDefaults;
  private final Findings findings;

  Columns(Types types, ForeignKeys foreignKeys, Findings findings) {
    this.types = types;
    this.foreignKeys = foreignKeys;
    this.values = new ColumnValues(types, findings);
    this.clientDefaults = new ClientDefaults(findings);
    this.findings = findings;
  }

  /// Writes the attributes of a class, in the order of the table.
  ///
  /// @param referenced columns whose attributes the class body refers to later on
  void attributes(PythonFile file, ClassBody body, Entity entity, Set<Identifier> referenced) {
    var keys = keyColumns(entity.relation(), entity.table());
    for (var column : entity.columns()) {
      var attribute = entity.attribute(column.name());
      var field = entity.model().scalar(column.name());
      var type = type(entity.relation(), column);
      file.annotation(type);
      var arguments = new Arguments();
      if (!attribute.equals(column.name().text())) {
        arguments.add(text(column.name().text()));
      }
      var isKnown =
          type.recognition() != Recognition.NONE
              && !isBareList(type, column)
              && foreignKeys.giveType(entity.relation(), column);
      if (isKnown) {
        file.recognised(type);
      } else {
        file.type(type);
        arguments.add(type.type());
      }
      var here = new Here(entity.relation(), entity.table(), keys, column, type);
      rest(file, here, Optional.of(entity.model()), arguments);
      body.declare(
          attribute,
          file.need(Symbol.MAPPED) + "[" + type.annotation() + orNone(column) + "]",
          arguments.isEmpty() && !referenced.contains(column.name())
              ? Optional.empty()
              : Optional.of(file.use(arguments.of(file.need(Symbol.MAPPED_COLUMN)))));
      body.documentation(field.flatMap(Field::documentation));
    }
  }

  /// SQLAlchemy takes what is in `Mapped[list[str]]` for a class that comes later, and looks no
  /// further; `Mapped[list[str] | None]` it reads (2.0.25, `_cleanup_mapped_str_annotation`).
  private static boolean isBareList(PythonType type, Column column) {
    return type.annotation().startsWith("list[") && !column.isNullable();
  }

  /// Returns a column of a plain table.
  Expression column(PythonFile file, CoreTable table, Column column) {
    var type = type(table.name(), column);
    file.type(type);
    var arguments = new Arguments().add(text(column.name().text())).add(type.type());
    var keys = keyColumns(table.name(), table.table());
    rest(file, new Here(table.name(), table.table(), keys, column, type), table.model(), arguments);
    if (!column.isNullable() && !keys.contains(column.name())) {
      arguments.add("nullable", "False");
    }
    return file.use(arguments.of("sa.Column"));
  }

  /// A column and where it stands.
  ///
  /// @param table empty for a view
  /// @param keys the columns that `primary_key=True` marks
  record Here(
      QualifiedName name,
      Optional<Table> table,
      Set<Identifier> keys,
      Column column,
      PythonType type) {}

  private static Set<Identifier> keyColumns(QualifiedName name, Optional<Table> table) {
    return table.map(it -> TableArguments.keyColumns(name, it)).orElse(Set.of());
  }

  private static String orNone(Column column) {
    return column.isNullable() ? " | None" : "";
  }

  private PythonType type(QualifiedName table, Column column) {
    var collation =
        column
            .collation()
            .flatMap(
                it -> {
                  if (isFoundByName(it)) {
                    return Optional.of(it.name().text());
                  }
                  findings.add(
                      SqlAlchemyCode.COLLATION,
                      ObjectPath.column(table, column.name()),
                      "has a collation of the schema `" + it.namespace() + "`, which is not named",
                      "Put the collation into the default schema.");
                  return Optional.empty();
                });
    return types.of(column.type(), collation);
  }

  private static boolean isFoundByName(QualifiedName collation) {
    var namespace = collation.namespace();
    return namespace.equals(Schema.DEFAULT_NAMESPACE) || namespace.text().equals("pg_catalog");
  }

  private void rest(PythonFile file, Here here, Optional<Model> model, Arguments arguments) {
    var column = here.column();
    values.positional(here, arguments);
    for (var key : here.table().map(Table::foreignKeys).orElse(List.of())) {
      if (ForeignKeys.isOnColumn(key) && key.columns().getFirst().equals(column.name())) {
        arguments.add(foreignKeys.onColumn(here.name(), key));
      }
    }
    if (here.keys().contains(column.name())) {
      arguments.add("primary_key", "True");
    }
    var field = model.flatMap(it -> it.scalar(column.name()));
    var hasClientDefault = field.isPresent() && clientDefaults.hasDefault(field.get());
    values.autoincrement(here, hasClientDefault, arguments);
    field.ifPresent(it -> clientDefaults.write(file, here, it, arguments));
    values.serverDefault(here, arguments);
    if (hasIndex(here)) {
      arguments.add("index", "True");
    }
    column.comment().ifPresent(it -> arguments.add("comment", text(it)));
  }

  private static boolean hasIndex(Here here) {
    for (var index : here.table().map(Table::indexes).orElse(List.of())) {
      if (index.keys().getFirst().target() instanceof Target.OfColumn(var name)
          && name.equals(here.column().name())
          && Indexes.isOnColumn(here.name(), index)) {
        return true;
      }
    }
    return false;
  }

  static boolean hasForeignKey(Table table, Identifier column) {
    return table.constraints(ForeignKey.class).anyMatch(it -> it.columns().contains(column));
  }
}

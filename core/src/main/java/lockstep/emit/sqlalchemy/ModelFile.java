package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.call;
import static lockstep.emit.python.Expression.dict;
import static lockstep.emit.python.Expression.entry;
import static lockstep.emit.python.Expression.item;
import static lockstep.emit.python.Expression.list;
import static lockstep.emit.python.Expression.text;

import java.util.ArrayList;
import java.util.List;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Item;
import lockstep.emit.python.Module.ClassBody;
import lockstep.mapping.Model;
import lockstep.schema.Table;

/// Writes the class of a model: its table, its columns, its relations.
final class ModelFile {
  private final SqlAlchemyOptions options;
  private final TableArguments tables;
  private final Columns columns;
  private final Relations relations;

  ModelFile(Blueprint blueprint, TableArguments tables, Columns columns, Findings findings) {
    this.options = blueprint.options();
    this.tables = tables;
    this.columns = columns;
    this.relations = new Relations(blueprint, findings);
  }

  void write(PythonFile file, Entity entity) {
    file.module().imports().futureAnnotations();
    file.module().definition();
    var body =
        file.module()
            .openClass(entity.className(), bases(file, entity), entity.model().documentation());
    body.paragraph();
    body.assign("__tablename__", text(entity.relation().name().text()));
    tableArgs(file, body, entity);
    if (entity.table().flatMap(Table::primaryKey).isEmpty()) {
      mapperArgs(file, body, entity);
    }
    body.paragraph();
    columns.attributes(file, body, entity, relations.referenced(entity));
    body.paragraph();
    relations.attributes(file, body, entity);
    body.close();
  }

  private List<String> bases(PythonFile file, Entity entity) {
    var bases = new ArrayList<String>();
    for (var mixin : options.mixinsOf(entity.model().name())) {
      bases.add(file.mixin(mixin));
    }
    bases.add(file.need(entity.isView() ? Symbol.VIEW_BASE : Symbol.BASE));
    return bases;
  }

  private void tableArgs(PythonFile file, ClassBody body, Entity entity) {
    if (entity.table().isPresent()) {
      tables
          .tableArgs(entity.relation(), entity.table().get())
          .ifPresent(it -> body.assign("__table_args__", file.use(it)));
    } else {
      Blueprint.schemaName(entity.relation().namespace())
          .ifPresent(it -> body.assign("__table_args__", dictInTuple(it)));
    }
  }

  private static Expression dictInTuple(String schema) {
    return Expression.tuple(List.of(dict(List.of(entry(text("schema"), text(schema))))));
  }

  /// Where the table has no primary key, the mapper is told what identifies a row.
  private static void mapperArgs(PythonFile file, ClassBody body, Entity entity) {
    var attributes =
        entity.model().keys().stream().map(Model.Key::fields).findFirst().orElse(List.of()).stream()
            .map(it -> text(entity.byField().get(it)))
            .toList();
    List<Item> entries = List.of(entry(text("primary_key"), list(attributes)));
    body.assign(
        "__mapper_args__", call(file.need(Symbol.MAPPING_PROXY), List.of(item(dict(entries)))));
  }
}

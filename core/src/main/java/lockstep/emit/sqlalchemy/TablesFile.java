package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.keyword;
import static lockstep.emit.python.Expression.text;
import static lockstep.emit.python.Expression.verbatim;

import java.util.ArrayList;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Item;
import lockstep.mapping.Model;

/// Writes tables that have no class, one variable each.
final class TablesFile {
  private final TableArguments tables;
  private final Columns columns;

  TablesFile(TableArguments tables, Columns columns) {
    this.tables = tables;
    this.columns = columns;
  }

  void write(PythonFile file, CoreTable table) {
    file.module().paragraph();
    var arguments = new ArrayList<Item>();
    arguments.add(Expression.item(text(table.name().name().text())));
    var metadata = file.need(table.table().isPresent() ? Symbol.METADATA : Symbol.VIEW_METADATA);
    arguments.add(Expression.item(verbatim(metadata)));
    for (var column : table.columns()) {
      arguments.add(Expression.item(columns.column(file, table, column)));
    }
    if (table.table().isPresent()) {
      tables
          .of(table.name(), table.table().get())
          .forEach(it -> arguments.add(Expression.item(it)));
      for (var option : tables.options(table.name(), table.table().get())) {
        arguments.add(keyword(option.name(), option.value()));
      }
    } else {
      Blueprint.schemaName(table.name().namespace())
          .ifPresent(it -> arguments.add(keyword("schema", text(it))));
    }
    file.module().assign(table.variable(), file.use(Expression.call("sa.Table", arguments)));
    table.model().flatMap(Model::documentation).ifPresent(file.module()::note);
  }
}

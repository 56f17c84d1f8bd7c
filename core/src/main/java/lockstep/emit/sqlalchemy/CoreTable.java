package lockstep.emit.sqlalchemy;

import java.util.List;
import java.util.Optional;
import lockstep.mapping.Model;
import lockstep.schema.Column;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;

/// A table or view without a class: it joins others, is ignored, or has nothing that identifies a
/// row.
///
/// @param table empty for a view
/// @param variable what the module of tables calls it
record CoreTable(
    QualifiedName name,
    Optional<Model> model,
    Optional<Table> table,
    List<Column> columns,
    String variable) {}

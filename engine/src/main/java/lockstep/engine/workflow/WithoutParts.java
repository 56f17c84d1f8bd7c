package lockstep.engine.workflow;

import java.util.function.Predicate;
import java.util.stream.Stream;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// A schema without some of its columns, indexes and constraints, which are made in another way. Of
/// a column that counts, only the counting is.
final class WithoutParts {
  private final Predicate<ObjectPath> isElsewhere;

  private WithoutParts(Predicate<ObjectPath> isElsewhere) {
    this.isElsewhere = isElsewhere;
  }

  static Schema of(Schema schema, Predicate<ObjectPath> isElsewhere) {
    var parts = new WithoutParts(isElsewhere);
    return schema.withNamespaces(
        schema.namespaces().stream()
            .map(
                in ->
                    in.withObjects(
                        in.objects().stream()
                            .map(it -> it instanceof Table table ? parts.of(in.name(), table) : it)
                            .toList()))
            .toList());
  }

  private Table of(Identifier namespace, Table table) {
    var name = QualifiedName.of(namespace, table.name());
    return table.with(
        table.columns().stream().flatMap(it -> column(name, it)).toList(),
        table.constraints().stream().filter(it -> isKept(name, it.name())).toList(),
        table.indexes().stream().filter(it -> isKept(name, it.name())).toList());
  }

  private Stream<Column> column(QualifiedName table, Column it) {
    if (!isElsewhere.test(ObjectPath.column(table, it.name()))) {
      return Stream.of(it);
    }
    return it.value() instanceof ColumnValue.Serial
        ? Stream.of(it.with(new ColumnValue.None()))
        : Stream.empty();
  }

  /// A unique constraint and a unique index of one name are the same in two forms.
  private boolean isKept(QualifiedName table, Identifier part) {
    return !isElsewhere.test(ObjectPath.of(Kind.INDEX, table, part))
        && !isElsewhere.test(ObjectPath.of(Kind.CONSTRAINT, table, part));
  }
}

package lockstep.engine.workflow;

import java.util.List;
import java.util.Optional;
import lockstep.schema.Column;
import lockstep.schema.EnumType;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Table;
import lockstep.schema.View;

/// A schema without the comments that would become documentation, for those who keep them as SQL.
final class WithoutComments {
  private WithoutComments() {}

  static Schema of(Schema schema) {
    return schema.withNamespaces(
        schema.namespaces().stream()
            .map(in -> in.withObjects(in.objects().stream().map(WithoutComments::object).toList()))
            .toList());
  }

  private static SchemaObject object(SchemaObject object) {
    return switch (object) {
      case Table it ->
          new Table(
              it.name(),
              columns(it.columns()),
              it.constraints(),
              it.indexes(),
              it.storage(),
              it.lineage(),
              it.partitionKey(),
              it.rowSecurity(),
              Optional.empty());
      case View it ->
          new View(
              it.name(),
              columns(it.columns()),
              it.query(),
              it.options(),
              it.materialized(),
              Optional.empty());
      case EnumType it -> new EnumType(it.name(), it.values(), Optional.empty());
      default -> object;
    };
  }

  private static List<Column> columns(List<Column> columns) {
    return columns.stream()
        .map(
            it ->
                new Column(
                    it.name(),
                    it.type(),
                    it.nullability(),
                    it.value(),
                    it.collation(),
                    it.storage(),
                    Optional.empty()))
        .toList();
  }
}

package lockstep.engine.postgres.spelling;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.schema.View;

/// Puts what PostgreSQL printed into a schema, in the place of what was written.
final class Respelled {
  private Respelled() {}

  /// Returns the schema with each part that was made as it was read back. Parts that were not made
  /// stay; nothing is added and nothing is lost.
  static Schema of(Schema written, Schema printed) {
    return new Schema(
        written.extensions(),
        written.namespaces().stream()
            .map(it -> printed.namespace(it.name()).map(other -> namespace(it, other)).orElse(it))
            .toList());
  }

  private static Namespace namespace(Namespace written, Namespace printed) {
    return new Namespace(
        written.name(),
        written.enums(),
        merge(written.domains(), printed.domains(), Domain::name),
        written.sequences(),
        written.tables().stream()
            .map(it -> printed.table(it.name()).map(other -> table(it, other)).orElse(it))
            .toList(),
        merge(written.views(), printed.views(), View::name),
        written.comment());
  }

  private static Table table(Table written, Table printed) {
    return new Table(
        written.name(),
        merge(written.columns(), printed.columns(), Column::name),
        merge(written.constraints(), printed.constraints(), Constraint::name),
        merge(written.indexes(), printed.indexes(), Index::name),
        printed.storage(),
        written.comment());
  }

  private static <T> List<T> merge(List<T> written, List<T> printed, Function<T, Identifier> name) {
    return written.stream().map(it -> named(printed, name, name.apply(it)).orElse(it)).toList();
  }

  private static <T> Optional<T> named(
      List<T> all, Function<T, Identifier> name, Identifier wanted) {
    return all.stream().filter(it -> name.apply(it).equals(wanted)).findFirst();
  }
}

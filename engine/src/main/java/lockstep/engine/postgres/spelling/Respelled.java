package lockstep.engine.postgres.spelling;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.schema.Column;
import lockstep.schema.CompositeType;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.OptionsObject;
import lockstep.schema.PrintedObject;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;

/// Puts what PostgreSQL printed into a schema, in the place of what was written.
final class Respelled {
  private Respelled() {}

  /// Returns the schema with each part that was made as it was read back. Parts that were not made
  /// stay; nothing is added and nothing is lost.
  static Schema of(Schema written, Schema printed) {
    return written.withNamespaces(
        written.namespaces().stream()
            .map(it -> printed.namespace(it.name()).map(other -> namespace(it, other)).orElse(it))
            .toList());
  }

  private static Namespace namespace(Namespace written, Namespace printed) {
    return written.withObjects(
        written.objects().stream()
            .map(
                it ->
                    printed
                        .object(it.path(written.name()))
                        .map(other -> object(it, other))
                        .orElse(it))
            .toList());
  }

  private static SchemaObject object(SchemaObject written, SchemaObject printed) {
    return switch (written) {
      case EnumType it -> it;
      case Sequence it -> it;
      case CompositeType it -> it;
      case OptionsObject it -> it;
      case Domain _, View _, PrintedObject _ -> printed;
      case Table it -> table(it, (Table) printed);
    };
  }

  private static Table table(Table written, Table printed) {
    return written.with(
        merge(written.columns(), printed.columns(), Column::name),
        merge(written.constraints(), printed.constraints(), Constraint::name),
        written.indexes().stream()
            .map(
                it ->
                    named(printed.indexes(), Index::name, it.name()).map(it::spelledAs).orElse(it))
            .toList());
  }

  private static <T> List<T> merge(List<T> written, List<T> printed, Function<T, Identifier> name) {
    return written.stream().map(it -> named(printed, name, name.apply(it)).orElse(it)).toList();
  }

  private static <T> Optional<T> named(
      List<T> all, Function<T, Identifier> name, Identifier wanted) {
    return all.stream().filter(it -> name.apply(it).equals(wanted)).findFirst();
  }
}

package lockstep.engine.postgres.introspection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.engine.postgres.Row;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Schema;

/// The operator classes, as `operator-classes.sql` lists them, and the options that the keys of
/// some indexes give theirs, as `key-options.sql` does.
final class OperatorClasses {
  private record Found(
      String namespace, Identifier name, long method, long type, boolean isDefault) {}

  private record TypeOfMethod(long method, long type) {}

  private record KeyOfIndex(long index, int place) {}

  private final Namespaces namespaces;
  private final Map<Long, Found> byOid = new HashMap<>();
  private final Set<TypeOfMethod> withDefault = new HashSet<>();
  private final Map<KeyOfIndex, List<Index.Parameter>> options = new HashMap<>();

  OperatorClasses(Namespaces namespaces) {
    this.namespaces = namespaces;
  }

  void accept(Row row) {
    var found =
        new Found(
            row.text(2), Identifier.of(row.text(3)), row.number(4), row.number(5), row.isTrue(6));
    byOid.put(row.number(1), found);
    if (found.isDefault()) {
      withDefault.add(new TypeOfMethod(found.method(), found.type()));
    }
  }

  void acceptOptions(Row row) {
    options.put(
        new KeyOfIndex(row.number(1), row.integer(2)), Vector.parameters(row.optionalText(3)));
  }

  /// Returns the class that a key names; empty where it has that of its type and no options.
  ///
  /// @param type of the column
  /// @param place of the key, from 1
  Optional<Index.OperatorClass> named(long oid, long type, long index, int place) {
    var found = byOid.get(oid);
    var parameters = options.getOrDefault(new KeyOfIndex(index, place), List.of());
    return isDefaultFor(found, type) && parameters.isEmpty()
        ? Optional.empty()
        : Optional.of(operatorClass(found, parameters));
  }

  /// Returns the class as an index would name it.
  Index.OperatorClass get(long oid, long index, int place) {
    return operatorClass(
        byOid.get(oid), options.getOrDefault(new KeyOfIndex(index, place), List.of()));
  }

  /// A default class serves its own type and those that are stored alike, such as `varchar` beside
  /// `text`, unless these have a default of their own.
  private boolean isDefaultFor(Found found, long type) {
    return found.isDefault()
        && (found.type() == type || !withDefault.contains(new TypeOfMethod(found.method(), type)));
  }

  private Index.OperatorClass operatorClass(Found found, List<Index.Parameter> parameters) {
    return new Index.OperatorClass(namespace(found.namespace()), found.name(), parameters);
  }

  private Optional<Identifier> namespace(String name) {
    if (name.equals("pg_catalog")) {
      return Optional.empty();
    }
    var inSchema = namespaces.nameOf(name).orElseGet(() -> Identifier.of(name));
    return inSchema.equals(Schema.DEFAULT_NAMESPACE) ? Optional.empty() : Optional.of(inSchema);
  }
}

package lockstep.engine.postgres.introspection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;
import lockstep.schema.Schema;

/// The comments on objects, as `comments.sql` lists them.
final class Comments implements Consumer<Row> {
  private final Map<String, Map<Long, String>> texts = new HashMap<>();

  @Override
  public void accept(Row row) {
    texts
        .computeIfAbsent(row.text(1), _ -> new HashMap<>())
        .put(key(row.number(2), row.integer(3)), row.text(4));
  }

  Optional<String> onRelation(long oid) {
    return on("pg_class", oid, 0);
  }

  Optional<String> onColumn(long relation, int number) {
    return on("pg_class", relation, number);
  }

  Optional<String> onType(long oid) {
    return on("pg_type", oid, 0);
  }

  Optional<String> onConstraint(long oid) {
    return on("pg_constraint", oid, 0);
  }

  Optional<String> onRoutine(long oid) {
    return on("pg_proc", oid, 0);
  }

  Optional<String> onTrigger(long oid) {
    return on("pg_trigger", oid, 0);
  }

  Optional<String> onRule(long oid) {
    return on("pg_rewrite", oid, 0);
  }

  Optional<String> onPolicy(long oid) {
    return on("pg_policy", oid, 0);
  }

  Optional<String> onStatistics(long oid) {
    return on("pg_statistic_ext", oid, 0);
  }

  /// PostgreSQL itself comments on `public`; that says nothing about this database.
  Optional<String> onNamespace(long oid) {
    return on("pg_namespace", oid, 0).filter(it -> !it.equals(Schema.DEFAULT_NAMESPACE_COMMENT));
  }

  /// @param catalog as in `pg_collation`
  Optional<String> onOther(String catalog, long oid) {
    return on(catalog, oid, 0);
  }

  Optional<String> on(String catalog, long object, int part) {
    return Optional.ofNullable(texts.getOrDefault(catalog, Map.of()).get(key(object, part)));
  }

  /// Oids have 32 bits.
  private static long key(long object, int part) {
    return object << 32 | part;
  }
}

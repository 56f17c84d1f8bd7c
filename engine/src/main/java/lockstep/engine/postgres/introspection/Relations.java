package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.QualifiedName;
import lockstep.schema.SqlExpression;
import lockstep.schema.Table;
import lockstep.schema.View;

/// The tables and views, as `relations.sql` lists them.
final class Relations implements Consumer<Row> {
  /// @param query of a view; empty for a table
  /// @param replicaIdentity d, n, f or i (PostgreSQL 18, pg_class.relreplident)
  /// @param bound of a partition
  /// @param type the relation of the type that a table is made of
  /// @param rows of a materialized view
  record Found(
      long oid,
      QualifiedName name,
      Table.Storage storage,
      String replicaIdentity,
      Table.RowSecurity rowSecurity,
      Optional<SqlExpression> partitionKey,
      Optional<SqlExpression> bound,
      Optional<Long> type,
      Optional<SqlExpression> query,
      Optional<View.Rows> rows) {
    boolean isView() {
      return query.isPresent();
    }
  }

  private final Namespaces namespaces;
  private final Map<Long, List<Found>> byNamespace = new HashMap<>();
  private final Map<Long, QualifiedName> names = new HashMap<>();

  Relations(Namespaces namespaces) {
    this.namespaces = namespaces;
  }

  @Override
  public void accept(Row row) {
    var name = namespaces.qualified(row.number(2), row.text(3));
    names.put(row.number(1), name);
    if (namespaces.isRead(row.number(2)) && !row.isTrue(8) && !row.text(4).equals("c")) {
      byNamespace.computeIfAbsent(row.number(2), _ -> new ArrayList<>()).add(found(row, name));
    }
  }

  /// Returns the tables and views of a namespace in no particular order.
  List<Found> in(long namespace) {
    return byNamespace.getOrDefault(namespace, List.of());
  }

  /// Returns the name of any table, view or composite type, also of one that is left out.
  Optional<QualifiedName> name(long oid) {
    return Optional.ofNullable(names.get(oid));
  }

  private static Found found(Row row, QualifiedName name) {
    return new Found(
        row.number(1),
        name,
        storage(row),
        row.text(12),
        rowSecurity(row.isTrue(13), row.isTrue(14)),
        row.optionalText(15).map(SqlExpression::new),
        row.optionalText(16).map(SqlExpression::new),
        row.optionalText(17).map(Long::valueOf),
        row.optionalText(7).map(Relations::query),
        row.text(4).equals("m")
            ? Optional.of(row.isTrue(18) ? View.Rows.THERE : View.Rows.NONE_YET)
            : Optional.empty());
  }

  private static Table.Storage storage(Row row) {
    var parameters = new ArrayList<>(Vector.parameters(row.optionalText(6)));
    Vector.parameters(row.optionalText(9))
        .forEach(it -> parameters.add(new Index.Parameter("toast." + it.name(), it.value())));
    return new Table.Storage(
        row.text(5).equals("u") ? Table.Persistence.UNLOGGED : Table.Persistence.PERMANENT,
        parameters,
        row.optionalText(10).map(Identifier::of),
        row.optionalText(11).map(Identifier::of),
        Optional.empty(),
        new Table.ReplicaIdentity.Key());
  }

  private static Table.RowSecurity rowSecurity(boolean isOn, boolean isForced) {
    if (isOn) {
      return isForced ? Table.RowSecurity.FORCED : Table.RowSecurity.ON;
    }
    return isForced ? Table.RowSecurity.FORCED_WHEN_ON : Table.RowSecurity.OFF;
  }

  private static SqlExpression query(String text) {
    var statement = text.strip();
    return new SqlExpression(
        statement.endsWith(";") ? statement.substring(0, statement.length() - 1) : statement);
  }
}

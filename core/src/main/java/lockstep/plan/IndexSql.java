package lockstep.plan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.OperatorClassSql;
import lockstep.sql.Quote;
import lockstep.sql.StorageParameters;

/// Indexes in SQL, and the parts of one that constraints have too.
final class IndexSql {
  /// The methods that Prisma knows, and writes in capitals (Prisma 7).
  private static final Set<String> IN_CAPITALS = Set.of("hash", "gin", "gist", "spgist", "brin");

  private IndexSql() {}

  static String create(QualifiedName table, Index index, Names names) {
    var sql = new StringBuilder(index.isUnique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
    sql.append(Quote.name(index.name())).append(" ON ");
    sql.append(index.placement().reach() == Index.Reach.PARENT_ONLY ? "ONLY " : "");
    sql.append(names.of(table));
    sql.append(index.method().equals(Index.BTREE) ? "" : " " + using(index.method()) + " ");
    return sql.append(keysAndOptions(index, names)).toString();
  }

  /// Returns an index without its name and table, for people.
  static String definition(Index index, Names names) {
    return (index.isUnique() ? "UNIQUE " : "")
        + (index.method().equals(Index.BTREE) ? "" : using(index.method()) + " ")
        + keysAndOptions(index, names);
  }

  private static String keysAndOptions(Index index, Names names) {
    var nullsNotDistinct = index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT;
    return keys(index.keys(), names)
        + include(index.include())
        + (nullsNotDistinct ? " NULLS NOT DISTINCT" : "")
        + StorageParameters.sql(" WITH ", index.parameters())
        + index.placement().tablespace().map(it -> " TABLESPACE " + Quote.name(it)).orElse("")
        + index.where().map(it -> " WHERE (" + it + ")").orElse("");
  }

  static String using(Identifier method) {
    var word = Quote.word(method);
    return "USING " + (IN_CAPITALS.contains(word) ? word.toUpperCase(Locale.ROOT) : word);
  }

  static String columns(List<Identifier> columns) {
    return columns.stream().map(Quote::name).collect(Collectors.joining(", ", "(", ")"));
  }

  static String include(List<Identifier> columns) {
    return columns.isEmpty() ? "" : " INCLUDE " + columns(columns);
  }

  static String key(Index.Key key, Names names) {
    var sql = new StringBuilder(target(key.target()));
    key.collation().ifPresent(it -> sql.append(" COLLATE ").append(names.of(it)));
    key.operatorClass().ifPresent(it -> sql.append(' ').append(OperatorClassSql.of(it, names)));
    sql.append(key.order() == Index.Order.DESCENDING ? " DESC" : "");
    sql.append(key.nulls() == key.order().defaultNulls() ? "" : " NULLS " + key.nulls());
    return sql.toString();
  }

  private static String keys(List<Index.Key> keys, Names names) {
    return keys.stream().map(it -> key(it, names)).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String target(Index.Target target) {
    return switch (target) {
      case Index.Target.OfColumn(var column) -> Quote.name(column);
      case Index.Target.OfExpression(var expression) -> "(" + expression + ")";
    };
  }
}

package lockstep.check.lint.rule;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.sql.Quote;

/// Parts of the queries that probes are.
final class ProbeSql {
  private ProbeSql() {}

  static String table(QualifiedName name) {
    return Quote.name(name.namespace()) + "." + Quote.name(name.name());
  }

  static String columns(List<Identifier> columns) {
    return columns.stream().map(Quote::name).collect(Collectors.joining(", "));
  }

  /// Returns the condition that none of these columns is NULL.
  static String areSet(String prefix, List<Identifier> columns) {
    return columns.stream()
        .map(it -> prefix + Quote.name(it) + " IS NOT NULL")
        .collect(Collectors.joining(" AND "));
  }

  /// Returns the columns as messages have them.
  static String shown(List<Identifier> columns) {
    return columns.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
  }
}

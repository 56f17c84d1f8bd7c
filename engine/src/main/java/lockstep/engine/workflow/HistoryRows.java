package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lockstep.engine.postgres.Session;

/// The rows that a history leaves in a database that was empty before it, as in tables of countries
/// and roles: what a migration in the place of the history has to make as well.
///
/// @param rows as text, by their tables
/// @param script inserts them; empty where there are none
record HistoryRows(Map<String, String> rows, String script) {
  private static final String TABLES =
      """
      select c.oid::regclass::text, c.oid from pg_class c
      where c.relkind = 'r'
        and c.relnamespace not in (
          select oid from pg_namespace where nspname ~ '^pg_' or nspname = 'information_schema')
        and not exists (select from pg_depend where objid = c.oid and deptype = 'e')
      order by 1""";

  private static final String REFERENCES =
      """
      select conrelid, confrelid from pg_constraint where contype = 'f' and conrelid <> confrelid""";

  /// Which columns a row consists of: what is generated comes by itself.
  private static final String COLUMNS =
      """
      select quote_ident(attname), attidentity = 'a' from pg_attribute
      where attrelid = %d and attnum > 0 and not attisdropped and attgenerated = ''
      order by attnum""";

  private static final String SEQUENCES =
      """
      select format('SELECT setval(%L, %s);', format('%I.%I', schemaname, sequencename), last_value)
      from pg_sequences where last_value is not null
      order by schemaname, sequencename""";

  /// Reads all rows; the session's search path is empty meanwhile, so that names are written whole.
  ///
  /// @param versions whose table is left out
  static HistoryRows read(Session session, Optional<SaidVersions> versions) {
    session.execute("set search_path to ''");
    var tables = new TreeMap<String, Long>();
    session.forEach(TABLES, row -> tables.put(row.text(1), Long.parseLong(row.text(2))));
    versions.map(SaidVersions::path).ifPresent(tables::remove);
    var rows = new TreeMap<String, String>();
    var inserts = new HashMap<Long, String>();
    tables.forEach(
        (name, oid) -> {
          var its =
              session.query(
                  "select t::text from only %s t order by 1".formatted(name), row -> row.text(1));
          if (!its.isEmpty()) {
            rows.put(name, String.join("\n", its));
            inserts.put(oid, insert(session, name, oid));
          }
        });
    var script = new ArrayList<String>();
    inOrder(session, inserts.keySet()).forEach(it -> script.add(inserts.get(it)));
    if (!inserts.isEmpty()) {
      script.addAll(session.query(SEQUENCES, row -> row.text(1)));
    }
    return new HistoryRows(rows, String.join("\n", script));
  }

  private record Column(String name, boolean isAlwaysIdentity) {}

  private static String insert(Session session, String table, long oid) {
    var columns =
        session.query(COLUMNS.formatted(oid), row -> new Column(row.text(1), row.isTrue(2)));
    // Each value is a literal without a type: the column gives it one.
    var values =
        columns.stream()
            .map(it -> "coalesce(quote_literal(%s::text), 'NULL')".formatted(it.name()))
            .collect(Collectors.joining(", "));
    var rows =
        session.query(
            "select concat_ws(', ', %s) from only %s order by ctid".formatted(values, table),
            row -> "(" + row.text(1) + ")");
    return "INSERT INTO %s (%s)%s VALUES\n  %s;"
        .formatted(
            table,
            columns.stream().map(Column::name).collect(Collectors.joining(", ")),
            columns.stream().anyMatch(Column::isAlwaysIdentity) ? " OVERRIDING SYSTEM VALUE" : "",
            String.join(",\n  ", rows));
  }

  /// Returns the tables of which the two do not have the same rows.
  List<String> differences(HistoryRows other) {
    var tables = new TreeMap<>(rows);
    tables.putAll(other.rows);
    tables.keySet().removeIf(it -> Objects.equals(rows.get(it), other.rows.get(it)));
    return List.copyOf(tables.keySet());
  }

  /// Returns tables after those that they refer to, as far as that can be.
  private static Set<Long> inOrder(Session session, Set<Long> tables) {
    var references = new HashMap<Long, List<Long>>();
    session.forEach(
        REFERENCES,
        row ->
            references
                .computeIfAbsent(Long.parseLong(row.text(1)), _ -> new ArrayList<>())
                .add(Long.parseLong(row.text(2))));
    var done = new LinkedHashSet<Long>();
    var seen = new HashSet<Long>();
    tables.stream().sorted().forEach(it -> visit(it, references, seen, done));
    done.retainAll(tables);
    return done;
  }

  private static void visit(
      Long table, Map<Long, List<Long>> references, Set<Long> seen, Set<Long> done) {
    if (seen.add(table)) {
      references.getOrDefault(table, List.of()).forEach(it -> visit(it, references, seen, done));
      done.add(table);
    }
  }
}

package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lockstep.engine.postgres.Row;
import lockstep.engine.postgres.Session;
import lockstep.migration.Transcript;
import lockstep.text.Order;

/// Compares the rows of two databases whose tables are equal: one that revisions ran on, and one on
/// which what they had sent ran a second time. The server makes one number of all rows of a table,
/// whatever their order is; none is read here.
///
/// What it reads from the clock, or makes by chance or by counting, is another value each time.
/// Where the rows that a table has may come of that, a difference is no mistake of anybody's.
final class RevisionRows {
  private static final String TABLES =
      """
      select format('%I.%I', n.nspname, c.relname), c.relname, a.attname,
        quote_ident(a.attname),
        coalesce(pg_get_expr(d.adbin, d.adrelid), ''),
        a.attidentity <> '' or exists (
          select from pg_depend x join pg_proc p on p.oid = x.refobjid
          where x.classid = 'pg_attrdef'::regclass and x.objid = d.oid
            and x.refclassid = 'pg_proc'::regclass and p.provolatile <> 'i')
      from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and has_table_privilege(c.oid, 'select')
        and not exists (select from pg_depend where objid = c.oid and deptype = 'e')
      order by 1, a.attnum""";

  /// By what else a table may come to a row: what its triggers do, and where its foreign keys lead.
  private static final String SOURCES =
      """
      select format('%I.%I', n.nspname, c.relname), p.prosrc, ''
      from pg_trigger t
        join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_proc p on p.oid = t.tgfoid
      where not t.tgisinternal
      union all
      select format('%I.%I', n.nspname, c.relname) || '.' || a.attname, '',
        format('%I.%I', rn.nspname, r.relname)
      from pg_constraint k
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        join pg_class c on c.oid = k.conrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_class r on r.oid = k.confrelid
        join pg_namespace rn on rn.oid = r.relnamespace
      where k.contype = 'f'""";

  private static final Pattern NEW_EACH_TIME =
      Pattern.compile(
          "(?i)\\b(now|current_(date|time|timestamp)|local(time|timestamp)|\\w+_timestamp|timeofday"
              + "|random\\w*|setseed|gen_random_\\w+|uuid_generate_\\w+|uuidv\\d|gen_salt|nextval|currval"
              + "|lastval|txid_\\w+|pg_current_\\w+|ctid|xmin|pg_backend_pid|current_database)\\b");

  private final Session recorded;
  private final Session replayed;

  /// What makes a table of rows does more to it than to give it a form.
  private static final Pattern MAKES_ROWS =
      Pattern.compile("(?is)\\s*(select|call|create\\s+(unlogged\\s+)?table\\b[^(]*\\bas\\b).*");

  private static final Pattern ALTERS = Pattern.compile("(?is)\\s*alter\\s+table\\b.*");

  /// What changed rows, and what gave new columns to those that were there.
  private final List<Sent> statements = new ArrayList<>();

  private final List<Sent> alterations = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  RevisionRows(Session recorded, Session replayed) {
    this.recorded = recorded;
    this.replayed = replayed;
  }

  /// What is not the same in both, and was not said before.
  ///
  /// @param wrong tables, and columns of tables, in which the second database has other rows
  /// @param unsteady columns that the server fills with another value each time
  record Differences(List<String> wrong, List<String> unsteady) {
    Differences {
      wrong = List.copyOf(wrong);
      unsteady = List.copyOf(unsteady);
    }
  }

  /// @param text in lower case
  private record Sent(String text, boolean isNewEachTime) {
    static Sent of(String sql) {
      return new Sent(sql.toLowerCase(Locale.ROOT), NEW_EACH_TIME.matcher(sql).find());
    }
  }

  private record Column(String name, String quoted, boolean isNewEachTime) {}

  private record Table(String name, String bare, List<Column> columns) {
    /// A project may give that of Alembic another name; its column has always the same.
    boolean isOfVersions() {
      return columns.size() == 1 && columns.getFirst().name().equals("version_num");
    }

    /// Returns a query for how many rows there are, and a number for all of them.
    String sum() {
      return "select '%s', count(*)::text || ' ' || coalesce(sum(%s), 0) from only %s"
          .formatted(name.replace("'", "''"), number(quotedAll()), name);
    }

    private String quotedAll() {
      return columns.stream().map(Column::quoted).collect(Collectors.joining(", ", "row(", ")"));
    }

    /// Returns a query for a number of each column, behind how many rows there are.
    String sums() {
      return columns.stream()
          .map(it -> "coalesce(sum(%s), 0)::text".formatted(number(it.quoted())))
          .collect(Collectors.joining(", ", "select count(*)::text, ", " from only " + name));
    }

    private static String number(String value) {
      return "hashtextextended(coalesce((%s)::text, ''), 0)::numeric".formatted(value);
    }
  }

  /// A table that is not the same in both.
  ///
  /// @param counts says that of all of it, where it is not about columns
  /// @param columns those that differ
  private record Other(Table table, Optional<String> counts, List<Column> columns) {
    Other(Table table, String counts, List<Column> columns) {
      this(table, Optional.of(counts), columns);
    }

    Other(Table table, List<Column> columns) {
      this(table, Optional.empty(), columns);
    }

    void sort(Set<String> doubtful, List<String> wrong, List<String> unsteady) {
      if (counts.isPresent()) {
        (isAllExpected(doubtful) ? unsteady : wrong)
            .add("`%s`%s".formatted(table.name(), counts.get()));
      } else {
        columns.forEach(
            it ->
                (isExpected(it, doubtful) ? unsteady : wrong)
                    .add("`%s.%s`".formatted(table.name(), it.name())));
      }
    }

    /// Which row got which number may be another one each time; how many there are may not.
    private boolean isAllExpected(Set<String> doubtful) {
      var isCounted =
          counts.filter(String::isEmpty).isPresent()
              && columns.stream().anyMatch(Column::isNewEachTime);
      return isCounted || doubtful.contains(table.name());
    }

    private boolean isExpected(Column column, Set<String> doubtful) {
      return counts.isPresent()
          ? isAllExpected(doubtful)
          : column.isNewEachTime()
              || doubtful.contains(table.name())
              || doubtful.contains(table.name() + "." + column.name());
    }

    /// Returns whether a statement reads what is another value each time.
    boolean isReadBy(Writing it, Set<String> doubtful) {
      return it.named().contains(table.name())
          && columns.stream()
              .filter(column -> isExpected(column, doubtful))
              .anyMatch(
                  column ->
                      names(it.statement().text(), column.name())
                          || it.statement().text().contains("*"));
    }

    boolean isDoubtful(Set<String> doubtful) {
      return columns.stream().anyMatch(it -> isExpected(it, doubtful));
    }
  }

  /// A statement that changes rows.
  ///
  /// @param to the tables that it may change
  /// @param named all that it names
  private record Writing(Sent statement, List<String> to, List<String> named) {
    /// What begins with what it does names the table to which it does that first.
    private static final Pattern TELLS_FIRST =
        Pattern.compile("(?is)\\s*(insert|update|delete|merge)\\b.*");

    static Writing of(Sent statement, Collection<Table> tables) {
      var named =
          tablesIn(statement.text(), tables).stream()
              .sorted(Order.by(it -> at(statement.text(), it.bare()).orElseThrow()))
              .map(Table::name)
              .toList();
      return TELLS_FIRST.matcher(statement.text()).matches() && !named.isEmpty()
          ? new Writing(statement, named.subList(0, 1), named)
          : new Writing(statement, named, named);
    }
  }

  /// Takes down what a revision has sent.
  void sent(Transcript transcript) {
    for (var it : transcript.statements()) {
      if (it.isAboutRows() || !it.isQuestion() && MAKES_ROWS.matcher(it.sql()).matches()) {
        statements.add(Sent.of(it.sql()));
      } else if (ALTERS.matcher(it.sql()).matches()) {
        alterations.add(Sent.of(it.sql()));
      }
    }
  }

  Differences differences() {
    var tables = tables();
    tables.values().removeIf(Table::isOfVersions);
    if (tables.isEmpty()) {
      return new Differences(List.of(), List.of());
    }
    var query =
        tables.values().stream().map(Table::sum).collect(Collectors.joining("\nunion all "));
    var there = sums(recorded, query);
    var here = sums(replayed, query);
    var others =
        tables.values().stream()
            .filter(it -> !there.get(it.name()).equals(here.get(it.name())))
            .map(this::other)
            .toList();
    var wrong = new ArrayList<String>();
    var unsteady = new ArrayList<String>();
    if (!others.isEmpty()) {
      var doubtful = doubtful(tables.values(), others);
      others.forEach(it -> it.sort(doubtful, wrong, unsteady));
    }
    wrong.removeIf(it -> !told.add(it));
    unsteady.removeIf(it -> !told.add(it));
    return new Differences(wrong, unsteady);
  }

  private Other other(Table table) {
    var there = recorded.queryOne(table.sums(), row -> texts(row, table)).orElseThrow();
    var here = replayed.queryOne(table.sums(), row -> texts(row, table)).orElseThrow();
    if (!there.getFirst().equals(here.getFirst())) {
      var counts = " (%s rows, and %s)".formatted(there.getFirst(), here.getFirst());
      return new Other(table, counts, table.columns());
    }
    var columns =
        IntStream.range(0, table.columns().size())
            .filter(at -> !there.get(at + 1).equals(here.get(at + 1)))
            .mapToObj(table.columns()::get)
            .toList();
    // Where no column differs, the same values stand in other rows.
    return columns.isEmpty() ? new Other(table, "", table.columns()) : new Other(table, columns);
  }

  private static List<String> texts(Row row, Table table) {
    var texts = new ArrayList<String>();
    for (var at = 0; at <= table.columns().size(); at++) {
      texts.add(row.text(at + 1));
    }
    return texts;
  }

  private static Map<String, String> sums(Session session, String query) {
    var sums = new LinkedHashMap<String, String>();
    session.forEach(query, row -> sums.put(row.text(1), row.text(2)));
    return sums;
  }

  private Map<String, Table> tables() {
    var tables = new LinkedHashMap<String, Table>();
    recorded.forEach(
        TABLES,
        row -> {
          var table =
              tables.computeIfAbsent(
                  row.text(1), it -> new Table(it, row.text(2), new ArrayList<>()));
          var isNew = row.isTrue(6) || NEW_EACH_TIME.matcher(row.text(5)).find();
          table.columns().add(new Column(row.text(3), row.text(4), isNew));
        });
    return tables;
  }

  /// Returns the tables of which any row may be another one each time, and columns of others: by
  /// what statements and triggers put there, and by the tables that it came from.
  ///
  /// @param others the tables that are not the same: nothing comes of what is
  private Set<String> doubtful(Collection<Table> tables, List<Other> others) {
    var doubtful = new TreeSet<String>();
    var keys = new LinkedHashMap<String, List<String>>();
    recorded.forEach(
        SOURCES,
        row -> {
          if (NEW_EACH_TIME.matcher(row.text(2)).find()) {
            doubtful.add(row.text(1));
          }
          keys.computeIfAbsent(row.text(3), _ -> new ArrayList<>()).add(row.text(1));
        });
    for (var it : alterations) {
      if (it.isNewEachTime()) {
        tablesIn(it.text(), tables).forEach(table -> doubtful.addAll(columns(it.text(), table)));
      }
    }
    var writings = statements.stream().map(it -> Writing.of(it, tables)).toList();
    writings.stream()
        .filter(it -> it.statement().isNewEachTime())
        .forEach(it -> doubtful.addAll(it.to()));
    var size = -1;
    while (size != doubtful.size()) {
      size = doubtful.size();
      for (var other : others) {
        if (other.isDoubtful(doubtful)) {
          doubtful.addAll(keys.getOrDefault(other.table().name(), List.of()));
        }
        writings.stream()
            .filter(it -> other.isReadBy(it, doubtful))
            .toList()
            .forEach(it -> doubtful.addAll(it.to()));
      }
    }
    return doubtful;
  }

  private static List<Table> tablesIn(String statement, Collection<Table> tables) {
    return tables.stream().filter(it -> names(statement, it.bare())).toList();
  }

  private static List<String> columns(String statement, Table table) {
    return table.columns().stream()
        .map(Column::name)
        .filter(it -> names(statement, it))
        .map(it -> table.name() + "." + it)
        .toList();
  }

  private static boolean names(String statement, String name) {
    return at(statement, name).isPresent();
  }

  /// Returns where a statement in lower case names something first, if it does.
  private static Optional<Integer> at(String statement, String name) {
    var wanted = name.toLowerCase(Locale.ROOT);
    var at = statement.indexOf(wanted);
    while (at >= 0) {
      var end = at + wanted.length();
      var isWhole =
          (at == 0 || !isPart(statement.charAt(at - 1)))
              && (end == statement.length() || !isPart(statement.charAt(end)));
      if (isWhole) {
        return Optional.of(at);
      }
      at = statement.indexOf(wanted, at + 1);
    }
    return Optional.empty();
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}

package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// A query in SQL that reads rows of one table by the distance of a vector, understood as a whole.
///
/// Whatever is not in this small grammar makes it no such query: nothing is passed over.
final class VectorSql {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|<=>|<->|<#>|::|<=|>=|<>|!=|-(?!-)|[(),.;=<>*\\[\\]]|\"[^\"]+\"|'[^'\\\\]*'(?!')"
              + "|\\$\\d+|\\d+(\\.\\d+)?|[A-Za-z_]\\w*");

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  private static final Set<String> DISTANCES = Set.of("<=>", "<->", "<#>");
  private static final List<String> PATTERNS = List.of("like", "ilike");
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

  /// Words that end what may be called without `AS`.
  private static final Set<String> WORDS =
      Set.of(
          "from",
          "where",
          "order",
          "limit",
          "offset",
          "group",
          "having",
          "join",
          "inner",
          "left",
          "right",
          "full",
          "cross",
          "natural",
          "union",
          "fetch",
          "for",
          "window",
          "tablesample");

  /// Words that are no names of columns unless they are quoted (PostgreSQL 18, appendix C).
  private static final Set<String> RESERVED =
      Set.of(
          "user",
          "current_user",
          "session_user",
          "current_role",
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_catalog",
          "null",
          "true",
          "false",
          "case",
          "all",
          "distinct",
          "default",
          "array",
          "row",
          "cast",
          "not",
          "any");

  static final Set<String> TEXTS = Set.of("text", "varchar");
  static final Set<String> FLOATS = Set.of("float", "float8");

  private final List<String> tokens = new ArrayList<>();
  private final List<String> qualifiers = new ArrayList<>();
  private int at;
  private boolean isClosed;
  private boolean isOther;

  /// What is selected, compared or ordered by.
  sealed interface Term {}

  /// @param isText whether it is cast to text
  record Column(String name, boolean isText) implements Term {}

  /// @param parameter the number of the vector
  record Distance(String column, String operator, int parameter) implements Term {}

  /// What grows as a distance falls: `1 - (a <=> b)`, `(a <#> b) * -1`.
  ///
  /// @param from which the distance is taken; empty where its sign is turned
  record Similarity(Optional<String> from, Distance distance) implements Term {}

  /// What something is compared with.
  sealed interface Value {}

  /// @param type that it is cast to; empty for none
  record Parameter(int number, String type) implements Value {}

  /// A number, a text between its quotes, `true` or `false`.
  record Literal(String sql) implements Value {}

  /// @param operator a comparison, `is null`, `is not null`, `in`, `any`, `like` or `ilike`
  record Condition(Term term, String operator, List<Value> values) {}

  /// @param name what the row calls it
  record Selected(Term term, String name) {}

  record Sorted(Term by, boolean descends) {}

  record Query(
      List<Selected> selected,
      Optional<String> schema,
      String table,
      List<Condition> conditions,
      List<Sorted> order,
      Optional<Value> limit,
      Optional<Value> offset) {}

  private VectorSql(String sql) {
    var token = TOKEN.matcher(sql);
    var end = 0;
    while (token.region(end, sql.length()).lookingAt()) {
      end = token.end();
      if (!token.group().isBlank()) {
        tokens.add(token.group());
      }
    }
    isOther = end < sql.length();
  }

  /// Returns whether anything in a text computes a distance of vectors.
  static boolean mentionsDistance(String sql) {
    return sql.contains("<+>") || DISTANCES.stream().anyMatch(sql::contains);
  }

  /// Returns what a text says; empty where it says more than is understood here.
  static Optional<Query> of(String sql) {
    var reader = new VectorSql(sql);
    var query = reader.query();
    return reader.isOther ? Optional.empty() : Optional.of(query);
  }

  private Query query() {
    expect("select");
    var selected = listed(this::selected);
    expect("from");
    var first = name();
    var schema = takes(".") ? Optional.of(first) : Optional.<String>empty();
    var table = schema.isPresent() ? name() : first;
    var isRenamed = takes("as") || !word().isEmpty() && !WORDS.contains(word());
    var owner = isRenamed ? name() : table;
    var conditions = new ArrayList<Condition>();
    if (takes("where")) {
      do {
        conditions.add(condition());
      } while (takes("and"));
    }
    List<Sorted> order = List.of();
    if (takes("order")) {
      expect("by");
      order = listed(this::sorted);
    }
    var limit = takes("limit") ? Optional.of(value()) : Optional.<Value>empty();
    var offset = takes("offset") ? Optional.of(value()) : Optional.<Value>empty();
    takes(";");
    isOther |= at != tokens.size() || qualifiers.stream().anyMatch(it -> !it.equals(owner));
    return new Query(selected, schema, table, conditions, order, limit, offset);
  }

  private <T> List<T> listed(Supplier<T> one) {
    var all = new ArrayList<T>();
    do {
      all.add(one.get());
    } while (takes(","));
    return List.copyOf(all);
  }

  private Selected selected() {
    var term = term();
    if (takes("as") || !word().isEmpty() && !WORDS.contains(word())) {
      return new Selected(term, name());
    }
    return new Selected(term, term instanceof Column column ? column.name() : other("?"));
  }

  private Sorted sorted() {
    var by = term();
    if (takes("asc")) {
      return new Sorted(by, false);
    }
    return new Sorted(by, takes("desc"));
  }

  private Condition condition() {
    if (takes("not")) {
      return new Condition(term(), "=", List.of(new Literal("false")));
    }
    var term = term();
    if (takes("is")) {
      var operator = takes("not") ? "is not null" : "is null";
      expect("null");
      return new Condition(term, operator, List.of());
    }
    if (takes("in")) {
      expect("(");
      var values = listed(this::value);
      expect(")");
      return new Condition(term, "in", values);
    }
    for (var pattern : PATTERNS) {
      if (takes(pattern)) {
        return new Condition(term, pattern, List.of(value()));
      }
    }
    var operator = peek();
    if (!COMPARISONS.contains(operator)) {
      return new Condition(term, "=", List.of(new Literal("true")));
    }
    at++;
    if (operator.equals("=") && takes("any")) {
      expect("(");
      var value = value();
      expect(")");
      return new Condition(term, "any", List.of(value));
    }
    return new Condition(term, operator.equals("<>") ? "!=" : operator, List.of(value()));
  }

  private Term term() {
    if (NUMBER.matcher(peek()).matches()) {
      var from = peek();
      at++;
      expect("-");
      return term() instanceof Distance distance && isClosed
          ? withoutCast(new Similarity(Optional.of(from), distance))
          : new Column(other("?"), false);
    }
    if (takes("(")) {
      var inner = term();
      expect(")");
      isClosed = true;
      return turned(withoutCast(inner));
    }
    isClosed = false;
    if (takes("-")) {
      return term() instanceof Distance it && isClosed
          ? new Similarity(Optional.empty(), it)
          : new Column(other("?"), false);
    }
    if (peek().startsWith("$") || peek().equalsIgnoreCase("cast")) {
      var parameter = vector();
      var operator = distance();
      return new Distance(column(), operator, parameter);
    }
    var column = column();
    if (DISTANCES.contains(peek())) {
      var operator = distance();
      return new Distance(column, operator, vector());
    }
    var isText = takes("::");
    if (isText && !TEXTS.contains(name())) {
      other("cast");
    }
    return new Column(column, isText);
  }

  /// Takes what turns the sign of a distance.
  private Term turned(Term term) {
    if (!(term instanceof Distance distance) || !takes("*")) {
      return term;
    }
    expect("-");
    expect("1");
    return new Similarity(Optional.empty(), distance);
  }

  /// A distance is a `float8` already.
  private Term withoutCast(Term term) {
    if (takes("::") && (term instanceof Column || !FLOATS.contains(name()))) {
      other("cast");
    }
    return term;
  }

  private String distance() {
    var operator = peek();
    at++;
    return DISTANCES.contains(operator) ? operator : other(operator);
  }

  /// `$1::vector` or `CAST($1 AS vector)`, with or without its dimensions.
  private int vector() {
    var isCall = takes("cast");
    if (isCall) {
      expect("(");
    }
    var number = number();
    expect(isCall ? "as" : "::");
    expect("vector");
    if (takes("(")) {
      at++;
      expect(")");
    }
    if (isCall) {
      expect(")");
    }
    return number;
  }

  private int number() {
    var token = peek();
    at++;
    return token.startsWith("$") ? Integer.parseInt(token.substring(1)) : other(token).length();
  }

  private Value value() {
    var token = peek();
    if (!token.startsWith("$")) {
      at++;
      var isLiteral =
          token.startsWith("'")
              || NUMBER.matcher(token).matches()
              || token.equalsIgnoreCase("true")
              || token.equalsIgnoreCase("false");
      return new Literal(isLiteral ? token : other(token));
    }
    var number = number();
    var type = takes("::") ? name() : "";
    if (takes("[")) {
      expect("]");
    }
    return new Parameter(number, type);
  }

  private String column() {
    var first = name();
    if (takes(".")) {
      qualifiers.add(first);
      return name();
    }
    return first;
  }

  /// Returns a name as PostgreSQL stores it.
  private String name() {
    var token = peek();
    at++;
    if (token.startsWith("\"")) {
      return token.substring(1, token.length() - 1);
    }
    var name = token.toLowerCase(Locale.ROOT);
    return NAME.matcher(token).matches() && !RESERVED.contains(name) ? name : other(token);
  }

  /// Returns the word or name that comes next, in small letters; nothing where something else does.
  private String word() {
    var token = peek();
    return NAME.matcher(token).matches() || token.startsWith("\"")
        ? token.toLowerCase(Locale.ROOT)
        : "";
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private boolean takes(String token) {
    var isNext = peek().equalsIgnoreCase(token);
    at += isNext ? 1 : 0;
    return isNext;
  }

  private void expect(String token) {
    if (!takes(token)) {
      other(token);
    }
  }

  private String other(String token) {
    isOther = true;
    return token;
  }
}

package lockstep.engine.source.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.diagnostic.Origins;
import lockstep.diagnostic.Place;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.sql.ScriptPart;
import lockstep.sql.SqlToken;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Where objects are made in scripts: the names after `CREATE …` and `ALTER TABLE … ADD`. A later
/// statement wins. A name without namespace is taken for one in `public`.
public final class ScriptOrigins {
  private static final int HEAD = 24;
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("table", Kind.TABLE),
          Map.entry("view", Kind.VIEW),
          Map.entry("type", Kind.ENUM),
          Map.entry("domain", Kind.DOMAIN),
          Map.entry("sequence", Kind.SEQUENCE),
          Map.entry("collation", Kind.COLLATION),
          Map.entry("publication", Kind.PUBLICATION),
          Map.entry("index", Kind.INDEX),
          Map.entry("trigger", Kind.TRIGGER),
          Map.entry("event", Kind.EVENT_TRIGGER),
          Map.entry("server", Kind.FOREIGN_SERVER),
          Map.entry("policy", Kind.POLICY),
          Map.entry("function", Kind.FUNCTION),
          Map.entry("procedure", Kind.PROCEDURE),
          Map.entry("aggregate", Kind.AGGREGATE),
          Map.entry("statistics", Kind.STATISTICS),
          Map.entry("schema", Kind.NAMESPACE),
          Map.entry("extension", Kind.EXTENSION));
  private static final Set<String> BETWEEN =
      Set.of(
          "or",
          "replace",
          "global",
          "local",
          "temporary",
          "temp",
          "unlogged",
          "materialized",
          "recursive",
          "unique",
          "constraint",
          "foreign");
  private static final Set<String> BEFORE_NAME =
      Set.of("concurrently", "if", "not", "exists", "only", "column");
  private static final Set<String> UNNAMED_CONSTRAINTS =
      Set.of("check", "unique", "primary", "foreign", "exclude", "not", "table");

  private final Map<ObjectPath, Place> places = new LinkedHashMap<>();

  private ScriptOrigins() {}

  public static Origins of(List<SourceText> scripts) {
    var origins = new ScriptOrigins();
    for (var script : scripts) {
      for (var part : StatementSplitter.split(script.content())) {
        if (part instanceof ScriptPart.Statement(var span)) {
          origins.statement(script, span);
        }
      }
    }
    return Origins.of(origins.places);
  }

  private void statement(SourceText script, Span span) {
    var tokens = new Head(SqlToken.of(script.text(span), HEAD));
    if (tokens.take("create")) {
      tokens.skip(BETWEEN);
      created(tokens).ifPresent(it -> put(it, script, span));
    } else if (tokens.take("alter") && tokens.take("table")) {
      tokens.skip(BEFORE_NAME);
      tokens.name().flatMap(table -> added(tokens, table)).ifPresent(it -> put(it, script, span));
    }
  }

  private Optional<Found> created(Head tokens) {
    var kind = tokens.kind();
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    if (kind.get() == Kind.EVENT_TRIGGER) {
      tokens.take("trigger");
    }
    tokens.skip(BEFORE_NAME);
    var at = tokens.position();
    return switch (kind.get()) {
      case TABLE,
          FOREIGN_TABLE,
          VIEW,
          ENUM,
          DOMAIN,
          SEQUENCE,
          COLLATION,
          FUNCTION,
          PROCEDURE,
          AGGREGATE,
          STATISTICS ->
          tokens.name().map(it -> new Found(ObjectPath.of(kind.get(), it), at));
      case NAMESPACE -> tokens.identifier().map(it -> new Found(ObjectPath.namespace(it), at));
      case EXTENSION -> tokens.identifier().map(it -> new Found(ObjectPath.extension(it), at));
      case INDEX, TRIGGER, POLICY ->
          tokens.identifier().flatMap(it -> onTable(kind.get(), tokens, it, at));
      case PUBLICATION, FOREIGN_SERVER, EVENT_TRIGGER ->
          tokens.identifier().map(it -> new Found(new ObjectPath(kind.get(), List.of(it)), at));
      // Nobody points at these yet.
      case COLUMN,
          VIEW_COLUMN,
          CONSTRAINT,
          COMPOSITE_TYPE,
          RANGE_TYPE,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_CONFIGURATION,
          RULE,
          DEFAULT_PRIVILEGES,
          CAST,
          LANGUAGE,
          FOREIGN_DATA_WRAPPER ->
          Optional.empty();
    };
  }

  /// What stands on a table names it after `ON`; triggers say before when they fire.
  private static Optional<Found> onTable(Kind kind, Head tokens, Identifier name, Span at) {
    tokens.skipUntil("on");
    tokens.skip(BEFORE_NAME);
    return tokens.name().map(table -> new Found(ObjectPath.of(kind, table, name), at));
  }

  /// A constraint, a column, or what counts for a column.
  private static Optional<Found> added(Head tokens, QualifiedName table) {
    if (tokens.take("alter")) {
      tokens.skip(BEFORE_NAME);
      var at = tokens.position();
      return tokens
          .identifier()
          .filter(_ -> tokens.take("add"))
          .map(name -> new Found(ObjectPath.column(table, name), at));
    }
    if (!tokens.take("add")) {
      return Optional.empty();
    }
    var isConstraint = tokens.take("constraint");
    if (!isConstraint && tokens.isNext(UNNAMED_CONSTRAINTS)) {
      return Optional.empty();
    }
    tokens.skip(BEFORE_NAME);
    var at = tokens.position();
    var kind = isConstraint ? Kind.CONSTRAINT : Kind.COLUMN;
    return tokens.identifier().map(name -> new Found(ObjectPath.of(kind, table, name), at));
  }

  private void put(Found found, SourceText script, Span statement) {
    var start = statement.start() + found.at().start();
    places.put(
        found.path(), Place.of(script, new Span(start, statement.start() + found.at().end())));
  }

  /// @param at the name's span in its statement
  private record Found(ObjectPath path, Span at) {}

  /// The first tokens of a statement, taken one after another.
  private static final class Head {
    private final List<SqlToken> tokens;
    private int next;

    Head(List<SqlToken> tokens) {
      this.tokens = tokens;
    }

    boolean take(String word) {
      var isNext = next < tokens.size() && tokens.get(next).is(word);
      next += isNext ? 1 : 0;
      return isNext;
    }

    boolean isNext(Set<String> words) {
      return next < tokens.size()
          && tokens.get(next).isWord()
          && words.contains(tokens.get(next).text());
    }

    void skip(Set<String> words) {
      while (isNext(words)) {
        next++;
      }
    }

    /// Goes past the next such word, or to the end.
    void skipUntil(String word) {
      while (next < tokens.size() && !tokens.get(next++).is(word)) {}
    }

    Optional<Kind> kind() {
      return next < tokens.size()
          ? Optional.ofNullable(KINDS.get(tokens.get(next++).text()))
          : Optional.empty();
    }

    Span position() {
      return next < tokens.size() ? tokens.get(next).span() : new Span(0, 0);
    }

    Optional<Identifier> identifier() {
      if (next >= tokens.size()) {
        return Optional.empty();
      }
      var token = tokens.get(next++);
      if (token.text().length() > 2 && token.text().startsWith("\"")) {
        var inside = token.text().substring(1, token.text().length() - 1);
        return Optional.of(Identifier.of(inside.replace("\"\"", "\"")));
      }
      return token.isWord() ? Optional.of(Identifier.of(token.text())) : Optional.empty();
    }

    Optional<QualifiedName> name() {
      return identifier().flatMap(this::name);
    }

    private Optional<QualifiedName> name(Identifier first) {
      if (next < tokens.size() && tokens.get(next).text().equals(".")) {
        next++;
        return identifier().map(it -> QualifiedName.of(first, it));
      }
      return Optional.of(QualifiedName.of(Schema.DEFAULT_NAMESPACE, first));
    }
  }
}

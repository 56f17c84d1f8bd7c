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

/// Where objects are made in scripts: the names after `CREATE …` and `ADD CONSTRAINT`. A later
/// statement wins. Only for pointing at: a name without namespace is taken for one in `public`.
final class ScriptOrigins {
  private static final int HEAD = 24;
  private static final Map<String, Kind> KINDS =
      Map.of(
          "table", Kind.TABLE,
          "view", Kind.VIEW,
          "type", Kind.ENUM,
          "domain", Kind.DOMAIN,
          "sequence", Kind.SEQUENCE,
          "collation", Kind.COLLATION,
          "publication", Kind.PUBLICATION,
          "index", Kind.INDEX,
          "schema", Kind.NAMESPACE,
          "extension", Kind.EXTENSION);
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
          "foreign");
  private static final Set<String> BEFORE_NAME =
      Set.of("concurrently", "if", "not", "exists", "only");

  private final Map<ObjectPath, Place> places = new LinkedHashMap<>();

  private ScriptOrigins() {}

  static Origins of(List<SourceText> scripts) {
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
    tokens.skip(BEFORE_NAME);
    var at = tokens.position();
    return switch (kind.get()) {
      case TABLE, FOREIGN_TABLE, VIEW, ENUM, DOMAIN, SEQUENCE, COLLATION ->
          tokens.name().map(it -> new Found(ObjectPath.of(kind.get(), it), at));
      case NAMESPACE -> tokens.identifier().map(it -> new Found(ObjectPath.namespace(it), at));
      case EXTENSION -> tokens.identifier().map(it -> new Found(ObjectPath.extension(it), at));
      case INDEX -> tokens.identifier().flatMap(it -> index(tokens, it, at));
      case PUBLICATION, FOREIGN_SERVER ->
          tokens.identifier().map(it -> new Found(new ObjectPath(kind.get(), List.of(it)), at));
      // Nobody points at these yet.
      case COLUMN,
          VIEW_COLUMN,
          CONSTRAINT,
          COMPOSITE_TYPE,
          RANGE_TYPE,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_CONFIGURATION,
          FUNCTION,
          PROCEDURE,
          AGGREGATE,
          TRIGGER,
          RULE,
          POLICY,
          STATISTICS,
          EVENT_TRIGGER,
          DEFAULT_PRIVILEGES,
          CAST,
          FOREIGN_DATA_WRAPPER ->
          Optional.empty();
    };
  }

  private static Optional<Found> index(Head tokens, Identifier name, Span at) {
    if (!tokens.take("on")) {
      return Optional.empty();
    }
    tokens.skip(BEFORE_NAME);
    return tokens.name().map(table -> new Found(ObjectPath.of(Kind.INDEX, table, name), at));
  }

  private static Optional<Found> added(Head tokens, QualifiedName table) {
    if (!tokens.take("add") || !tokens.take("constraint")) {
      return Optional.empty();
    }
    var at = tokens.position();
    return tokens
        .identifier()
        .map(name -> new Found(ObjectPath.of(Kind.CONSTRAINT, table, name), at));
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

    void skip(Set<String> words) {
      while (next < tokens.size()
          && tokens.get(next).isWord()
          && words.contains(tokens.get(next).text())) {
        next++;
      }
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

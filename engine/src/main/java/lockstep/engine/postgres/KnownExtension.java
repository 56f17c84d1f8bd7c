package lockstep.engine.postgres;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lockstep.sql.SqlToken;

/// Extensions that schemas take for granted, known by the words that they bring.
///
/// Neither Prisma's DDL nor `create_all` creates them; the shadow has to have them before, as the
/// user's database has.
public enum KnownExtension {
  VECTOR("vector", "vector|halfvec|sparsevec"),
  CITEXT("citext", "citext"),
  HSTORE("hstore", "hstore"),
  LTREE("ltree", "ltree|lquery|ltxtquery"),
  CUBE("cube", "cube"),
  ISN("isn", "isbn|isbn13|issn|ean13"),
  POSTGIS("postgis", "geometry|geography|raster"),
  UUID_OSSP("uuid-ossp", "uuid_generate_v1|uuid_generate_v1mc|uuid_generate_v4|uuid_generate_v5"),
  PGCRYPTO("pgcrypto", "gen_random_bytes|crypt|gen_salt|digest"),
  PG_TRGM("pg_trgm", "gin_trgm_ops|gist_trgm_ops|similarity"),
  UNACCENT("unaccent", "unaccent|f_unaccent"),
  /// Its operator classes have no words of their own in an index; only the server misses them.
  BTREE_GIN("btree_gin", ""),
  /// As [#BTREE_GIN].
  BTREE_GIST("btree_gist", "");

  /// After these follows the name of something that the user named.
  private static final Set<String> BEFORE_NAMES =
      Set.of(
          "add",
          "column",
          "constraint",
          "exists",
          "from",
          "index",
          "into",
          "join",
          "key",
          "on",
          "only",
          "references",
          "schema",
          "table",
          "to",
          "trigger",
          "view");

  private final String sqlName;
  private final Set<String> words;
  private final Pattern pattern;

  KnownExtension(String sqlName, String words) {
    this.sqlName = sqlName;
    this.words = Set.of(words.split("\\|"));
    this.pattern = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  public String sqlName() {
    return sqlName;
  }

  /// Returns the one that brings a type or a function of this name.
  public static Optional<KnownExtension> bringing(String word) {
    return List.of(values()).stream().filter(it -> it.words.contains(word)).findFirst();
  }

  /// Returns those whose types, functions or operator classes the statements use, and that none of
  /// them creates. A mere table or column of such a name is no use.
  static List<KnownExtension> takenForGranted(List<String> statements) {
    var text = String.join(";\n", statements);
    var candidates = new ArrayList<KnownExtension>();
    for (var it : values()) {
      if (!it.words.contains("") && it.pattern.matcher(text).find()) {
        candidates.add(it);
      }
    }
    return candidates.isEmpty() ? List.of() : used(candidates, SqlToken.of(text));
  }

  /// Returns the one whose type or function an error names.
  static Optional<KnownExtension> namedIn(String message) {
    return List.of(values()).stream()
        .filter(it -> !it.words.contains("") && it.pattern.matcher(message).find())
        .findFirst();
  }

  private static List<KnownExtension> used(List<KnownExtension> candidates, List<SqlToken> text) {
    var used = EnumSet.noneOf(KnownExtension.class);
    var created = EnumSet.noneOf(KnownExtension.class);
    for (var at = 0; at < text.size(); at++) {
      for (var it : candidates) {
        if (it.isCreatedAt(text, at)) {
          created.add(it);
        } else if (it.isUsedAt(text, at)) {
          used.add(it);
        }
      }
    }
    used.removeAll(created);
    return List.copyOf(used);
  }

  /// `create extension [if not exists] name`.
  private boolean isCreatedAt(List<SqlToken> text, int at) {
    if (at < 2 || !unquoted(text.get(at)).equals(sqlName)) {
      return false;
    }
    var last = text.get(at - 1).is("exists") ? at - 4 : at - 1;
    return last > 0 && text.get(last).is("extension") && text.get(last - 1).is("create");
  }

  /// A type or an operator class stands after a name, a function before its arguments; after a
  /// comma or a parenthesis without arguments stands a column.
  private boolean isUsedAt(List<SqlToken> text, int at) {
    if (!isNamedAt(text, at)) {
      return false;
    }
    var first = at;
    while (isSymbol(text, first - 1, ".")) {
      first -= 2;
    }
    if (first > 0 && BEFORE_NAMES.contains(text.get(first - 1).text())) {
      return false;
    }
    return isSymbol(text, at + 1, "(")
        || first > 0 && !isSymbol(text, first - 1, "(") && !isSymbol(text, first - 1, ",");
  }

  private boolean isNamedAt(List<SqlToken> text, int at) {
    var token = text.get(at);
    return (token.isWord() || isSymbol(text, at - 1, "."))
        && words.contains(unquoted(token))
        && !isSymbol(text, at + 1, ".");
  }

  private static boolean isSymbol(List<SqlToken> text, int at, String symbol) {
    return at >= 0 && at < text.size() && text.get(at).text().equals(symbol);
  }

  private static String unquoted(SqlToken token) {
    return token.text().replace("\"", "");
  }
}

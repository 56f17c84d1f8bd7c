package lockstep.engine.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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
  BTREE_GIN("btree_gin", "using gin"),
  BTREE_GIST("btree_gist", "using gist");

  private final String sqlName;
  private final Pattern words;
  private final Pattern creation;

  KnownExtension(String sqlName, String words) {
    this.sqlName = sqlName;
    this.words = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    this.creation =
        Pattern.compile(
            "create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?\"?" + sqlName + "\\b",
            Pattern.CASE_INSENSITIVE);
  }

  /// Returns whether a word alone shows that the extension is needed; an index method does not.
  public boolean isFoundByItsWords() {
    return this != BTREE_GIN && this != BTREE_GIST;
  }

  public String sqlName() {
    return sqlName;
  }

  /// Returns those that the statements use and none of them creates.
  public static List<KnownExtension> takenForGranted(List<String> statements) {
    var text = String.join("\n", statements);
    var all = new ArrayList<KnownExtension>();
    for (var it : values()) {
      if (it.words.matcher(text).find() && !it.creation.matcher(text).find()) {
        all.add(it);
      }
    }
    return all;
  }
}

package lockstep.engine.postgres.script;

import java.util.List;
import java.util.Set;
import lockstep.sql.SqlToken;

/// How a statement has to be treated when a role with few rights runs it in a shadow database.
enum StatementKind {
  /// Sent as it is; what the server says counts.
  ORDINARY,
  /// `CREATE EXTENSION`: the superuser may have to run it.
  EXTENSION,
  /// `COMMENT ON EXTENSION` and the like, about an extension that the superuser may own.
  ABOUT_EXTENSION,
  /// `CREATE SCHEMA … AUTHORIZATION`: made without its owner where the role is not known.
  SCHEMA_OF_ROLE,
  /// Names owners or grantees; skipped where the role is not known.
  ABOUT_ROLES,
  /// Names roles that are made where the server is our own, else skipped where one is not known.
  POLICY,
  /// Changes a setting of the session; skipped where the server does not know it.
  SETTING,
  /// `SET client_encoding`: the text has been decoded already.
  ENCODING,
  /// About roles, databases, tablespaces: never run.
  CLUSTER_WIDE,
  /// Refused to all but superusers; skipped with a warning where it is.
  OFTEN_SUPERUSERS;

  private static final Set<String> OF_CLUSTER =
      Set.of("role", "user", "group", "database", "tablespace", "system");
  private static final Set<String> OF_SUPERUSER =
      Set.of(
          "event",
          "subscription",
          "publication",
          "language",
          "cast",
          "operator",
          "type",
          "foreign",
          "server",
          "access");

  static StatementKind of(String statement) {
    var first = SqlToken.of(statement, 1);
    if (first.isEmpty()) {
      return ORDINARY;
    }
    return switch (first.getFirst().text()) {
      case "create", "alter", "drop" -> definition(statement);
      case "comment" -> comment(SqlToken.of(statement, 3));
      case "grant", "revoke", "reassign" -> ABOUT_ROLES;
      case "set", "reset" -> setting(SqlToken.of(statement, 3));
      default -> ORDINARY;
    };
  }

  private static StatementKind definition(String statement) {
    var tokens = SqlToken.of(statement, 9);
    var isCreate = tokens.getFirst().is("create");
    var what = tokens.size() > 1 ? tokens.get(1).text() : "";
    if (what.equals("extension")) {
      return isCreate ? EXTENSION : ABOUT_EXTENSION;
    }
    if (what.equals("user") && has(tokens, "mapping")) {
      return ABOUT_ROLES;
    }
    if (OF_CLUSTER.contains(what)) {
      return CLUSTER_WIDE;
    }
    if (what.equals("schema") && isCreate && has(tokens, "authorization")) {
      return SCHEMA_OF_ROLE;
    }
    if (what.equals("policy")) {
      return POLICY;
    }
    if (what.equals("default") || changesOwner(statement, tokens)) {
      return ABOUT_ROLES;
    }
    return OF_SUPERUSER.contains(what) ? OFTEN_SUPERUSERS : ORDINARY;
  }

  private static StatementKind comment(List<SqlToken> tokens) {
    if (has(tokens, "extension")) {
      return ABOUT_EXTENSION;
    }
    return tokens.stream().anyMatch(it -> it.isWord() && OF_CLUSTER.contains(it.text()))
        ? CLUSTER_WIDE
        : ORDINARY;
  }

  private static StatementKind setting(List<SqlToken> tokens) {
    if (has(tokens, "transaction")) {
      // It is refused behind a savepoint, and every server knows it.
      return ORDINARY;
    }
    if (has(tokens, "role") || has(tokens, "authorization")) {
      return ABOUT_ROLES;
    }
    return has(tokens, "client_encoding") || has(tokens, "names") ? ENCODING : SETTING;
  }

  /// `ALTER … OWNER TO role` ends with these three.
  private static boolean changesOwner(String statement, List<SqlToken> head) {
    if (!head.getFirst().is("alter")) {
      return false;
    }
    var tokens = SqlToken.of(statement);
    var size = tokens.size();
    return size > 3 && tokens.get(size - 3).is("owner") && tokens.get(size - 2).is("to");
  }

  private static boolean has(List<SqlToken> tokens, String word) {
    return tokens.stream().anyMatch(it -> it.is(word));
  }
}

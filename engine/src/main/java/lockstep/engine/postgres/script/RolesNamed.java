package lockstep.engine.postgres.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lockstep.sql.SqlToken;

/// The names in a statement about owners and privileges that may be those of roles.
final class RolesNamed {
  private static final Set<String> BEFORE_ROLES =
      Set.of("to", "from", "for", "role", "user", "by", "authorization");

  private RolesNamed() {}

  /// Returns whatever follows the first word that roles follow: objects stand before it, as in
  /// `GRANT SELECT ON t TO reader`.
  static List<String> in(String statement) {
    var names = new ArrayList<String>();
    var isAfter = false;
    for (var token : SqlToken.of(statement)) {
      if (isAfter && token.isWord()) {
        names.add(token.text());
      } else if (isAfter && token.text().startsWith("\"") && token.text().length() > 2) {
        names.add(token.text().substring(1, token.text().length() - 1).replace("\"\"", "\""));
      }
      isAfter |= token.isWord() && BEFORE_ROLES.contains(token.text());
    }
    return names;
  }
}

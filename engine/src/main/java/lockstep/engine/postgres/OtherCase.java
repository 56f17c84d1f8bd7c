package lockstep.engine.postgres;

import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.schema.Identifier;
import lockstep.sql.Quote;
import lockstep.sql.SqlToken;

/// A type or table that does not exist because of the case of its name: PostgreSQL reads every name
/// outside double quotes in lower case, and compares those between them letter by letter.
public final class OtherCase {
  private static final Pattern MISSING =
      Pattern.compile("(type|relation) \"(?:(.*)\\.)?(.*)\" does not exist");

  private OtherCase() {}

  /// Returns the name that may have been meant; empty where the error is about something else.
  ///
  /// @param session is not asked while it is in a transaction, which would be a broken one
  /// @param script what was run, whose names may have been taken back with it
  public static Optional<Identifier> meant(SqlError error, Session session, String script) {
    var missing = MISSING.matcher(error.message());
    if (!missing.matches()) {
      return Optional.empty();
    }
    var name = missing.group(3);
    var home = Optional.ofNullable(missing.group(2));
    var there =
        session.isInTransaction()
            ? Optional.<Identifier>empty()
            : inCatalog(session, missing.group(1).equals("type"), home, name);
    return there.or(() -> inScript(script, name));
  }

  private static Optional<Identifier> inCatalog(
      Session session, boolean isType, Optional<String> home, String name) {
    return session.queryOne(
        """
        select o.name
        from (
          select typname::text as name, typnamespace as home, pg_type_is_visible(oid) as is_visible
          from pg_type where %1$s
          union all
          select relname::text, relnamespace, pg_table_is_visible(oid)
          from pg_class where not %1$s
        ) o join pg_namespace n on n.oid = o.home
        where lower(o.name) = lower(%2$s) and o.name <> %2$s and %3$s
        order by 1 limit 1"""
            .formatted(
                isType,
                Quote.literal(name),
                home.map(it -> "nspname = " + Quote.literal(it)).orElse("is_visible")),
        row -> Identifier.of(row.text(1)));
  }

  private static Optional<Identifier> inScript(String script, String name) {
    return SqlToken.of(script).stream()
        .map(SqlToken::text)
        .filter(it -> it.startsWith("\"") && it.length() > 2)
        .map(it -> it.substring(1, it.length() - 1))
        .filter(it -> it.equalsIgnoreCase(name) && !it.equals(name))
        .map(Identifier::of)
        .findFirst();
  }
}

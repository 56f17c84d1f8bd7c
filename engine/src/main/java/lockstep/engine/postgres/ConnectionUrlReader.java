package lockstep.engine.postgres;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import lockstep.engine.postgres.ConnectionUrl.Parsed;

/// Reads connection URLs: `postgresql://user:password@host:port/database?parameters`, several
/// hosts, sockets in `?host=` or percent-encoded, SQLAlchemy's `+driver`, a leading `jdbc:`.
final class ConnectionUrlReader {
  private static final Pattern SCHEME =
      Pattern.compile("(?:jdbc:)?(?:postgres|postgresql)(?:\\+[a-z0-9_]+)?://(.*)", Pattern.DOTALL);

  private static final Pattern QUOTES = Pattern.compile("\\s*[\"'`]");

  private final ConnectionParameters parameters = new ConnectionParameters();

  private ConnectionUrlReader() {}

  static boolean isUrl(String text) {
    return SCHEME.matcher(text.strip()).matches() || isProxy(text) || KeywordString.isOne(text);
  }

  private static boolean isProxy(String text) {
    return text.startsWith("prisma+postgres://") || text.startsWith("prisma://");
  }

  static Parsed read(String text, ConnectionDefaults defaults) {
    if (isProxy(text)) {
      return new Parsed.Invalid(
          "A `prisma://` or `prisma+postgres://` URL leads to Prisma's proxy, not to a PostgreSQL"
              + " server; give the database's own `postgresql://` URL.");
    }
    var matcher = SCHEME.matcher(text.strip());
    if (!matcher.matches() && QUOTES.matcher(text).lookingAt()) {
      return new Parsed.Invalid(
          "The URL begins with a quotation mark: in a `.env`, one that nothing closes is part of the"
              + " value.");
    }
    if (!matcher.matches() && !KeywordString.isOne(text)) {
      return new Parsed.Invalid(
          "A database URL begins with `postgresql://`, as in `postgresql://user@host:5432/name`.");
    }
    try {
      var parameters =
          matcher.matches()
              ? new ConnectionUrlReader().url(matcher.group(1))
              : KeywordString.read(text);
      return new Parsed.Valid(ConnectionBuilder.build(parameters, defaults));
    } catch (MalformedConnection problem) {
      return new Parsed.Invalid(problem.getMessage());
    }
  }

  private ConnectionParameters url(String rest) {
    var question = rest.indexOf('?');
    var hierarchy = question < 0 ? rest : rest.substring(0, question);
    var slash = hierarchy.indexOf('/');
    var authority = slash < 0 ? hierarchy : hierarchy.substring(0, slash);
    if (slash >= 0) {
      parameters.put("dbname", decode(hierarchy.substring(slash + 1)));
    }
    var at = authority.lastIndexOf('@');
    if (at >= 0) {
      userInfo(authority.substring(0, at));
    }
    hosts(authority.substring(at + 1));
    if (question >= 0) {
      query(rest.substring(question + 1));
    }
    return parameters;
  }

  private void userInfo(String text) {
    var colon = text.indexOf(':');
    parameters.put("user", decode(colon < 0 ? text : text.substring(0, colon)));
    if (colon >= 0) {
      parameters.put("password", decode(text.substring(colon + 1)));
    }
  }

  /// Several hosts become two lists separated by commas, as libpq keeps them.
  private void hosts(String text) {
    if (text.isEmpty()) {
      return;
    }
    var hosts = new ArrayList<String>();
    var ports = new ArrayList<String>();
    for (var part : text.split(",", -1)) {
      var bracket = part.startsWith("[") ? part.indexOf(']') : -1;
      var colon = part.indexOf(':', Math.max(bracket, 0));
      var host = colon < 0 ? part : part.substring(0, colon);
      hosts.add(decode(bracket > 0 ? part.substring(1, bracket) : host));
      ports.add(colon < 0 ? "" : part.substring(colon + 1));
    }
    parameters.put("host", String.join(",", hosts));
    var isDefault = ports.stream().allMatch(String::isEmpty);
    parameters.put("port", isDefault ? "" : String.join(",", ports));
  }

  private void query(String text) {
    for (var pair : text.split("&")) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.putFromUrl(
            decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = new ByteArrayOutputStream();
    var source = text.getBytes(StandardCharsets.UTF_8);
    for (var i = 0; i < source.length; i++) {
      if (source[i] == '%') {
        var high = i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
        var low = i + 2 < source.length ? Character.digit(source[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw new MalformedConnection(
              "A `%` in the database URL is followed by no two hex digits.");
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(source[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

package lockstep.engine.postgres;

import java.util.regex.Pattern;

/// libpq's other way to write a connection: `host=localhost dbname='my db'` (PostgreSQL 18,
/// 32.1.1.1).
final class KeywordString {
  private static final Pattern BEGINNING = Pattern.compile("\\s*([a-z_]+)\\s*=.*", Pattern.DOTALL);

  private final String text;
  private int at;

  private KeywordString(String text) {
    this.text = text;
  }

  /// Returns whether a text begins with one of libpq's parameters and an equals sign.
  static boolean isOne(String text) {
    var matcher = BEGINNING.matcher(text);
    return matcher.matches() && ConnectionParameters.isOfLibpq(matcher.group(1));
  }

  static ConnectionParameters read(String text) {
    return new KeywordString(text).parameters();
  }

  private ConnectionParameters parameters() {
    var parameters = new ConnectionParameters();
    skipSpace();
    while (at < text.length()) {
      var name = name();
      skipSpace();
      if (at == text.length() || text.charAt(at) != '=') {
        throw new MalformedConnection(
            "In a connection string, each parameter is followed by `=`; put a value with a space in"
                + " single quotes.");
      }
      at++;
      skipSpace();
      parameters.putFromKeywords(name, value());
      skipSpace();
    }
    return parameters;
  }

  private String name() {
    var start = at;
    while (at < text.length() && text.charAt(at) != '=' && !isSpace()) {
      at++;
    }
    return text.substring(start, at);
  }

  private String value() {
    var isQuoted = at < text.length() && text.charAt(at) == '\'';
    if (isQuoted) {
      at++;
    }
    var out = new StringBuilder();
    while (at < text.length() && (isQuoted ? text.charAt(at) != '\'' : !isSpace())) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      out.append(text.charAt(at++));
    }
    if (isQuoted) {
      if (at == text.length()) {
        throw new MalformedConnection("A quote in the connection string is not closed.");
      }
      at++;
    }
    return out.toString();
  }

  private void skipSpace() {
    while (at < text.length() && isSpace()) {
      at++;
    }
  }

  private boolean isSpace() {
    return Character.isWhitespace(text.charAt(at));
  }
}

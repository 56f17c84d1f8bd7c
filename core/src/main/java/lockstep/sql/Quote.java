package lockstep.sql;

import java.util.regex.Pattern;
import lockstep.schema.Identifier;

/// Puts names and texts between quotes, so that PostgreSQL reads back exactly what they say.
public final class Quote {
  private static final Pattern PLAIN_WORD = Pattern.compile("[a-z_][a-z0-9_]*");

  private Quote() {}

  /// Returns a name between double quotes.
  public static String name(Identifier name) {
    var text = name.text();
    return '"' + (text.indexOf('"') < 0 ? text : text.replace("\"", "\"\"")) + '"';
  }

  /// Returns a name without quotes where it needs none. Only for names that are no key words, such
  /// as those of access methods and operator classes.
  public static String word(Identifier name) {
    return PLAIN_WORD.matcher(name.text()).matches() ? name.text() : name(name);
  }

  /// Returns an extension's version, which PostgreSQL reads as a name or a text.
  public static String version(String version) {
    return '"' + version.replace("\"", "\"\"") + '"';
  }

  /// Returns a text as an element of an array's text, as in `{"one","two"}` (PostgreSQL 18,
  /// 8.15.6).
  public static String element(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// Returns a text between single quotes. Backslashes stand for themselves, as they do since
  /// `standard_conforming_strings` is on (PostgreSQL 9.1).
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// Returns a text for a comment of one line: a name may have several, and what stands in the
  /// second is no comment any more.
  public static String inComment(String text) {
    return text.replaceAll("\\s+", " ");
  }
}

package lockstep.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lockstep.text.Span;

/// One token of a statement.
///
/// @param text as written, but a bare word in lower case, as PostgreSQL reads it
/// @param isWord whether it is a bare word, which may be a key word
public record SqlToken(String text, boolean isWord, Span span) {

  /// Returns the tokens of an SQL text, without white space and comments.
  public static List<SqlToken> of(String sql) {
    return of(sql, Integer.MAX_VALUE);
  }

  /// Returns at most `limit` tokens from the beginning of an SQL text.
  public static List<SqlToken> of(String sql, int limit) {
    var tokens = new ArrayList<SqlToken>();
    var scanner = new SqlScanner(sql, 0);
    while (tokens.size() < limit && scanner.next() != SqlScanner.Kind.END) {
      var isWord = scanner.kind() == SqlScanner.Kind.WORD;
      var text = isWord ? scanner.token().toLowerCase(Locale.ROOT) : scanner.token();
      tokens.add(new SqlToken(text, isWord, new Span(scanner.start(), scanner.end())));
    }
    return List.copyOf(tokens);
  }

  /// Returns the span of the token that begins at an offset, or is there.
  public static Span at(String sql, int offset) {
    var scanner = new SqlScanner(sql, Math.min(offset, sql.length()));
    return scanner.next() == SqlScanner.Kind.END
        ? new Span(offset, offset)
        : new Span(scanner.start(), scanner.end());
  }

  /// Returns the same token in a text in which this one begins at an offset.
  public SqlToken at(int offset) {
    return new SqlToken(text, isWord, new Span(offset + span.start(), offset + span.end()));
  }

  /// Returns by how much what follows stands deeper in parentheses or brackets: 1, 0 or -1.
  public int depth() {
    return switch (text) {
      case "(", "[" -> 1;
      case ")", "]" -> -1;
      default -> 0;
    };
  }

  /// Returns whether it is this key word.
  public boolean is(String lowerCase) {
    return isWord && text.equals(lowerCase);
  }
}

package lockstep.schema;

import java.nio.charset.StandardCharsets;

/// A name as PostgreSQL stores it: unquoted, case kept, at most 63 bytes of UTF-8 (PostgreSQL 17,
/// 4.1.1).
public record Identifier(String text) implements Comparable<Identifier> {
  /// The longest name in bytes, `NAMEDATALEN - 1`.
  public static final int MAX_BYTES = 63;

  public Identifier {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a name has at least one character");
    }
    text = truncate(text, MAX_BYTES);
  }

  /// Returns the name as PostgreSQL would store it: cut to 63 bytes at a character boundary.
  public static Identifier of(String text) {
    return new Identifier(text);
  }

  /// Returns the longest start of a text that has at most so many bytes in UTF-8.
  public static String truncate(String text, int bytes) {
    if (text.length() * 3 <= bytes || utf8Length(text) <= bytes) {
      return text;
    }
    var length = 0;
    var end = 0;
    while (end < text.length()) {
      var codePoint = text.codePointAt(end);
      length += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      if (length > bytes) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }

  public static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// Hashes the text alone: names are looked up everywhere.
  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Identifier(var it) && text.equals(it);
  }

  @Override
  public int compareTo(Identifier other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}

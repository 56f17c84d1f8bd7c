package lockstep.engine.source.sql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What the bytes of an SQL file say.
sealed interface SqlText {
  record Decoded(String text) implements SqlText {}

  /// `pg_dump`'s custom format, which only `pg_restore` reads.
  record Archive() implements SqlText {}

  record Unreadable(String reason) implements SqlText {}

  /// `SET client_encoding = 'LATIN1'`, as `pg_dump --encoding` writes it.
  Pattern ENCODING = Pattern.compile("(?i)\\bclient_encoding\\s*(?:=|to)\\s*'([^']+)'");

  /// PostgreSQL's names of encodings that Java calls otherwise (PostgreSQL 18, 23.3.1).
  Map<String, String> JAVA_NAME =
      Map.ofEntries(
          Map.entry("LATIN1", "ISO-8859-1"),
          Map.entry("LATIN2", "ISO-8859-2"),
          Map.entry("LATIN9", "ISO-8859-15"),
          Map.entry("SQL_ASCII", "ISO-8859-1"),
          Map.entry("WIN", "windows-1251"),
          Map.entry("EUC_JP", "EUC-JP"),
          Map.entry("EUC_KR", "EUC-KR"),
          Map.entry("EUC_CN", "GB2312"),
          Map.entry("KOI8R", "KOI8-R"),
          Map.entry("SJIS", "Shift_JIS"));

  /// Reads UTF-8, UTF-16 with a mark, or the encoding that the script itself sets.
  static SqlText decode(byte[] bytes) {
    if (startsWith(bytes, 'P', 'G', 'D', 'M', 'P')) {
      return new Archive();
    }
    if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
      return decode(bytes, StandardCharsets.UTF_16);
    }
    var start = startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
    var content = Arrays.copyOfRange(bytes, start, bytes.length);
    var utf8 = decode(content, StandardCharsets.UTF_8);
    return utf8 instanceof Unreadable ? inOwnEncoding(content) : utf8;
  }

  private static SqlText inOwnEncoding(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(bytes.length, 8192), StandardCharsets.ISO_8859_1);
    var named = ENCODING.matcher(head);
    if (!named.find()) {
      return new Unreadable("it is not UTF-8, and sets no client_encoding");
    }
    var name = named.group(1).toUpperCase(Locale.ROOT);
    try {
      var javaName = JAVA_NAME.getOrDefault(name, name.replaceFirst("^WIN(?=\\d)", "windows-"));
      return decode(bytes, Charset.forName(javaName));
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      return new Unreadable("its client_encoding `" + named.group(1) + "` is not known here");
    }
  }

  private static SqlText decode(byte[] bytes, Charset charset) {
    try {
      var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? new Decoded(text) : new Unreadable("it holds zero bytes");
    } catch (CharacterCodingException e) {
      return new Unreadable("it is not " + charset.name());
    }
  }

  private static boolean startsWith(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (var i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }
}

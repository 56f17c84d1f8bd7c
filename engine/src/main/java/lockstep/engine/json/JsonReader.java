package lockstep.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Reads a JSON text (RFC 8259), strictly: no comments, no trailing commas.
public final class JsonReader {
  /// Deeper than any document of ours, and far from the end of a thread's stack.
  private static final int MAX_DEPTH = 500;

  private final String text;
  private final Places places;
  private int at;
  private int depth;

  private JsonReader(String text, Places places) {
    this.text = text;
    this.places = places;
  }

  /// Is told where each value stands.
  interface Places {
    /// For who only wants the values.
    Places UNWANTED =
        new Places() {
          @Override
          public void value(Json value, int start, int end) {}

          @Override
          public void member(String name, Json value, int start, int end, boolean isThere) {}
        };

    void value(Json value, int start, int end);

    /// @param start where the member's name begins, at its quote
    /// @param isThere whether the object had a member of that name already
    void member(String name, Json value, int start, int end, boolean isThere)
        throws MalformedJsonException;
  }

  /// Returns the one value that the text holds.
  public static Json read(String text) throws MalformedJsonException {
    return read(text, Places.UNWANTED);
  }

  static Json read(String text, Places places) throws MalformedJsonException {
    var reader = new JsonReader(text, places);
    if (text.startsWith("\uFEFF")) {
      reader.at++;
    }
    var value = reader.value();
    reader.space();
    if (reader.at < text.length()) {
      throw reader.malformed("more text after the value");
    }
    return value;
  }

  private Json value() throws MalformedJsonException {
    space();
    var start = at;
    var value = valueHere();
    places.value(value, start, at);
    return value;
  }

  private Json valueHere() throws MalformedJsonException {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new Json.OfText(string());
      case 't' -> word("true", new Json.OfBoolean(true));
      case 'f' -> word("false", new Json.OfBoolean(false));
      case 'n' -> word("null", new Json.OfNull());
      default -> number();
    };
  }

  private Json object() throws MalformedJsonException {
    enter();
    var members = new LinkedHashMap<String, Json>();
    while (hasNext('}', members.isEmpty())) {
      space();
      if (peek() != '"') {
        throw malformed("a member's name expected");
      }
      var start = at;
      var name = string();
      var end = at;
      space();
      expect(':');
      var value = value();
      var isThere = members.put(name, value) != null;
      places.member(name, value, start, end, isThere);
    }
    depth--;
    return new Json.OfObject(members);
  }

  private Json array() throws MalformedJsonException {
    enter();
    var values = new ArrayList<Json>();
    while (hasNext(']', values.isEmpty())) {
      values.add(value());
    }
    depth--;
    return new Json.OfArray(values);
  }

  private void enter() throws MalformedJsonException {
    at++;
    if (++depth > MAX_DEPTH) {
      throw malformed("nested more than " + MAX_DEPTH + " deep");
    }
  }

  /// Steps over the closing character, or over the comma before the next element.
  private boolean hasNext(char close, boolean isFirst) throws MalformedJsonException {
    space();
    if (peek() == close) {
      at++;
      return false;
    }
    if (!isFirst) {
      expect(',');
    }
    return true;
  }

  private String string() throws MalformedJsonException {
    var start = ++at;
    while (at < text.length()) {
      var c = text.charAt(at);
      if (c == '"') {
        return text.substring(start, at++);
      }
      if (c == '\\') {
        return escaped(new StringBuilder(text.substring(start, at)));
      }
      if (c < ' ') {
        throw malformed("a control character in a string");
      }
      at++;
    }
    throw malformed("a string without end");
  }

  private String escaped(StringBuilder out) throws MalformedJsonException {
    while (at < text.length()) {
      var c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        at--;
        throw malformed("a control character in a string");
      }
      out.append(c == '\\' ? escape() : c);
    }
    throw malformed("a string without end");
  }

  private char escape() throws MalformedJsonException {
    var c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> throw malformed("an unknown escape");
    };
  }

  private char codeUnit() throws MalformedJsonException {
    var unit = 0;
    for (var i = 0; i < 4; i++) {
      var digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw malformed("four hexadecimal digits expected");
      }
      unit = unit * 16 + digit;
      at++;
    }
    return (char) unit;
  }

  private Json number() throws MalformedJsonException {
    var start = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    return new Json.OfNumber(text.substring(start, at));
  }

  private void digits() throws MalformedJsonException {
    var start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw malformed("a value expected");
    }
  }

  private boolean skip(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private Json word(String word, Json value) throws MalformedJsonException {
    if (!text.startsWith(word, at)) {
      throw malformed("a value expected");
    }
    at += word.length();
    return value;
  }

  private void expect(char c) throws MalformedJsonException {
    if (!skip(c)) {
      throw malformed("`" + c + "` expected");
    }
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /// Returns the next character; a NUL, which is in no grammar rule, at the end.
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private MalformedJsonException malformed(String fact) {
    return new MalformedJsonException(fact, at);
  }
}

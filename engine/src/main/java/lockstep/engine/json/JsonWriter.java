package lockstep.engine.json;

import java.util.Optional;

/// Writes one JSON text, member by member, in the order of the calls.
///
/// ```
/// var json = JsonWriter.indented();
/// try (var _ = json.object()) {
///   json.member("version", 1);
///   try (var _ = json.array("findings")) {
///     findings.forEach(it -> finding(json, it));
///   }
/// }
/// ```
///
/// Characters outside ASCII are written as they are; those that are unsafe in terminals and web
/// pages are escaped.
public final class JsonWriter {
  private static final int INDENT = 2;
  private static final String BREAK = "\n" + " ".repeat(64 * INDENT);

  private final StringBuilder out = new StringBuilder();
  private final boolean isIndented;
  private int depth;
  private boolean isFirst = true;
  private boolean isAfterName;

  private JsonWriter(boolean isIndented) {
    this.isIndented = isIndented;
  }

  /// A text for people: one member a line, two spaces a level.
  public static JsonWriter indented() {
    return new JsonWriter(true);
  }

  /// A text without any white space.
  public static JsonWriter compact() {
    return new JsonWriter(false);
  }

  /// Ends an object or array that was begun.
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  public Scope object() {
    return open('{', '}');
  }

  public Scope object(String name) {
    return name(name).object();
  }

  public Scope array() {
    return open('[', ']');
  }

  public Scope array(String name) {
    return name(name).array();
  }

  /// Writes a member's name; its value must follow.
  public JsonWriter name(String name) {
    separate();
    string(name);
    out.append(isIndented ? ": " : ":");
    isAfterName = true;
    return this;
  }

  public void member(String name, String value) {
    name(name).value(value);
  }

  public void member(String name, long value) {
    name(name).value(value);
  }

  public void member(String name, boolean value) {
    name(name).value(value);
  }

  /// Writes the member where there is a value, and nothing where there is none.
  public void member(String name, Optional<String> value) {
    value.ifPresent(it -> member(name, it));
  }

  public void value(String value) {
    separate();
    string(value);
  }

  public void value(long value) {
    separate();
    out.append(value);
  }

  public void value(boolean value) {
    separate();
    out.append(value);
  }

  public void value(Json value) {
    switch (value) {
      case Json.OfText(var text) -> value(text);
      case Json.OfNumber(var literal) -> literal(literal);
      case Json.OfBoolean(var truth) -> value(truth);
      case Json.OfNull() -> literal("null");
      case Json.OfArray(var values) -> {
        try (var _ = array()) {
          values.forEach(this::value);
        }
      }
      case Json.OfObject(var members) -> {
        try (var _ = object()) {
          members.forEach((name, member) -> name(name).value(member));
        }
      }
    }
  }

  /// Returns the text; an indented one ends with a line break. Returns what was written since the
  /// last time and forgets it: a long text is handed on in parts.
  public String drain() {
    var part = out.toString();
    out.setLength(0);
    return part;
  }

  @Override
  public String toString() {
    return isIndented ? out + "\n" : out.toString();
  }

  private void literal(String literal) {
    separate();
    out.append(literal);
  }

  private Scope open(char open, char close) {
    separate();
    out.append(open);
    depth++;
    isFirst = true;
    return () -> close(close);
  }

  private void close(char close) {
    depth--;
    if (!isFirst) {
      breakLine();
    }
    out.append(close);
    isFirst = false;
  }

  private void separate() {
    if (isAfterName) {
      isAfterName = false;
      return;
    }
    if (!isFirst) {
      out.append(',');
    }
    isFirst = false;
    if (depth > 0) {
      breakLine();
    }
  }

  private void breakLine() {
    if (isIndented) {
      out.append(BREAK, 0, Math.min(1 + depth * INDENT, BREAK.length()));
    }
  }

  private void string(String value) {
    out.append('"');
    var written = 0;
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c == '"' || c == '\\' || isUnsafe(c)) {
        out.append(value, written, i);
        escaped(c);
        written = i + 1;
      }
    }
    out.append(value, written, value.length()).append('"');
  }

  private void escaped(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u");
        out.append(Character.forDigit(c >> 12, 16)).append(Character.forDigit(c >> 8 & 15, 16));
        out.append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
      }
    }
  }

  /// Control characters, and the line separators that end a JavaScript string.
  private static boolean isUnsafe(char c) {
    return c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
  }
}

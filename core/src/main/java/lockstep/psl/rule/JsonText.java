package lockstep.psl.rule;

/// Tells whether a text is JSON, as strictly as Prisma 7 does: no comments, no number beyond a
/// double, at most 127 levels.
final class JsonText {
  private static final int MAX_DEPTH = 127;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  static boolean isValid(String text) {
    var json = new JsonText(text);
    var isValue = json.value(0);
    json.space();
    return isValue && json.at == text.length();
  }

  private boolean value(int depth) {
    space();
    return switch (peek()) {
      case '{' -> members(depth + 1);
      case '[' -> elements(depth + 1);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean members(int depth) {
    at++;
    space();
    if (depth > MAX_DEPTH) {
      return false;
    }
    if (take('}')) {
      return true;
    }
    do {
      space();
      if (peek() != '"' || !string()) {
        return false;
      }
      space();
      if (!take(':') || !value(depth)) {
        return false;
      }
      space();
    } while (take(','));
    return take('}');
  }

  private boolean elements(int depth) {
    at++;
    space();
    if (depth > MAX_DEPTH) {
      return false;
    }
    if (take(']')) {
      return true;
    }
    do {
      if (!value(depth)) {
        return false;
      }
      space();
    } while (take(','));
    return take(']');
  }

  private boolean string() {
    at++;
    while (at < text.length()) {
      var c = text.charAt(at++);
      if (c == '"') {
        return true;
      }
      if (c < 0x20 || c == '\\' && !escape()) {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    var c = peek();
    at++;
    if (c != 'u') {
      return "\"\\/bfnrt".indexOf(c) >= 0 && c != 0;
    }
    var unit = unit();
    if (unit < 0 || Character.isLowSurrogate((char) unit)) {
      return false;
    }
    if (!Character.isHighSurrogate((char) unit)) {
      return true;
    }
    if (!take('\\') || !take('u')) {
      return false;
    }
    var low = unit();
    return low >= 0 && Character.isLowSurrogate((char) low);
  }

  private int unit() {
    var unit = 0;
    for (var i = 0; i < 4; i++) {
      var digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') {
        return -1;
      }
      unit = unit * 16 + digit;
      at++;
    }
    return unit;
  }

  private boolean number() {
    var start = at;
    take('-');
    if (!take('0') && !digits()) {
      return false;
    }
    if (take('.') && !digits()) {
      return false;
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      if (!digits()) {
        return false;
      }
    }
    return Double.isFinite(Double.parseDouble(text.substring(start, at)));
  }

  private boolean digits() {
    var start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at > start;
  }

  private boolean word(String word) {
    if (!text.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    return true;
  }

  private void space() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      at++;
    }
  }

  private boolean take(char c) {
    if (peek() != c || at >= text.length()) {
      return false;
    }
    at++;
    return true;
  }

  /// Returns the next character, or NUL at the end.
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }
}

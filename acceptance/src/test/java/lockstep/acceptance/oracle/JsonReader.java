package lockstep.acceptance.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Reads one value; trusts the judges to write well-formed JSON.
final class JsonReader {
  private final String in;
  private int at;

  JsonReader(String in) {
    this.in = in;
  }

  Json read() {
    return switch (peek()) {
      case '{' -> members();
      case '[' -> items();
      case '"' -> new Json.Text(string());
      case 't' -> word("true", new Json.Flag(true));
      case 'f' -> word("false", new Json.Flag(false));
      case 'n' -> word("null", new Json.Nothing());
      default -> number();
    };
  }

  private Json members() {
    var members = new LinkedHashMap<String, Json>();
    at++;
    while (peek() != '}') {
      var name = string();
      expect(':');
      members.put(name, read());
      if (peek() == ',') {
        at++;
        peek();
      }
    }
    at++;
    return new Json.Members(members);
  }

  private Json items() {
    var items = new ArrayList<Json>();
    at++;
    while (peek() != ']') {
      items.add(read());
      if (peek() == ',') {
        at++;
      }
    }
    at++;
    return new Json.Items(items);
  }

  private String string() {
    expect('"');
    var out = new StringBuilder();
    while (in.charAt(at) != '"') {
      var c = in.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    var c = in.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(in, at - 4, at, 16);
      }
      default -> c;
    };
  }

  private Json number() {
    var start = at;
    while (at < in.length() && "+-.eE0123456789".indexOf(in.charAt(at)) >= 0) {
      at++;
    }
    return new Json.Number(Double.parseDouble(in.substring(start, at)));
  }

  private Json word(String word, Json value) {
    if (!in.startsWith(word, at)) {
      throw new IllegalArgumentException("not JSON at " + at + ": " + in);
    }
    at += word.length();
    return value;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw new IllegalArgumentException("expected " + c + " at " + at + ": " + in);
    }
    at++;
  }

  private char peek() {
    while (Character.isWhitespace(in.charAt(at))) {
      at++;
    }
    return in.charAt(at);
  }
}

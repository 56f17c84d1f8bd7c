package lockstep.acceptance.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value, for talking with the judges; members keep their order.
public sealed interface Json {
  record Text(String value) implements Json {}

  record Number(double value) implements Json {}

  record Flag(boolean value) implements Json {}

  record Nothing() implements Json {}

  record Items(List<Json> values) implements Json {}

  record Members(Map<String, Json> values) implements Json {}

  static Json read(String text) {
    return new JsonReader(text).read();
  }

  static Json of(String value) {
    return new Text(value);
  }

  static Json of(List<? extends Json> values) {
    return new Items(List.copyOf(values));
  }

  /// Returns an object of alternating names and values.
  static Json object(Object... namesAndValues) {
    var members = new LinkedHashMap<String, Json>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      var value = namesAndValues[i + 1];
      members.put((String) namesAndValues[i], value instanceof String s ? of(s) : (Json) value);
    }
    return new Members(members);
  }

  /// Returns the member of that name; it must be there.
  default Json get(String name) {
    var found = ((Members) this).values.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no member " + name + " in " + this);
    }
    return found;
  }

  default boolean has(String name) {
    return this instanceof Members(var values) && values.containsKey(name);
  }

  default String text() {
    return ((Text) this).value;
  }

  default int number() {
    return (int) ((Number) this).value;
  }

  default boolean flag() {
    return ((Flag) this).value;
  }

  default List<Json> items() {
    return ((Items) this).values;
  }

  /// Returns the value on one line.
  default String write() {
    var out = new StringBuilder();
    write(this, out);
    return out.toString();
  }

  private static void write(Json value, StringBuilder out) {
    switch (value) {
      case Text(var text) -> quote(text, out);
      case Number(var number) ->
          out.append(number == Math.rint(number) ? "" + (long) number : "" + number);
      case Flag(var flag) -> out.append(flag);
      case Nothing() -> out.append("null");
      case Items(var items) -> {
        var separator = "[";
        for (var item : items) {
          out.append(separator);
          write(item, out);
          separator = ",";
        }
        out.append(items.isEmpty() ? "[]" : "]");
      }
      case Members(var members) -> {
        var separator = "{";
        for (var member : members.entrySet()) {
          out.append(separator);
          quote(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          separator = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
      }
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        default -> {
          if (c < ' ' || c >= '\u007f') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}

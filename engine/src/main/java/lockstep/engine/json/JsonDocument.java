package lockstep.engine.json;

import java.util.IdentityHashMap;
import java.util.Map;
import lockstep.text.Span;

/// A JSON text (RFC 8259) that people write, and where in it each value stands. An object that has
/// two members of one name is malformed here: one of them would be passed over.
public final class JsonDocument {
  private final Json root;
  private final Map<Json, Span> values;
  private final Map<Json, Span> names;

  private JsonDocument(Json root, Spans spans) {
    this.root = root;
    this.values = spans.values;
    this.names = spans.names;
  }

  public static JsonDocument read(String text) throws MalformedJsonException {
    var spans = new Spans();
    return new JsonDocument(JsonReader.read(text, spans), spans);
  }

  public Json root() {
    return root;
  }

  /// Returns where a value of this document stands.
  public Span span(Json value) {
    return values.get(value);
  }

  /// Returns where the name of a member stands, with its quotes.
  ///
  /// @param value the member's, out of this document
  public Span nameOf(Json value) {
    return names.get(value);
  }

  /// Two values that are equal stand at two places, so they are told apart by what they are.
  private static final class Spans implements JsonReader.Places {
    private final Map<Json, Span> values = new IdentityHashMap<>();
    private final Map<Json, Span> names = new IdentityHashMap<>();

    @Override
    public void value(Json value, int start, int end) {
      values.put(value, new Span(start, end));
    }

    @Override
    public void member(String name, Json value, int start, int end, boolean isThere)
        throws MalformedJsonException {
      if (isThere) {
        throw new MalformedJsonException("a second member `" + name + "`", start);
      }
      names.put(value, new Span(start, end));
    }
  }
}

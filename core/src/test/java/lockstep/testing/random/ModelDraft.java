package lockstep.testing.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A model or view while it is made.
final class ModelDraft {
  private final String name;
  private final Block block;
  private final NamePool names;
  private final List<Field> fields = new ArrayList<>();
  private final List<List<Field>> keys = new ArrayList<>();
  private final List<String> attributes = new ArrayList<>();

  ModelDraft(String keyword, String name, Dice dice) {
    this.name = name;
    this.block = new Block(keyword + " " + name);
    this.names = new NamePool(dice);
  }

  enum Arity {
    REQUIRED(""),
    OPTIONAL("?"),
    LIST("[]");

    private final String mark;

    Arity(String mark) {
      this.mark = mark;
    }

    String mark() {
      return mark;
    }
  }

  record Field(String name, Scalar type, Arity arity) {
    boolean isPlainKey() {
      return arity == Arity.REQUIRED && type.isKey();
    }
  }

  String name() {
    return name;
  }

  NamePool names() {
    return names;
  }

  void document(String line) {
    block.document(line);
  }

  void line(String line) {
    block.line(line);
  }

  /// Adds an attribute that comes after all fields.
  void attribute(String attribute) {
    attributes.add(attribute);
  }

  /// Adds a field.
  ///
  /// @param rest its attributes, blank ones among them
  Field field(String fieldName, Scalar type, Arity arity, List<String> rest) {
    var field = new Field(fieldName, type, arity);
    fields.add(field);
    var words = new ArrayList<String>();
    words.add(fieldName + " " + type.type() + arity.mark());
    rest.stream().filter(it -> !it.isEmpty()).forEach(words::add);
    if (!type.nativeType().isEmpty()) {
      words.add(type.nativeType());
    }
    line(String.join(" ", words));
    return field;
  }

  List<Field> fields() {
    return fields;
  }

  void key(List<Field> key) {
    keys.add(List.copyOf(key));
  }

  /// Returns the keys of which each value is there.
  List<List<Field>> keys() {
    return keys.stream().filter(it -> it.stream().allMatch(Field::isPlainKey)).toList();
  }

  private Optional<Field> id = Optional.empty();

  void id(Field field) {
    id = Optional.of(field);
  }

  /// Returns whether its id is a single field.
  boolean hasPlainId() {
    return id.isPresent();
  }

  List<String> lines() {
    attributes.forEach(block::line);
    attributes.clear();
    return block.lines();
  }
}

package lockstep.psl.formatting;

import java.util.Locale;

/// Names for fields that are added, made of the names of models and of other fields.
final class FieldNames {
  private FieldNames() {}

  /// Returns what a field is called that reaches one row of a model.
  static String ofOne(String model) {
    return camelCase(model);
  }

  /// Returns what a field is called that reaches many rows of a model.
  static String ofMany(String model) {
    return Plural.of(camelCase(model));
  }

  /// Returns what a field is called that holds the value of a field of another model.
  static String reference(String model, String field) {
    return lower(first(model)) + rest(model) + upper(first(field)) + rest(field);
  }

  /// Drops what separates words and gives each but the first a capital. Letters beyond ASCII keep
  /// their case.
  private static String camelCase(String name) {
    var out = new StringBuilder(name.length());
    var startsWord = false;
    var last = (int) ' ';
    for (var c : name.codePoints().toArray()) {
      if (isNumeric(c)) {
        startsWord = true;
        out.appendCodePoint(c);
      } else if (!Character.isAlphabetic(c)) {
        startsWord = !out.isEmpty();
      } else if (startsWord || Character.isLowerCase(last) && Character.isUpperCase(c)) {
        startsWord = false;
        out.appendCodePoint(c < 128 ? Character.toUpperCase(c) : c);
      } else {
        last = c;
        out.appendCodePoint(c < 128 ? Character.toLowerCase(c) : c);
      }
    }
    return out.toString();
  }

  private static boolean isNumeric(int c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  private static String first(String name) {
    return name.substring(0, Character.charCount(name.codePointAt(0)));
  }

  private static String rest(String name) {
    return name.substring(first(name).length());
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

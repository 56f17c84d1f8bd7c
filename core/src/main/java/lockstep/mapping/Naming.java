package lockstep.mapping;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.schema.Identifier;

/// What an ORM would call things that only a database names.
public interface Naming {
  /// Returns a model's name for a table or view, or an enum's for a type.
  String model(Identifier relation);

  /// Returns a field's name for a column.
  String field(Identifier column);

  /// Everything is called as it is stored.
  static Naming asStored() {
    return new Naming() {
      @Override
      public String model(Identifier relation) {
        return relation.text();
      }

      @Override
      public String field(Identifier column) {
        return column.text();
      }
    };
  }

  /// Models are called by the words of their table, each with a capital: `UserAccounts` for
  /// `user_accounts`. The plural stays: no rule of English is without exception. Fields are called
  /// as columns are.
  static Naming inCapitals() {
    return new Naming() {
      @Override
      public String model(Identifier relation) {
        return words(relation.text()).map(Naming::capitalized).collect(Collectors.joining());
      }

      @Override
      public String field(Identifier column) {
        return column.text();
      }
    };
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split("[^\\p{L}\\p{N}]+")).filter(it -> !it.isEmpty());
  }

  private static String capitalized(String word) {
    var first = word.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + word.substring(Character.charCount(first));
  }
}

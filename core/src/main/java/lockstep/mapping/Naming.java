package lockstep.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.schema.Identifier;
import lockstep.schema.Table;

/// What an ORM would call things that only a database names.
public interface Naming {
  /// Returns a model's name for a table or view, or an enum's for a type.
  String model(Identifier relation);

  /// Returns a field's name for a column.
  String field(Identifier column);

  /// Returns whether a table with nothing but the columns `A` and `B`, which refer to models of
  /// these names, can join them without a model of its own.
  default boolean canJoin(Table table, String a, String b) {
    return true;
  }

  /// Returns the names of both ends of a reference; empty where its columns give them.
  default Optional<Ends> ends(Reference reference) {
    return Optional.empty();
  }

  /// A reference from one model to another.
  ///
  /// @param fields of `model`, those that refer
  /// @param isAlone whether no other reference joins the two models
  record Reference(String model, String target, List<String> fields, boolean isAlone) {
    public Reference {
      fields = List.copyOf(fields);
    }
  }

  /// What both ends of a relation are called.
  ///
  /// @param near the field beside the columns
  /// @param far the field of the target
  /// @param relation the relation's name, where it needs one
  record Ends(String near, String far, Optional<String> relation) {}

  /// Everything is called as Prisma 7 calls what it finds in a database.
  static Naming ofPrisma() {
    return new PrismaNaming();
  }

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

package lockstep.testing.random;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names, each given once: plain ones, ones that other languages reserve, long and foreign ones.
final class NamePool {
  private static final List<String> MODELS =
      List.of(
          "User",
          "Post",
          "user_profile",
          "HTTPLog",
          "Größe",
          "Base",
          "Order",
          "A",
          "Session",
          "Metadata",
          "API2Key",
          "type_",
          "group",
          "Vectors",
          "AModelWithANameSoLongThatEveryConstraintOfItHasToBeCutSomewhere");
  private static final List<String> FIELDS =
      List.of(
          "name",
          "createdAt",
          "user_id",
          "class",
          "metadata",
          "registry",
          "HTMLText",
          "x",
          "größe",
          "import",
          "None",
          "select",
          "type",
          "order",
          "value2",
          "isActive",
          "model",
          "a_field_with_a_name_so_long_that_it_fills_a_name_of_the_database",
          "id_",
          "self",
          "list");
  private static final List<String> IN_DATABASE =
      List.of(
          "users",
          "T",
          "with space",
          "CamelCase",
          "drop",
          "naïve",
          "it's",
          "a.b",
          "50%",
          "_x",
          "x-y",
          "日本",
          "table_with_a_name_so_long_that_its_keys_are_cut_at_sixty_three");

  private static final int LONG = 50;

  private final Dice dice;
  private final Set<String> taken = new HashSet<>();

  NamePool(Dice dice) {
    this.dice = dice;
  }

  String model() {
    return take(dice.of(MODELS));
  }

  String field() {
    return take(dice.of(FIELDS));
  }

  String inDatabase() {
    return take(dice.of(IN_DATABASE));
  }

  /// Returns the name itself while it is free, else with a number; in front where it would be cut.
  String take(String name) {
    var free = name;
    for (var number = 2; !taken.add(free); number++) {
      free = name.length() < LONG ? name + number : "n" + number + name;
    }
    return free;
  }
}

package lockstep.engine.postgres.law;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import lockstep.schema.Identifier;

/// Chances that fall the same way for the same seed.
final class Dice {
  /// Beginnings of names that trip whoever quotes or cuts them wrongly.
  private static final List<String> WORDS =
      List.of(
          "user",
          "order",
          "select",
          "Mixed Case",
          "quo\"te",
          "a'b",
          "back\\slash",
          "Ünï",
          "表",
          "😀",
          "dollar$",
          "new\nline",
          "dot.ted",
          "1st",
          "percent%s",
          "an_identifier_that_is_exactly_as_long_as_postgresql_lets_it");

  private final Random random;
  private final int serverVersion;
  private int names;

  /// @param serverVersion as `server_version_num` has it: nothing falls that is newer
  Dice(long seed, int serverVersion) {
    random = new Random(seed);
    this.serverVersion = serverVersion;
  }

  /// Returns the value where the server has that major version, else the other.
  <T> T from(int major, T value, T other) {
    return serverVersion / 10_000 >= major ? value : other;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /// Returns at least one and no two the same.
  <T> List<T> someOf(List<T> all, int most) {
    var chosen = new LinkedHashSet<T>();
    var count = 1 + random.nextInt(Math.min(most, all.size()));
    while (chosen.size() < count) {
      chosen.add(oneOf(all));
    }
    return List.copyOf(chosen);
  }

  <T> Optional<T> maybe(int chances, Supplier<T> value) {
    return oneIn(chances) ? Optional.of(value.get()) : Optional.empty();
  }

  /// Returns a name that was not there before.
  Identifier name() {
    return Identifier.of(names++ + oneOf(WORDS));
  }

  <T> List<T> upTo(int most, Supplier<T> value) {
    var all = new ArrayList<T>();
    for (var i = random.nextInt(most + 1); i > 0; i--) {
      all.add(value.get());
    }
    return all;
  }

  Optional<String> comment() {
    return maybe(5, () -> oneOf(List.of("plain", "it's", "two\nlines", "\\ 表 \"", "$$; --")));
  }
}

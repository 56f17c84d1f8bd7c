package lockstep.testing.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Chance, repeatable.
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
  }

  /// Returns true once in so many times.
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /// Returns a number of at least `from` and at most `to`.
  int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final <T> T of(T... all) {
    return all[random.nextInt(all.length)];
  }

  /// Returns some of the elements, in another order.
  <T> List<T> some(List<T> all, int count) {
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
  }
}

package lockstep.testing.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lockstep.psl.PslReader;
import lockstep.text.SourceText;

/// A valid Prisma schema made by chance.
///
/// @param blocks each a list of lines
public record RandomSchema(long seed, List<List<String>> blocks) {
  private static final int ATTEMPTS = 50;

  public RandomSchema {
    blocks = blocks.stream().map(List::copyOf).toList();
  }

  /// Returns so many schemas; the first has the seed `first`, the next one the next.
  public static Stream<RandomSchema> of(long first, int count) {
    return LongStream.range(first, first + count).mapToObj(RandomSchema::of);
  }

  /// Returns the schema of a seed.
  public static RandomSchema of(long seed) {
    return IntStream.range(0, ATTEMPTS)
        .mapToObj(
            it -> new RandomSchema(seed, new SchemaMaker(new Dice(seed * ATTEMPTS + it)).make()))
        .filter(it -> isValid(it.text()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no valid schema of seed " + seed));
  }

  public String text() {
    var out = new StringBuilder();
    blocks.forEach(
        block -> {
          out.append(out.isEmpty() ? "" : "\n");
          block.forEach(line -> out.append(line).append('\n'));
        });
    return out.toString();
  }

  public SourceText file() {
    return SourceText.of("schema.prisma", text());
  }

  /// Returns a smaller valid schema of which the same holds: no block and no line of it can go.
  public RandomSchema shrunk(Predicate<RandomSchema> holds) {
    var smallest = this;
    for (var isSmaller = true; isSmaller; ) {
      isSmaller = false;
      for (var candidate : smallest.smaller()) {
        if (isValid(candidate.text()) && holds.test(candidate)) {
          smallest = candidate;
          isSmaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  /// Without a block, without two lines that may need each other, without one line.
  private List<RandomSchema> smaller() {
    var all = new ArrayList<RandomSchema>();
    for (var i = 0; i < blocks.size(); i++) {
      var fewer = new ArrayList<>(blocks);
      fewer.remove(i);
      all.add(new RandomSchema(seed, fewer));
    }
    var places = places();
    for (var one = 0; one < places.size(); one++) {
      all.add(without(List.of(places.get(one))));
      for (var other = one + 1; other < places.size(); other++) {
        all.add(without(List.of(places.get(one), places.get(other))));
      }
    }
    return all;
  }

  private record Line(int block, int number) {}

  private List<Line> places() {
    return IntStream.range(0, blocks.size())
        .boxed()
        .flatMap(
            block ->
                IntStream.range(0, blocks.get(block).size() - 1)
                    .filter(it -> !blocks.get(block).get(it).endsWith("{"))
                    .mapToObj(it -> new Line(block, it)))
        .toList();
  }

  private RandomSchema without(List<Line> lines) {
    var fewer = new ArrayList<List<String>>();
    for (var block = 0; block < blocks.size(); block++) {
      var rest = new ArrayList<String>();
      for (var number = 0; number < blocks.get(block).size(); number++) {
        if (!lines.contains(new Line(block, number))) {
          rest.add(blocks.get(block).get(number));
        }
      }
      fewer.add(rest);
    }
    return new RandomSchema(seed, fewer);
  }

  private static boolean isValid(String text) {
    return !PslReader.read(List.of(SourceText.of("schema.prisma", text))).hasErrors();
  }
}

package lockstep.acceptance.mutation;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.text.SourceText;

/// Schemas made from others by a few random changes each.
///
/// Case `n` of a seed depends on the seed, on `n` and on the base schemas alone.
public final class MutatedSchemas {
  private static final Mutation[] MUTATIONS = Mutation.values();
  private static final int LONGEST = 6_000;

  private MutatedSchemas() {}

  /// Returns `count` changed schemas.
  ///
  /// @param bases schemas to change; only the first file of each, and only short ones, are used
  public static Stream<SchemaCase> of(List<SchemaCase> bases, long seed, int count) {
    var texts =
        bases.stream()
            .filter(it -> it.files().size() == 1)
            .map(it -> it.files().getFirst().content())
            .filter(it -> !it.isBlank() && it.length() <= LONGEST)
            .toList();
    return IntStream.range(0, count)
        .mapToObj(
            n ->
                mutate(
                    texts, "mutated/%d-%d".formatted(seed, n), new Random(seed * 1_000_003L + n)));
  }

  private static SchemaCase mutate(List<String> texts, String name, Random random) {
    var text = texts.get(random.nextInt(texts.size()));
    var label = new StringBuilder(name);
    // One change shows a rule, several show how the rules stand together.
    var changes = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1;
    for (var i = 0; i < changes && !text.isEmpty(); i++) {
      var mutation = MUTATIONS[random.nextInt(MUTATIONS.length)];
      label.append(' ').append(mutation);
      text = mutation.apply(text, random).orElse(text);
    }
    return new SchemaCase(label.toString(), List.of(SourceText.of("schema.prisma", text)));
  }
}

package lockstep.acceptance.standing;

import java.util.ArrayList;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.mutation.MutatedSchemas;

/// The changed schemas that a standing test tries.
///
/// `-Dlockstep.mutations=COUNT` asks for more of them, `-Dlockstep.mutations.seed=N` for others.
final class Mutations {
  private static final int SAMPLE = 2_000;
  private static final long SEED = 1;

  private Mutations() {}

  /// Returns the subject's name: that of the fixed sample, or another one.
  static String subject(String word) {
    return word + (isFixed() ? "-mutated" : "-mutated-large");
  }

  /// Returns a fixed sample made from our own schemas, so that it is the same on every machine; one
  /// asked for by size or seed is made from the corpus too, where there is one.
  static Stream<SchemaCase> sample() {
    var bases = new ArrayList<>(OwnSchemas.all());
    if (!isFixed() && Corpus.isHere()) {
      bases.addAll(Corpus.open().everything());
    }
    return MutatedSchemas.of(bases, seed(), count());
  }

  private static boolean isFixed() {
    return count() == SAMPLE && seed() == SEED;
  }

  private static int count() {
    return Integer.getInteger("lockstep.mutations", SAMPLE);
  }

  private static long seed() {
    return Long.getLong("lockstep.mutations.seed", SEED);
  }
}

package lockstep.acceptance.readback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.testing.random.RandomSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PSL → SQLAlchemy → probe, on schemas made by chance: schema and mapping come back, but for what
/// the manual lists.
///
/// `-Dlockstep.slow=true` tries hundreds, `-Dlockstep.seed=N` begins elsewhere.
class GeneratedReadBackTest {
  private static final boolean IS_SLOW = Boolean.getBoolean("lockstep.slow");
  private static final long SEED = Long.getLong("lockstep.seed", 1);

  @TempDir private Path folder;

  @Test
  void newest() {
    comesBack(PythonEnvironment.newest(), IS_SLOW ? 300 : 10);
  }

  @Test
  void oldest() {
    comesBack(PythonEnvironment.oldest(), IS_SLOW ? 100 : 3);
  }

  private void comesBack(PythonEnvironment python, int count) {
    try (var readBack = new ReadBack(python, folder)) {
      RandomSchema.of(SEED, count)
          .forEach(
              it -> {
                if (difference(readBack, it).isPresent()) {
                  var smallest = it.shrunk(smaller -> difference(readBack, smaller).isPresent());
                  assertThat(difference(readBack, smallest))
                      .as("seed %d:%n%s", it.seed(), smallest.text())
                      .isEmpty();
                }
              });
    }
  }

  /// Nothing is asked of a schema that PostgreSQL does not take.
  private static Optional<String> difference(ReadBack readBack, RandomSchema schema) {
    try {
      var name = "seed " + schema.seed();
      return switch (readBack.of(new SchemaCase(name, List.of(schema.file()))).outcome()) {
        case ReadBack.Outcome.Compared(var difference) -> difference;
        case ReadBack.Outcome.Unrunnable() -> Optional.empty();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

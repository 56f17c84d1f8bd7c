package lockstep.acceptance.readback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Judged;
import lockstep.acceptance.corpus.JudgedCorpus;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.standing.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PSL → SQLAlchemy → probe, on our own schemas and the whole corpus.
class ReadBackStandingTest {
  private static final Path MANUAL = Checkout.root().resolve("docs/manual/reading-models.md");
  private static final String HEADING = "## What a mapper cannot say";

  /// The oldest SQLAlchemy is tried on every schema in a slow run, else on some.
  private static final int SAMPLE = Boolean.getBoolean("lockstep.slow") ? 1 : 6;

  private static final Set<Unsayable> ALL = EnumSet.allOf(Unsayable.class);

  @TempDir private Path folder;

  @Test
  void ownSchemas() throws IOException {
    stand("read-back-own-2.0", PythonEnvironment.oldest(), OwnSchemas.all());
    var lost = stand("read-back-own", PythonEnvironment.newest(), OwnSchemas.all());
    assertThat(lost).as("what our schemas hold and no mapper can say").isEqualTo(ALL);
  }

  @Test
  void extensionsInANamespaceOfTheirOwn() throws IOException {
    for (var python : List.of(PythonEnvironment.oldest(), PythonEnvironment.newest())) {
      try (var readBack = new ReadBack(python, folder)) {
        assertThat(readBack.of(OwnSchemas.extensionsElsewhere()).outcome())
            .isEqualTo(new ReadBack.Outcome.Compared(Optional.empty()));
      }
    }
  }

  @Test
  void corpus() throws IOException {
    stand("read-back", PythonEnvironment.newest(), corpusCases());
  }

  @Test
  void corpusOnTheOldest() throws IOException {
    var all = corpusCases();
    var some = IntStream.range(0, all.size()).filter(it -> it % SAMPLE == 0).mapToObj(all::get);
    var subject = SAMPLE == 1 ? "read-back-2.0" : "read-back-2.0-sample";
    stand(subject, PythonEnvironment.oldest(), some.toList());
  }

  @Test
  void theManualListsWhatAMapperCannotSay() throws IOException {
    var manual = Files.readString(MANUAL);
    var listed =
        manual
            .substring(manual.indexOf(HEADING) + HEADING.length())
            .lines()
            .takeWhile(it -> !it.startsWith("#"))
            .filter(it -> it.startsWith("- "))
            .map(it -> it.substring(2))
            .toList();
    assertThat(listed)
        .containsExactlyElementsOf(Stream.of(Unsayable.values()).map(Unsayable::sentence).toList());
  }

  private static List<SchemaCase> corpusCases() {
    return JudgedCorpus.accepted().stream().map(Judged.Accepted::schema).toList();
  }

  private Set<Unsayable> stand(String subject, PythonEnvironment python, List<SchemaCase> cases)
      throws IOException {
    var standing = Standing.of(subject);
    var lost = EnumSet.noneOf(Unsayable.class);
    try (var readBack = new ReadBack(python, folder)) {
      for (var it : cases) {
        var result = readBack.of(it);
        switch (result.outcome()) {
          case ReadBack.Outcome.Compared(var difference) -> standing.count(it.name(), difference);
          case ReadBack.Outcome.Unrunnable() ->
              standing.note(it.name() + ": PostgreSQL does not take it");
        }
        lost.addAll(result.lost());
      }
    }
    standing.close();
    return lost;
  }
}

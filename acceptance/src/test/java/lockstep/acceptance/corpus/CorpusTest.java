package lockstep.acceptance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import lockstep.acceptance.oracle.Checkout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The corpus is all there, and is read as its index says.
class CorpusTest {
  private static Corpus corpus;

  @BeforeAll
  static void open() {
    corpus = Corpus.open();
  }

  @Test
  void readsEverySchemaThatTheIndexLists() throws IOException {
    var index = Files.readAllLines(Checkout.shared().orElseThrow().resolve("corpus/INDEX.tsv"));
    var listed =
        index.stream()
            .map(it -> List.of(it.split("\t")))
            .filter(it -> it.get(1).equals("prisma"))
            .map(it -> it.get(10))
            .toList();
    assertThat(corpus.prisma())
        .extracting(SchemaCase::name)
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void givesEachCaseItsOwnName() {
    var names = new HashSet<String>();
    var doubles = new ArrayList<>(corpus.everything());
    doubles.removeIf(it -> names.add(it.name()));
    assertThat(doubles).isEmpty();
    assertThat(names).hasSizeGreaterThan(300);
  }

  @Test
  void readsAFolderAsOneSchema() {
    assertThat(corpus.prisma())
        .filteredOn(it -> it.files().size() > 1)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.files()).doesNotHaveDuplicates());
  }
}

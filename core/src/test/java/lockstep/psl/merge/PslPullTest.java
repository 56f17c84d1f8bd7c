package lockstep.psl.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Change;
import lockstep.diff.Differ;
import lockstep.psl.PslReader;
import lockstep.schema.Schema;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import lockstep.text.SourceText;
import org.junit.jupiter.params.ParameterizedTest;

/// What the database is, is said by a schema too: `database.prisma`.
class PslPullTest {
  @ParameterizedTest
  @GoldenCases("psl-pull")
  void pulls(GoldenCase it) {
    var files = it.sources("in.prisma");
    var written = PslReader.read(files);
    assertThat(written.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    var database = PslReader.read(it.sources("database.prisma"));
    assertThat(database.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();

    var pulled = PslPull.merge(files, written, written.schema(), database.schema());

    for (var file : pulled.files()) {
      it.expect(file.name().replace("in.prisma", "out.prisma"), file.content());
    }
    pulled.added().ifPresent(text -> it.expect("added.out.prisma", text));
    if (!pulled.diagnostics().isEmpty()) {
      it.expect(
          "diagnostics.txt",
          pulled.diagnostics().stream()
              .map(diagnostic -> diagnostic.fact() + "\n")
              .collect(Collectors.joining()));
    }
    var result = new ArrayList<>(pulled.files());
    pulled.added().ifPresent(text -> result.add(SourceText.of("added.prisma", text)));
    var read = PslReader.read(result);
    assertThat(read.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(differences(read.schema(), pulled.target().schema())).isEmpty();
    var again = PslPull.merge(result, read, read.schema(), database.schema());
    assertThat(again.files()).as("pulled again").isEqualTo(List.copyOf(result));
  }

  @ParameterizedTest
  @GoldenCases("psl-pull-new")
  void pullsIntoNoFile(GoldenCase it) {
    var database = PslReader.read(it.sources("database.prisma")).schema();

    var pulled = PslPull.create(database);

    it.expect("schema.out.prisma", pulled.added().orElseThrow());
    assertThat(pulled.target().hasErrors()).isFalse();
    assertThat(differences(pulled.target().schema(), database)).isEmpty();
  }

  private static List<Change> differences(Schema from, Schema to) {
    return Differ.diff(from, to).stream()
        .filter(it -> !(it instanceof Change.ReorderColumns))
        .toList();
  }
}

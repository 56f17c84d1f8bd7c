package lockstep.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {
  @Test
  void branchesAndMergesAreFoundAndPutInOrder() {
    var graph =
        graph(
            revision("d", 4, List.of("b", "c")),
            revision("b", 3, List.of("a")),
            revision("c", 2, List.of("a")),
            revision("a", 1, List.of()));
    assertThat(graph.diagnostics()).isEmpty();
    assertThat(ids(graph.ordered())).containsExactly("a", "c", "b", "d");
    assertThat(ids(graph.heads())).containsExactly("d");
    assertThat(ids(graph.merges())).containsExactly("d");
    assertThat(graph.upTo(List.of("b"))).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aRevisionOfAnotherBranchMayBeNeededByItsLabel() {
    var graph =
        RevisionGraph.of(
            List.of(
                revision("z", 1, List.of(), List.of("y1"), List.of()),
                revision("y1", 2, List.of(), List.of(), List.of("second")),
                revision("x", 0, List.of(), List.of("second"), List.of())));
    assertThat(graph.diagnostics()).isEmpty();
    assertThat(ids(graph.ordered())).containsExactly("y1", "x", "z");
    assertThat(ids(graph.heads())).containsExactly("y1", "x", "z");
  }

  @Test
  void theBeginningOfAnIdIsEnoughWhereItIsTheOnlyOne() {
    var graph = graph(revision("abcdef", 1, List.of()), revision("b", 2, List.of("abc")));
    assertThat(graph.diagnostics()).isEmpty();
    assertThat(ids(graph.heads())).containsExactly("b");
  }

  @Test
  void whatIsNotWholeIsSaid() {
    assertThat(facts(graph(revision("b", 1, List.of("a")))))
        .containsExactly("The revision `b` comes after `a`, which is not there.");
    assertThat(facts(graph(revision("a", 1, List.of()), revision("a", 2, List.of()))))
        .containsExactly("The revision `a` is in `a.py` too.");
    var circle =
        graph(
            revision("c", 1, List.of()),
            revision("a", 1, List.of("b")),
            revision("b", 2, List.of("a")));
    assertThat(facts(circle))
        .containsExactly("The revision `a` comes after itself, or after one that does.");
    assertThat(circle.ordered()).isEmpty();
  }

  private static List<String> facts(RevisionGraph graph) {
    return graph.diagnostics().stream().map(Diagnostic::fact).toList();
  }

  private static List<String> ids(List<Revision> revisions) {
    return revisions.stream().map(Revision::id).toList();
  }

  private static RevisionGraph graph(Revision... revisions) {
    return RevisionGraph.of(List.of(revisions));
  }

  private static Revision revision(String id, int day, List<String> parents) {
    return revision(id, day, parents, List.of(), List.of());
  }

  private static Revision revision(
      String id, int day, List<String> parents, List<String> dependsOn, List<String> labels) {
    return new Revision(
        id,
        parents,
        dependsOn,
        labels,
        "",
        Optional.of(LocalDateTime.of(2026, 1, day + 1, 0, 0)),
        SourceText.of(id + ".py", ""));
  }
}

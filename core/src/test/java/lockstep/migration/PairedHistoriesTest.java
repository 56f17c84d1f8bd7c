package lockstep.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class PairedHistoriesTest {
  private static final RevisionGraph GRAPH =
      RevisionGraph.of(
          List.of(
              revision("a", List.of()), revision("b", List.of("a")), revision("c", List.of("b"))));
  private static final List<Migration> MIGRATIONS =
      List.of(
          migration("1_a", "-- Alembic revision a: first\n\nselect 1;"),
          migration("2_b", "-- Alembic revision b\n"),
          migration("3_b", "-- Alembic revision b\n"),
          migration("4_x", "select 1;"));

  @Test
  void tablesThatSayTheSameAreInStep() {
    assertThat(tables(List.of("1_a", "2_b", "3_b", "4_x"), "b")).isEmpty();
  }

  @Test
  void whoIsBehindIsSaid() {
    assertThat(tables(List.of("1_a", "4_x"), "b"))
        .containsExactly(
            "ALB020: The database app has the revision `b`, and its migration `2_b` is not recorded"
                + " as applied.");
    assertThat(tables(List.of("1_a", "2_b", "3_b"), "a"))
        .containsExactly(
            "ALB020: Alembic's table in the database app is behind the revision `b`, whose"
                + " migration `3_b` is applied.");
    assertThat(tables(List.of("1_a"), "a"))
        .containsExactly(
            "ALB021: The database app has neither the migration `2_b` nor its revision `b`.");
  }

  @Test
  void aRevisionWithoutAMigrationIsSaidWhereOthersHaveOne() {
    assertThat(words(PairedHistories.of(MIGRATIONS, GRAPH).ofFiles()))
        .containsExactly("ALB022: The revision `c` has no migration.");
    assertThat(PairedHistories.of(List.of(migration("1_x", "select 1;")), GRAPH).ofFiles())
        .isEmpty();
  }

  @Test
  void aBaselineHasAllThatCameBefore() {
    var baseline = List.of(migration("0_init", "-- Alembic revision up to c\n"));
    var paired = PairedHistories.of(baseline, GRAPH);
    assertThat(paired.ofFiles()).isEmpty();
    assertThat(words(paired.ofTables("app", rows(baseline, List.of("0_init")), at("b"))))
        .singleElement()
        .asString()
        .contains("behind the revision `c`");
  }

  private static List<String> tables(List<String> applied, String version) {
    var paired = PairedHistories.of(MIGRATIONS, GRAPH);
    return words(paired.ofTables("app", rows(MIGRATIONS, applied), at(version)));
  }

  private static Reconciliation rows(List<Migration> migrations, List<String> applied) {
    return Reconciliation.of(
        migrations,
        migrations.stream()
            .filter(it -> applied.contains(it.name()))
            .map(PairedHistoriesTest::row)
            .toList());
  }

  private static Recorded row(Migration it) {
    return new Recorded(
        it.name(),
        it.checksum(),
        Optional.of(Instant.EPOCH),
        it.name(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        1);
  }

  private static RevisionStanding at(String version) {
    return new RevisionStanding(GRAPH, Optional.of(List.of(version)));
  }

  private static List<String> words(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(it -> it.code().id() + ": " + it.fact()).toList();
  }

  private static Migration migration(String name, String script) {
    return new Migration(name, SourceText.of(name, script), Optional.empty());
  }

  private static Revision revision(String id, List<String> parents) {
    return new Revision(
        id, parents, List.of(), List.of(), "", Optional.empty(), SourceText.of(id + ".py", ""));
  }
}

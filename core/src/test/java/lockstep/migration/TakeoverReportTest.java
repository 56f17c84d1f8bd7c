package lockstep.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class TakeoverReportTest {
  private static final Revision REVISION =
      new Revision(
          "a1",
          List.of(),
          List.of(),
          List.of(),
          "Tags | labels",
          Optional.empty(),
          SourceText.of("a1.py", ""));

  @Test
  void itSaysWhatBecameOfEachRevisionAndWhatNeedsALook() {
    var taken =
        new TakenRevision(REVISION, List.of(migration("1_tags"), migration("2_tags")), false, true);
    var text =
        new TakeoverReport(
                "alembic.ini",
                List.of(taken),
                1,
                List.of("`prisma.config.ts`: created"),
                List.of(RevisionFindings.rows(taken, taken.migrations())))
            .text();
    assertThat(text)
        .contains("- `prisma.config.ts`: created\n\n| revision | migration |")
        .contains("| `a1` Tags \\| labels | `1_tags`, `2_tags` | no |\n\n## What needs a look\n")
        .contains("Look at `1_tags/migration.sql` and `2_tags/migration.sql`: only new");
  }

  @Test
  void aBaselineIsKnownByItsFirstLine() {
    var graph = RevisionGraph.of(List.of(REVISION));
    var baseline = TakenRevision.baseline(migration("0_init"), graph.heads());
    assertThat(baseline.script().content()).startsWith("-- Alembic revision up to a1\n\n");
    assertThat(TakenRevision.origins(baseline, graph)).containsExactly("a1");
    var part = new TakenRevision(REVISION, List.of(migration("1_tags")), true, true);
    assertThat(part.within(baseline).hasDown()).isFalse();
    assertThat(RevisionFindings.rows(part, List.of(baseline)).advice())
        .contains("Rows are not in the baseline: add those that a new database needs.");
  }

  private static Migration migration(String name) {
    return new Migration(name, SourceText.of(name, "select 1;\n"), Optional.empty());
  }
}

package lockstep.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = THEN.plusSeconds(1);

  @Test
  void whatIsOnDiskAndRecordedIsApplied() {
    var history = history(List.of(migration("1_a", "select 1")), applied("1_a", "select 1"));
    assertThat(history.standings()).singleElement().isInstanceOf(Standing.Applied.class);
    assertThat(findings(history)).isEmpty();
  }

  @Test
  void whatIsOnlyOnDiskIsPendingInTheOrderOfNames() {
    var history = history(List.of(migration("2_b", "b"), migration("1_a", "a")));
    assertThat(history.pending()).extracting(Standing::name).containsExactly("1_a", "2_b");
    assertThat(findings(history)).isEmpty();
  }

  @Test
  void anEditedFileIsSaidWithBothChecksums() {
    var history = history(List.of(migration("1_a", "select 2")), applied("1_a", "select 1"));
    assertThat(findings(history))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.fact())
                    .contains(start("select 1"))
                    .contains(start("select 2"))
                    .contains("edited"));
  }

  @Test
  void otherEndsOfLinesAreNoEdit() {
    var unix = "select 1;\nselect 2;\n";
    var windows = unix.replace("\n", "\r\n");
    assertThat(Checksum.of(unix).agreementWith(windows)).isEqualTo(Checksum.Agreement.LINE_ENDS);
    assertThat(Checksum.of(windows).agreementWith(unix)).isEqualTo(Checksum.Agreement.LINE_ENDS);
    assertThat(Checksum.of(unix).agreementWith(unix + " ")).isEqualTo(Checksum.Agreement.EDITED);
    assertThat(codes(history(List.of(migration("1_a", windows)), applied("1_a", unix))))
        .containsExactly("MIG007");
  }

  @Test
  void aChecksumOfAnOldPrismaHasNoZerosInFront() {
    var digits = new StringBuilder();
    var hash = Checksum.of("select 1").digits();
    for (var at = 0; at < hash.length(); at += 2) {
      digits.append(Integer.toHexString(Integer.parseInt(hash, at, at + 2, 16)));
    }
    assertThat(digits).hasSizeLessThan(64);
    assertThat(new Checksum(digits.toString()).agreementWith("select 1"))
        .isEqualTo(Checksum.Agreement.SAME);
  }

  @Test
  void whatBeganAndDidNotEndIsFailedWhateverElseIsRecorded() {
    var broken = row("1_a", "a", Optional.empty(), Optional.empty(), THEN);
    var history = history(List.of(migration("1_a", "a")), broken, applied("1_a", "a"));
    assertThat(history.standings()).singleElement().isInstanceOf(Standing.Failed.class);
    assertThat(findings(history).getFirst().fact()).contains("never ended");
  }

  @Test
  void theLogOfAFailureIsSaidInOneLine() {
    var log = FailureLog.of("1_a", "42P01", "relation \"x\" does not exist\n\nLINE 1: select");
    assertThat(FailureLog.gist(log)).isEqualTo("relation \"x\" does not exist (42P01).");
    assertThat(FailureLog.gist("external connector error\nNo such table: x\n   0: sql_schema"))
        .isEqualTo("No such table: x.");
    assertThat(FailureLog.gist("somebody's own words\nand more"))
        .startsWith("somebody's own words");
  }

  @Test
  void whatWasRolledBackIsPendingAgain() {
    var rolledBack = row("1_a", "a", Optional.empty(), Optional.of(LATER), THEN);
    var history = history(List.of(migration("1_a", "a")), rolledBack);
    assertThat(history.pending())
        .singleElement()
        .satisfies(it -> assertThat(it.rolledBack()).contains(rolledBack));
    assertThat(history(List.of(), rolledBack).standings())
        .containsExactly(new Standing.RolledBack(rolledBack));
  }

  @Test
  void whatIsRecordedAndNotOnDiskIsMissingOrFromANewerState() {
    var disk = List.of(migration("2_b", "b"));
    var history = history(disk, applied("1_a", "a"), applied("2_b", "b"), applied("3_c", "c"));
    assertThat(history.standings().get(0)).isInstanceOf(Standing.Missing.class);
    assertThat(history.standings().get(2)).isInstanceOf(Standing.Unknown.class);
    assertThat(codes(history)).containsExactly("MIG008", "MIG009");
  }

  @Test
  void whatComesBeforeSomethingAppliedIsOutOfOrder() {
    var disk = List.of(migration("1_a", "a"), migration("2_b", "b"));
    assertThat(codes(history(disk, applied("2_b", "b")))).containsExactly("MIG010");
    assertThat(codes(history(disk, applied("1_a", "a")))).isEmpty();
  }

  @Test
  void aMarkAndAnEmptyFileAreSaidBeforeTheyAreApplied() {
    var disk = List.of(migration("1_a", "\ufeffselect 1"), migration("2_b", " \n"));
    assertThat(codes(history(disk))).containsExactly("MIG011", "MIG012");
    assertThat(codes(history(disk, applied("1_a", "\ufeffselect 1"), applied("2_b", " \n"))))
        .isEmpty();
  }

  @Test
  void whatOnlyPsqlUnderstandsIsSaidBeforeItIsApplied() {
    for (var it : List.of("select 1;\n\\copy a from 'b'\n", "copy a from stdin;\n1\n\\.\n")) {
      assertThat(codes(history(List.of(migration("1_a", it))))).as(it).containsExactly("MIG055");
    }
  }

  @Test
  void whatAServerCannotReadToItsEndIsSaidBeforeItIsApplied() {
    for (var it : List.of("select 1;\nselect 'a;\n", "do $$ begin", "select 1; /* a", "a\0b")) {
      assertThat(codes(history(List.of(migration("1_a", it))))).as(it).containsExactly("MIG056");
    }
    assertThat(codes(history(List.of(migration("1_a", "select 'a' -- it's"))))).isEmpty();
  }

  @Test
  void whatTakesItselfBackIsSaidBeforeItIsApplied() {
    for (var it :
        List.of(
            "create table a (); rollback; create table b ();",
            "begin; create table a (); abort;",
            "begin; select 1; rollback and chain; commit;")) {
      var disk = List.of(migration("1_a", it));
      assertThat(codes(history(disk))).as(it).containsExactly("MIG068");
      assertThat(codes(history(disk, applied("1_a", it)))).as(it).isEmpty();
    }
    for (var it :
        List.of(
            "begin; savepoint s; rollback to savepoint s; commit;",
            "alter type a add value 'b'; commit; update c set d = 'b';",
            "rollback prepared 'a'; commit prepared 'b';",
            "do $$ begin perform 1; end $$;",
            "create function f() returns int language sql begin atomic select 1; end;")) {
      assertThat(codes(history(List.of(migration("1_a", it))))).as(it).isEmpty();
    }
  }

  private static Reconciliation history(List<Migration> disk, Recorded... rows) {
    return Reconciliation.of(disk, List.of(rows));
  }

  private static List<Diagnostic> findings(Reconciliation history) {
    return HistoryFindings.of(history);
  }

  private static List<String> codes(Reconciliation history) {
    return findings(history).stream().map(it -> it.code().id()).toList();
  }

  private static String start(String text) {
    return Checksum.of(text).digits().substring(0, 12);
  }

  private static Migration migration(String name, String text) {
    return new Migration(
        name, SourceText.of("migrations/" + name + "/migration.sql", text), Optional.empty());
  }

  private static Recorded applied(String name, String text) {
    return row(name, text, Optional.of(LATER), Optional.empty(), LATER);
  }

  private static Recorded row(
      String name,
      String text,
      Optional<Instant> finished,
      Optional<Instant> rolledBack,
      Instant started) {
    return new Recorded(
        name + started,
        Checksum.of(text),
        finished,
        name,
        Optional.empty(),
        rolledBack,
        started,
        finished.isPresent() ? 1 : 0);
  }
}

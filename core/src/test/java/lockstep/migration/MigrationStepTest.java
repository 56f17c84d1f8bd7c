package lockstep.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lockstep.migration.MigrationStep.Conduct;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class MigrationStepTest {
  @Test
  void whatCanBePartOfATransactionIsToldFromWhatCannot() {
    for (var it :
        List.of(
            "create table a ()",
            "select 'commit'",
            "do $$ begin commit; end $$",
            "alter type a add value 'concurrently'",
            "refresh materialized view concurrently a",
            "create function f() returns int begin atomic select 1; end",
            "drop index a")) {
      assertThat(conducts(it)).as(it).containsExactly(Conduct.TOGETHER);
    }
    for (var it :
        List.of(
            "create unique index concurrently if not exists a on b (c)",
            "/* a */ VACUUM",
            "drop index concurrently a",
            "reindex (verbose) index concurrently a",
            "alter table only a.b detach partition c concurrently",
            "alter system set x to y",
            "commit",
            "create database b")) {
      assertThat(conducts(it)).as(it).containsExactly(Conduct.ALONE);
    }
    for (var it :
        List.of(
            "set search_path to a", "reset role", "select pg_catalog.set_config('a','',false)")) {
      assertThat(conducts(it)).as(it).containsExactly(Conduct.SETTING);
    }
  }

  @Test
  void aTransactionOfTheFileIsOneStep() {
    var steps =
        steps(
            """
            select 1;
            begin; savepoint a; rollback to a; select 2; end;
            start transaction; rollback;
            begin; commit and chain; commit and no chain;
            select 3; begin; select 4""");
    assertThat(steps.stream().map(it -> it.first() + "-" + it.last() + " " + it.conduct()))
        .containsExactly(
            "1-1 TOGETHER",
            "2-6 TRANSACTION",
            "7-8 ALONE",
            "9-11 TRANSACTION",
            "12-12 TOGETHER",
            "13-14 ALONE");
    assertThat(steps.get(1).text()).startsWith("begin").endsWith("end");
    assertThat(steps.get(1).line()).isEqualTo(2);
  }

  @Test
  void aJournalIsReadAsItWasWritten() {
    var steps = steps("a;\nb;\nc;");
    var begun = Journal.ofSteps(steps);
    var one = begun.after(steps.get(0));
    var failed = one.at(steps.get(1), Journal.Fate.FAILED);
    for (var it :
        List.of(
            begun,
            one,
            failed,
            one.at(steps.get(2), Journal.Fate.BEGUN),
            one.at(steps.get(2), Journal.Fate.NEXT),
            Journal.ofTransaction(steps))) {
      assertThat(Journal.in("before\n" + it.text() + "\nafter")).contains(it);
    }
    assertThat(Journal.in(FailureLog.of("a", "42P01", "no"))).isEmpty();
    assertThat(failed.text()).endsWith(" Statement 2 at line 2 failed.").contains("1 of 3");
  }

  @Test
  void whatStandsIsKnownAgainByItsText() {
    var unix = steps("select 1,\n 2; select 3");
    var windows = steps("select 1,\r\n 2;\r\n-- more\r\nselect 3");
    var edited = steps("select 1, 2; select 3");
    assertThat(after(unix)).isEqualTo(after(windows)).isNotEqualTo(after(edited));
  }

  private static Journal after(List<MigrationStep> steps) {
    return steps.stream().reduce(Journal.ofSteps(steps), Journal::after, (first, _) -> first);
  }

  private static Stream<Conduct> conducts(String statement) {
    return steps(statement + ";").stream().map(MigrationStep::conduct);
  }

  private static List<MigrationStep> steps(String script) {
    return MigrationStep.of(SourceText.of("migration.sql", script));
  }
}

package lockstep.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class TakenRevisionTest {
  private static final Revision REVISION =
      new Revision(
          "a1",
          List.of(),
          List.of(),
          List.of(),
          "Add Users & roles",
          Optional.of(LocalDateTime.of(2026, 1, 2, 3, 4, 5)),
          SourceText.of("a1.py", ""));

  @Test
  void whatRunsInOneTransactionIsOneMigration() {
    var taken =
        taken(
            said("create table a (id int)"),
            said("select relname from pg_class"),
            said("drop view v;"));
    assertThat(names(taken)).containsExactly("20260102030405_add_users_roles");
    assertThat(taken.migrations().getFirst().script().content())
        .isEqualTo(
            """
            -- Alembic revision a1: Add Users & roles

            create table a (id int);

            drop view v;
            """);
    assertThat(taken.hasRows()).isFalse();
  }

  @Test
  void whatRunsInNoTransactionIsAMigrationOfItsOwn() {
    var taken =
        taken(
            said("create table a (id int)"),
            new Transcript.Said("create index concurrently i on a (id)", true),
            said("create view v as select 1 -- one"));
    assertThat(names(taken))
        .containsExactly(
            "20260102030405_add_users_roles",
            "20260102030406_add_users_roles_2",
            "20260102030407_add_users_roles_3");
    assertThat(taken.migrations().getLast().script().content()).endsWith("-- one\n;\n");
  }

  @Test
  void whatWasTakenBackToASavepointIsLeftOut() {
    var taken =
        taken(
            said("create table a (id int)"),
            said("SAVEPOINT sa_1"),
            said("create table b (id int)"),
            said("ROLLBACK TO SAVEPOINT sa_1"),
            said("SAVEPOINT sa_2"),
            said("create table c (id int)"),
            said("RELEASE SAVEPOINT sa_2"));
    assertThat(taken.migrations().getFirst().script().content())
        .contains("table a", "table c")
        .doesNotContain("table b", "SAVEPOINT");
  }

  @Test
  void rowsAreMarkedForReviewWhetherChangedOrAskedFor() {
    assertThat(taken(said("update a set id = 1")).migrations().getFirst().script().content())
        .contains("-- Review: it changes rows.");
    var asking = taken(said("select id\n  from a"), said("select setval('s', 1)"));
    assertThat(asking.migrations().getFirst().script().content())
        .contains(
            "-- Review: it asks for rows, and saw none but this history's: select id from a\n")
        .contains("select setval('s', 1);");
    assertThat(asking.hasRows()).isTrue();
    assertThat(taken(said("with x as (select 1) insert into a select 1 from x")).hasRows())
        .isTrue();
  }

  @Test
  void ofSeveralPartsTheOneThatIsAboutRowsIsLookedAt() {
    var taken =
        taken(
            new Transcript.Said("create index concurrently i on a (id)", true),
            said("update a set id = 1"));
    assertThat(taken.toReview()).containsExactly(taken.migrations().getLast());
    assertThat(RevisionFindings.rows(taken, taken.migrations()).advice().orElseThrow())
        .contains("_2/migration.sql");
  }

  @Test
  void namesComeAfterEachOtherWhateverTheClocksSaid() {
    var last = new Migration("20270101000000_later", SourceText.of("m", ""), Optional.empty());
    var taken = TakenRevision.of(REVISION, transcript(), Optional.empty(), Optional.of(last));
    assertThat(names(taken)).containsExactly("20270101000001_add_users_roles");
    assertThat(taken.migrations().getFirst().script().content()).contains("It changes nothing.");
  }

  @Test
  void theWayBackIsThatOfAllParts() {
    var down = Optional.of(transcript(said("drop index i"), said("drop table a")));
    var one =
        TakenRevision.of(
            REVISION, transcript(said("create table a (id int)")), down, Optional.empty());
    assertThat(one.migrations().getFirst().down().orElseThrow().content())
        .isEqualTo(
            """
            -- Takes back Alembic revision a1: Add Users & roles

            drop index i;

            drop table a;
            """);
    var several =
        TakenRevision.of(
            REVISION,
            transcript(
                said("create table a (id int)"),
                new Transcript.Said("create index concurrently i on a (id)", true)),
            down,
            Optional.empty());
    assertThat(several.hasDown()).isFalse();
    assertThat(several.migrations()).allSatisfy(it -> assertThat(it.down()).isEmpty());
  }

  @Test
  void whatMayHaveAnEffectIsKept() {
    var taken =
        taken(
            said("SET LOCAL lock_timeout = '1s'; UPDATE a SET id = 2"),
            said("SELECT create_hypertable('a', 'at')"),
            said("SELECT id INTO b FROM a"),
            said("select pg_catalog.version()"),
            said("SELECT EXISTS (SELECT FROM pg_class)"));
    assertThat(taken.migrations().getFirst().script().content())
        .contains("SET LOCAL lock_timeout = '1s'; UPDATE a", "create_hypertable", "INTO b")
        .contains("-- Review: it changes rows.")
        .doesNotContain("version()", "EXISTS");
  }

  private static List<String> names(TakenRevision taken) {
    return taken.migrations().stream().map(Migration::name).toList();
  }

  private static TakenRevision taken(Transcript.Said... said) {
    return TakenRevision.of(REVISION, transcript(said), Optional.empty(), Optional.empty());
  }

  private static Transcript transcript(Transcript.Said... said) {
    return new Transcript("a1", Arrays.asList(said));
  }

  private static Transcript.Said said(String sql) {
    return new Transcript.Said(sql, false);
  }
}

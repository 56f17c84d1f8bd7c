package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.engine.Progress;
import lockstep.engine.migrate.prisma.Observation;
import lockstep.engine.migrate.prisma.Rehearsed;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.testing.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Migrations that are tried on a copy.
@Postgres
class RehearseMigrationsTest extends MigrationsFixture {
  @BeforeEach
  void begin(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (b int primary key);\ninsert into a values (1), (2);");
    apply(database.url());
  }

  @Test
  void eachGoesThereBackAndThereAgain(ShadowDatabase database) throws IOException {
    write("2_c", "alter table a add c text;", "alter table a drop c;");
    write("3_d", "create table d ();");
    var outcome = rehearse(database);
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.rehearsals()).hasSize(2);
    assertThat(outcome.rehearsals().getFirst().again()).isPresent();
    assertThat(outcome.rehearsals().getLast().back()).isEmpty();
    assertThat(rows(database))
        .extracting(it -> it.replaceAll("  ", " "))
        .containsExactly(
            "1_a 1 finished null null",
            "2_c 1 finished rolled null",
            "2_c 1 finished null null",
            "3_d 1 finished null null");
    assertThat(status(database.url()).isUpToDate()).isTrue();
  }

  @Test
  void whatAStatementLocksAndRewritesIsSeen(ShadowDatabase database) throws IOException {
    write(
        "2_c",
        """
        create table new (b int);
        alter table new add c int;
        set lock_timeout to '1s';
        create index i on a (b);
        insert into a values (3);
        alter table a alter b type bigint;
        """);
    var seen = rehearse(database).rehearsals().getFirst().up();
    assertThat(seen.statements())
        .extracting(it -> it.step().first())
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(locks(seen)).containsExactly("4 SHARE on a", "6 ACCESS EXCLUSIVE on a");
    assertThat(seen.statements())
        .extracting(Observation::rewritten)
        .containsExactly(List.of(), List.of(), List.of(), List.of(), List.of(), List.of("a"));
  }

  @Test
  void whatCanBeInNoTransactionIsWatchedFromOutside(ShadowDatabase database) throws IOException {
    write(
        "2_c",
        """
        create index concurrently i on a (slow(b));
        begin;
        lock table a in exclusive mode;
        commit;
        vacuum full a;
        """,
        "drop index concurrently i;");
    database
        .session()
        .execute(
            "create function slow(int) returns int immutable language sql"
                + " as 'select $1 from pg_sleep(0.2)'");
    var outcome = rehearse(database);
    assertThat(outcome.diagnostics()).isEmpty();
    var seen = outcome.rehearsals().getFirst().up();
    assertThat(locks(seen))
        .containsExactly(
            "1 SHARE UPDATE EXCLUSIVE on a", "3 EXCLUSIVE on a", "5 ACCESS EXCLUSIVE on a");
    assertThat(seen.statements().getLast().rewritten()).contains("a");
  }

  @Test
  void whatKeepsOthersWaitingIsSaid(ShadowDatabase database) throws IOException {
    write("2_c", "alter table a alter b type bigint;\nselect pg_sleep(0.3);");
    var outcome = rehearse(database, Duration.ofMillis(200), Optional.empty());
    assertThat(codes(outcome.diagnostics())).containsExactly("MIG061");
    assertThat(outcome.diagnostics().getFirst().fact())
        .startsWith("Nobody could read or write `a` for 0.")
        .endsWith("while it was rewritten.");
  }

  @Test
  void aValueOfAnEnumMayBeUsedInTheFileThatAddsIt(ShadowDatabase database) throws IOException {
    database.session().execute("create type mood as enum ('fair')");
    write("2_c", "alter type mood add value 'foul';\ncreate table m (n mood default 'foul');");
    var outcome = rehearse(database);
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.rehearsals().getFirst().up().statements()).hasSize(2);
  }

  @Test
  void whatFailsIsSaidWithItsLineAndEndsTheRehearsal(ShadowDatabase database) throws IOException {
    write("2_c", "alter table a add c int;\nalter table a add check (b > 1);");
    write("3_d", "create table d ();");
    var outcome = rehearse(database);
    assertThat(codes(outcome.diagnostics())).containsExactly("MIG060");
    assertThat(outcome.diagnostics().getFirst().fact()).contains("at statement 2", "23514");
    assertThat(outcome.rehearsals()).hasSize(1);
    assertThat(tables(database)).doesNotContain("d");
  }

  @Test
  void whatDoesNotLeadBackIsSaid(ShadowDatabase database) throws IOException {
    write("2_c", "alter table a add c int, add d int;", "alter table a drop c;");
    var outcome = rehearse(database);
    assertThat(codes(outcome.diagnostics())).containsExactly("MIG032");
    assertThat(outcome.diagnostics().getFirst().fact()).contains("public.a.d");
  }

  @Test
  void theDatabaseItselfIsNoCopy(ShadowDatabase database) throws IOException {
    write("2_c", "create table c ();");
    var outcome = rehearse(database, Duration.ofSeconds(1), Optional.of(database.url()));
    assertThat(codes(outcome.diagnostics())).containsExactly("MIG062");
    assertThat(tables(database)).doesNotContain("c");
  }

  private void write(String name, String script, String down) throws IOException {
    write(name, script);
    Files.writeString(folder.resolve(name).resolve("down.sql"), down);
  }

  private static List<String> locks(Rehearsed rehearsed) {
    return rehearsed.statements().stream()
        .flatMap(
            it ->
                it.locks().stream()
                    .map(
                        lock ->
                            "%d %s on %s"
                                .formatted(it.step().first(), lock.mode().sql(), lock.relation())))
        .toList();
  }

  private RehearseMigrations.Outcome rehearse(ShadowDatabase database) {
    return rehearse(database, Duration.ofSeconds(10), Optional.empty());
  }

  private RehearseMigrations.Outcome rehearse(
      ShadowDatabase database, Duration most, Optional<ConnectionUrl> original) {
    return RehearseMigrations.run(
        new RehearseMigrations.Request(
            folder,
            database.url(),
            original,
            limits(Duration.ofSeconds(3)),
            most,
            environment(),
            Progress.SILENT));
  }
}

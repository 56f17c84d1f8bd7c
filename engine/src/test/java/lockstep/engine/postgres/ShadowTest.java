package lockstep.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.testing.Postgres;
import org.junit.jupiter.api.Test;

@Postgres
class ShadowTest {
  /// What is made then is old; to let time pass instead would make everything old, what other tests
  /// use at this moment as well.
  private static final Clock EARLIER = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));

  @Test
  void databasesAreFreshAndApart(ShadowDatabase one, ShadowDatabase other) {
    assertThat(one.run("create table t (id int); insert into t values (1), (2)")).isEmpty();

    assertThat(one.session().query("select id from t", row -> row.integer(1)))
        .containsExactly(1, 2);
    assertThat(other.run("select * from t")).get().extracting(SqlError::state).isEqualTo("42P01");
  }

  @Test
  void theNamespaceOfAnExtensionIsThere(ShadowDatabase database) {
    var sql =
        "CREATE EXTENSION IF NOT EXISTS \"citext\" WITH SCHEMA \"my extensions\";"
            + " create table t (c \"my extensions\".citext)";

    assertThat(database.run(sql)).isEmpty();
    assertThat(database.run("create table s.t (id int)"))
        .get()
        .extracting(SqlError::state)
        .isEqualTo("3F000");
  }

  @Test
  void aFailedStatementIsPlaced(ShadowDatabase database) {
    var error = database.run("select 1;\n  select 'é😀', nonsense;");

    assertThat(error).isPresent();
    assertThat(error.get().state()).isEqualTo("42703");
    assertThat(error.get().offset().getAsInt()).isEqualTo(26);
  }

  @Test
  void aDatabaseIsGoneAfterwards(Shadow shadow, Session session) {
    String name;
    try (var database = shadow.create()) {
      name = database.url().database();
      assertThat(database.run("select 1")).isEmpty();
    }
    var found =
        session.query(
            "select datname from pg_database where datname = '" + name + "'", row -> row.text(1));
    assertThat(found).isEmpty();
  }

  @Test
  void aServerOfTheUsersIsUsedAsItIs(ShadowDatabase somewhere) {
    try (var shadow = Shadow.open(new ShadowSettings.Server(superuser(somewhere)));
        var database = shadow.create()) {
      assertThat(database.run("create table t (id int)")).isEmpty();
      assertThat(database.url().user()).isEqualTo("postgres");
    }
  }

  @Test
  void aUserWhoMayNotCreateDatabasesIsTold(ShadowDatabase database) {
    try (var shadow = Shadow.open(new ShadowSettings.Server(database.url()))) {
      assertThatThrownBy(shadow::create)
          .isInstanceOfSatisfying(
              EnvironmentException.class,
              it -> assertThat(it.code()).isEqualTo(PostgresCode.NOT_PERMITTED));
    }
  }

  @Test
  void onlyWhatIsOldAndOursAndUnusedIsCleanedUp(ShadowDatabase somewhere) {
    var server = new ShadowSettings.Server(superuser(somewhere));
    var ofAnother = "lockstep_shadow_notes";
    try (var first = Shadow.open(server, EARLIER);
        var used = first.create();
        var admin = Session.open(superuser(somewhere))) {
      var old = abandonedDatabase(server, EARLIER);
      var young = abandonedDatabase(server, Clock.systemUTC());
      admin.execute("create database " + ofAnother);
      Shadow.open(server).close();

      assertThat(databases(admin))
          .contains(used.url().database(), young, ofAnother)
          .doesNotContain(old);
      admin.execute("drop database " + young);
      admin.execute("drop database " + ofAnother);
    }
  }

  @Test
  void whatIsMadeByWayOfAnotherDatabaseIsSeenToBeUsed(
      ShadowDatabase somewhere, ShadowDatabase elsewhere) {
    var server = new ShadowSettings.Server(superuser(somewhere));
    try (var one = Shadow.open(server, EARLIER);
        var used = one.create();
        var admin = Session.open(superuser(somewhere))) {
      var other = superuser(elsewhere).withDatabase(elsewhere.url().database());
      Shadow.open(new ShadowSettings.Server(other)).close();

      assertThat(databases(admin)).contains(used.url().database());
    }
  }

  @Test
  void aServerOfTheUsersIsAskedForEnglish(ShadowDatabase somewhere) {
    var url = superuser(somewhere);
    try (var admin = Session.open(url);
        var shadow = Shadow.open(new ShadowSettings.Server(url));
        var database = shadow.create()) {
      admin.execute("alter database " + database.url().database() + " set lc_messages to 'POSIX'");
      try (var session = Session.open(database.url())) {
        assertThat(session.query("show lc_messages", it -> it.text(1))).containsExactly("POSIX");
        session.reset();
        assertThat(session.query("show lc_messages", it -> it.text(1))).containsExactly("C");
      }
    }
  }

  @Test
  void aDatabaseThatCannotBeMadeForAnotherReasonIsSaid(ShadowDatabase somewhere) {
    var url = readOnly(superuser(somewhere));
    try (var shadow = Shadow.open(new ShadowSettings.Server(url))) {
      assertThatThrownBy(shadow::create)
          .isInstanceOfSatisfying(
              EnvironmentException.class,
              it -> assertThat(it.code()).isEqualTo(PostgresCode.SHADOW_NOT_CREATED));
    }
  }

  private static ConnectionUrl readOnly(ConnectionUrl url) {
    var session = url.session();
    return new ConnectionUrl(
        url.endpoints(),
        url.login(),
        url.database(),
        url.namespace(),
        url.tls(),
        new SessionSettings(
            session.applicationName(),
            Optional.of("-c default_transaction_read_only=on"),
            session.target(),
            session.connectTimeout()));
  }

  @Test
  void extensionsAreMadeOnTheWay(ShadowDatabase database) {
    var sql =
        """
        create schema "Extra";
        create extension if not exists "uuid-ossp" with schema "Extra";
        create extension pageinspect;
        create table t (id uuid default "Extra".uuid_generate_v4());
        insert into t default values""";

    assertThat(database.run(sql)).isEmpty();
    assertThat(database.session().query("select id from t", row -> row.text(1))).hasSize(1);
    assertThat(database.run("create extension citext; select nonsense").get().offset())
        .hasValue(32);
  }

  /// Its lock is gone with the sessions, and the database is still there.
  private static String abandonedDatabase(ShadowSettings server, Clock clock) {
    var shadow = Shadow.open(server, clock);
    var database = shadow.create();
    database.session().close();
    shadow.close();
    return database.url().database();
  }

  private static List<String> databases(Session session) {
    return session.query("select datname from pg_database", row -> row.text(1));
  }

  private static ConnectionUrl superuser(ShadowDatabase database) {
    return database.url().withUser("postgres", Optional.empty()).withDatabase("postgres");
  }

  @Test
  void pgvectorIsThereWhenAStatementWantsIt(ShadowDatabase database) {
    var major = database.session().serverVersion() / 10_000;
    assumeTrue(major == 16 || major == 18, "pgvector is known for 16 and 18");
    var sql = "create table a (id int); create extension if not exists vector";

    assertThat(database.session().tryExecute(sql)).isEmpty();
    assertThat(database.run("create index on a using hnsw ((array[id]::vector(1)) vector_l2_ops)"))
        .isEmpty();
  }
}

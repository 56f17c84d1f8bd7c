package lockstep.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lockstep.engine.EnvironmentException;
import lockstep.engine.testing.Postgres;
import lockstep.schema.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakenForGrantedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table t (vector varchar, cube int, primary key (vector))",
        "create table vector (id int); create index digest on vector (id)",
        "create table t (id int references public.vector (id), \"citext\" text)",
        "alter table t add column vector text; alter table t add constraint hstore check (a > 0)",
        "create table t (a text default 'vector(3)')",
        "create extension if not exists vector; create table t (v vector(3))",
        "CREATE EXTENSION \"uuid-ossp\"; create table t (id uuid default uuid_generate_v4())",
      })
  void namesAreNoUse(String sql) {
    assertThat(KnownExtension.takenForGranted(List.of(sql))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create table t (v vector(3)) | VECTOR",
        "create table t (vector vector) | VECTOR",
        "create table t (\"v\" public.vector(3)) | VECTOR",
        "create table t (v \"public\".\"halfvec\"(3)) | VECTOR",
        "create table t (v public.\"citext\"[]) | CITEXT",
        "create domain d as citext | CITEXT",
        "create table t (a text default 'x'::citext) | CITEXT",
        "create table t (id uuid default uuid_generate_v4()) | UUID_OSSP",
        "create table t (id uuid default extensions.uuid_generate_v4()) | UUID_OSSP",
        "create index i on t using gin (name gin_trgm_ops) | PG_TRGM",
        "create index i on t using gin (lower(name) public.gin_trgm_ops) | PG_TRGM",
      })
  void typesFunctionsAndOperatorClassesAre(String sql, KnownExtension extension) {
    assertThat(KnownExtension.takenForGranted(List.of(sql))).containsExactly(extension);
  }

  @Test
  @Postgres
  void whatIsCreatedIsKnown(ShadowDatabase database) {
    var extensions = new TakenForGranted(database);
    extensions.create(List.of("create table t (a citext)"));
    assertThat(database.run("create table t (a citext, b text)")).isEmpty();
    var index = "create index i on t using gin (b)";
    var error = database.run(index).orElseThrow();
    assertThat(extensions.createFor(error)).isTrue();
    assertThat(extensions.createFor(error)).isFalse();
    assertThat(extensions.created())
        .containsExactly(Identifier.of("citext"), Identifier.of("btree_gin"));
  }

  @Test
  @Postgres
  void whatIsLackingIsSaidOnlyWhereItIsMissed(ShadowDatabase database) {
    var sql = "create table t (place geometry)";
    var extensions = new TakenForGranted(database);
    extensions.create(List.of(sql));
    assertThat(extensions.created()).isEmpty();
    assertThat(extensions.lacking(database.run(sql).orElseThrow()))
        .hasValueSatisfying(it -> assertThat(it.code()).isEqualTo(PostgresCode.EXTENSION_MISSING));
    assertThat(extensions.lacking(database.run("select x").orElseThrow())).isEmpty();
  }

  @Test
  @Postgres
  void aConnectionThatBreaksIsNoMissingExtension(ShadowDatabase database) {
    var session = database.session();
    database.asSuperuser("select pg_terminate_backend(" + session.serverProcess() + ")");
    assertThatThrownBy(
            () -> new TakenForGranted(database).create(List.of("create table t (a citext)")))
        .isInstanceOfSatisfying(
            EnvironmentException.class,
            it -> assertThat(it.code()).isEqualTo(PostgresCode.CONNECTION_LOST));
  }
}

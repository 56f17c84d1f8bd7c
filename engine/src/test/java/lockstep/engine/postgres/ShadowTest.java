package lockstep.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import lockstep.engine.testing.Postgres;
import org.junit.jupiter.api.Test;

@Postgres
class ShadowTest {
  @Test
  void databasesAreFreshAndApart(ShadowDatabase one, ShadowDatabase other) {
    assertThat(one.run("create table t (id int); insert into t values (1), (2)")).isEmpty();

    assertThat(one.session().query("select id from t", row -> row.integer(1)))
        .containsExactly(1, 2);
    assertThat(other.run("select * from t")).get().extracting(SqlError::state).isEqualTo("42P01");
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
}

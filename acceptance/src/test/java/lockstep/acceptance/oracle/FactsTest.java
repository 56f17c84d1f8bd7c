package lockstep.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The catalog comparison itself: every kind of change is seen, and equal databases are equal.
class FactsTest {
  private static final String BASE =
      """
      CREATE TYPE role AS ENUM ('a', 'b');
      CREATE TABLE person (id serial PRIMARY KEY, name text NOT NULL DEFAULT 'x', role role);
      CREATE INDEX person_name ON person (name);
      CREATE TABLE pet (id int PRIMARY KEY, owner int,
        CONSTRAINT pet_owner FOREIGN KEY (owner) REFERENCES person (id) ON DELETE CASCADE);
      """;

  static Stream<String> changes() {
    return Stream.of(
        "ALTER TABLE person ALTER name TYPE varchar(9)",
        "ALTER TABLE person ALTER name DROP NOT NULL",
        "ALTER TABLE person ALTER name SET DEFAULT 'y'",
        "ALTER TABLE person ALTER id DROP DEFAULT",
        "ALTER TABLE person DROP name, ADD name text NOT NULL DEFAULT 'x'; CREATE INDEX person_name ON person (name)",
        "ALTER TABLE person ADD extra int",
        "ALTER TABLE person ADD CHECK (name <> '')",
        "ALTER TABLE person RENAME CONSTRAINT person_pkey TO other",
        "ALTER TABLE pet DROP CONSTRAINT pet_owner, ADD CONSTRAINT pet_owner FOREIGN KEY (owner) REFERENCES person (id)",
        "ALTER TABLE pet ALTER CONSTRAINT pet_owner DEFERRABLE",
        "DROP INDEX person_name; CREATE INDEX person_name ON person (name DESC)",
        "DROP INDEX person_name; CREATE INDEX person_name ON person (name) WHERE id > 0",
        "DROP INDEX person_name; CREATE UNIQUE INDEX person_name ON person (name)",
        "ALTER TYPE role ADD VALUE 'c'",
        "ALTER SEQUENCE person_id_seq INCREMENT 2",
        "ALTER SEQUENCE person_id_seq OWNED BY NONE",
        "CREATE SCHEMA other",
        "CREATE VIEW v AS SELECT 1 AS x",
        "CREATE DOMAIN d AS int CHECK (value > 0)",
        "COMMENT ON COLUMN person.name IS 'x'",
        "COMMENT ON TYPE role IS 'x'",
        "ALTER TABLE person ENABLE ROW LEVEL SECURITY",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
  }

  @ParameterizedTest
  @MethodSource("changes")
  void seesEachChange(String change) {
    try (var from = ScratchServer.instance().scratch();
        var to = ScratchServer.instance().scratch()) {
      assertThat(from.run(BASE)).isEmpty();
      assertThat(to.run(BASE)).isEmpty();
      assertThat(from.catalog().differencesTo(to.catalog())).isEmpty();
      assertThat(to.run(change)).isEmpty();
      assertThat(from.catalog().own().differencesTo(to.catalog().own())).isNotEmpty();
    }
  }
}

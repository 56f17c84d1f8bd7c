package lockstep.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeSpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int                            | integer
          INT4                           | integer
          float(24)                      | real
          float(25)                      | double precision
          Double  Precision              | double precision
          decimal(5)                     | numeric(5,0)
          numeric( 10 , 2 )              | numeric(10,2)
          char                           | character(1)
          bit                            | bit(1)
          varchar(32)                    | character varying(32)
          character varying (32)         | character varying(32)
          bit varying(3)                 | bit varying(3)
          timestamptz(6)                 | timestamp(6) with time zone
          timestamp                      | timestamp without time zone
          time (3) with time zone        | timetz(3)
          text[]                         | text []
          pg_catalog.int8[3][]           | bigint[][]
          "extensions".vector(3)         | vector(3)
          public.citext                  | citext
          """)
  void twoSpellingsOfOneTypeAreOneValue(String first, String second) {
    var type = TypeSpelling.parse(first);
    assertThat(type).isNotInstanceOf(ColumnType.Opaque.class).isEqualTo(TypeSpelling.parse(second));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"char\"",
        "\"Mood\"",
        "mood",
        "app.integer",
        "geometry(Point,4326)",
        "text(3)",
        "integer with time zone",
        "interval day to second(3)",
        "text[",
        ""
      })
  void whatIsNotKnownByNameIsKeptAsItIs(String text) {
    assertThat(TypeSpelling.parse(text)).isEqualTo(new ColumnType.Opaque(text));
  }

  @ParameterizedTest
  @EnumSource(ScalarType.class)
  void everyTypeIsReadFromItsOwnName(ScalarType type) {
    assertThat(TypeSpelling.parse(type.sql())).isEqualTo(ColumnType.of(type));
  }
}

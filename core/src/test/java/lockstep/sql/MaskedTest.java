package lockstep.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTest {
  @Test
  void optionsThatAreSecretsByTheirNamesHaveNoValue() {
    assertThat(Masked.of("OPTIONS (host 'a', password 'it''s', \"apiKey\" 'x', port '1')"))
        .isEqualTo("OPTIONS (host 'a', password '…', \"apiKey\" '…', port '1')");
  }

  @Test
  void aSecretWithABackslashIsHidden() {
    assertThat(Masked.of("OPTIONS (SET password E'ge\\\\he\\'im''s', port '1')"))
        .isEqualTo("OPTIONS (SET password '…', port '1')");
    assertThat(Masked.firstLine("ALTER SERVER s OPTIONS (SET password 'a\nb')\n;"))
        .isEqualTo("ALTER SERVER s OPTIONS (SET password '…')");
  }

  @Test
  void otherTextStays() {
    var sql = "CREATE TABLE t (a text DEFAULT 'password', b text DEFAULT 'x')";
    assertThat(Masked.of(sql)).isEqualTo(sql);
  }
}

package lockstep.sql;

import static org.assertj.core.api.Assertions.assertThat;

import lockstep.schema.Identifier;
import org.junit.jupiter.api.Test;

class QuoteTest {
  @Test
  void aQuoteInsideANameOrTextIsDoubled() {
    assertThat(Quote.name(Identifier.of("a\"; DROP TABLE b; --")))
        .isEqualTo("\"a\"\"; DROP TABLE b; --\"");
    assertThat(Quote.literal("it's \\")).isEqualTo("'it''s \\'");
  }

  @Test
  void aWordIsQuotedOnlyWhereItMustBe() {
    assertThat(Quote.word(Identifier.of("gin_trgm_ops"))).isEqualTo("gin_trgm_ops");
    assertThat(Quote.word(Identifier.of("My_ops"))).isEqualTo("\"My_ops\"");
  }

  @Test
  void anElementOfAnArrayKeepsQuotesAndBackslashes() {
    assertThat(Quote.element("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    assertThat(Quote.element("")).isEqualTo("\"\"");
  }
}

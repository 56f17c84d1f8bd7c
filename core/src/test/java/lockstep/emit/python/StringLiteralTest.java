package lockstep.emit.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StringLiteralTest {
  @Test
  void quotesAreDoubleUnlessThatNeedsMoreEscapes() {
    assertThat(StringLiteral.of("it's")).isEqualTo("\"it's\"");
    assertThat(StringLiteral.of("\"x\" DESC")).isEqualTo("'\"x\" DESC'");
    assertThat(StringLiteral.of("\"it's\" 'x'")).isEqualTo("\"\\\"it's\\\" 'x'\"");
  }

  @Test
  void whatCannotBeSeenIsEscaped() {
    assertThat(StringLiteral.of("a\nb\t\\\u0001\u200b\u00a0"))
        .isEqualTo("\"a\\nb\\t\\\\\\x01\\u200b\\xa0\"");
  }

  @Test
  void whatLooksLikeSomethingElseIsEscaped() {
    assertThat(StringLiteral.of("a \u2013 b")).isEqualTo("\"a \\u2013 b\"");
    assertThat(StringLiteral.of("\u041f\u0440\u0438\u0432\u0435\u0442"))
        .isEqualTo("\"\u041f\u0440\u0438\u0432\u0435\u0442\"");
    assertThat(StringLiteral.of("p\u0430ypal")).isEqualTo("\"p\\u0430ypal\"");
  }

  @Test
  void piecesFitAndMakeTheWhole() {
    var text = "one two three ".repeat(12) + "x".repeat(90);
    var pieces = StringLiteral.pieces(text, 20, 40);
    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(StringLiteral.of(pieces.getFirst())).hasSizeLessThanOrEqualTo(20);
    assertThat(pieces)
        .allSatisfy(it -> assertThat(StringLiteral.of(it)).hasSizeLessThanOrEqualTo(40));
  }
}

package lockstep.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import lockstep.text.Span;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {
  @Test
  void eachValueAndEachNameHasItsPlace() throws MalformedJsonException {
    var document = JsonDocument.read("[ {\"a\" : 1},\n{\"a\":1, \"b\":{ }} ]");
    var rows = document.root().items();
    assertThat(document.span(document.root())).isEqualTo(new Span(0, 31));
    assertThat(document.span(rows.getFirst())).isEqualTo(new Span(2, 11));
    assertThat(document.span(rows.getFirst().get("a").orElseThrow())).isEqualTo(new Span(9, 10));
    assertThat(document.nameOf(rows.getFirst().get("a").orElseThrow())).isEqualTo(new Span(3, 6));
    assertThat(document.nameOf(rows.getLast().get("a").orElseThrow())).isEqualTo(new Span(14, 17));
    assertThat(document.span(rows.getLast().get("b").orElseThrow())).isEqualTo(new Span(25, 28));
  }

  @Test
  void aMemberThatIsThereTwiceIsMalformed() {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> JsonDocument.read("{\"a\": 1, \"a\": 1}"))
        .satisfies(it -> assertThat(it.offset()).isEqualTo(9));
  }
}

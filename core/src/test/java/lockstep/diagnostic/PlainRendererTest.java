package lockstep.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import lockstep.text.SourceText;
import lockstep.text.Span;
import org.junit.jupiter.api.Test;

class PlainRendererTest {
  private enum Sample implements Code {
    ONE;

    @Override
    public String id() {
      return "SMP001";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }
  }

  @Test
  void aPlaceIsShownWithItsLine() {
    var source = SourceText.of("a.prisma", "model A {\n  id Strin\n}\n");
    var diagnostic =
        Diagnostic.of(Sample.ONE, Place.of(source, new Span(15, 20)), "Type `Strin` is unknown.")
            .withAdvice("Did you mean `String`?");
    assertThat(PlainRenderer.render(diagnostic))
        .isEqualTo(
            """
            error[SMP001]: Type `Strin` is unknown.
              --> a.prisma:2:6
               |
             2 |   id Strin
               |      ^^^^^
               = Did you mean `String`?
            """);
  }

  @Test
  void aPlaceAtTheEndOfTheTextIsOneMark() {
    var source = SourceText.of("a", "x");
    var diagnostic = Diagnostic.of(Sample.ONE, Place.of(source, new Span(1, 1)), "More.");
    assertThat(PlainRenderer.render(diagnostic)).endsWith(" 1 | x\n   |  ^\n");
  }

  @Test
  void aLongLineIsShownAroundThePlace() {
    var source = SourceText.of("a", "x".repeat(1000) + "HERE" + "y".repeat(1000));
    var diagnostic = Diagnostic.of(Sample.ONE, Place.of(source, new Span(1000, 1004)), "Here.");
    var lines = PlainRenderer.render(diagnostic).lines().toList();
    assertThat(lines.get(3)).isEqualTo(" 1 | …" + "x".repeat(60) + "HERE" + "y".repeat(96) + "…");
    assertThat(lines.get(4)).isEqualTo("   | " + " ".repeat(61) + "^^^^");
  }

  @Test
  void ofALongPlaceTheBeginningIsShown() {
    var source = SourceText.of("a", "x".repeat(1000));
    var diagnostic = Diagnostic.of(Sample.ONE, Place.of(source, new Span(0, 1000)), "All.");
    var lines = PlainRenderer.render(diagnostic).lines().toList();
    assertThat(lines.get(3)).isEqualTo(" 1 | " + "x".repeat(160) + "…");
    assertThat(lines.get(4)).isEqualTo("   | " + "^".repeat(160));
  }
}

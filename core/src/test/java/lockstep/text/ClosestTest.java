package lockstep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosestTest {
  private static final List<String> KNOWN = List.of("String", "Int", "BigInt", "DateTime", "check");

  @Test
  void aLetterMissingWrongSurplusOrSwapped() {
    assertThat(Closest.to("Strin", KNOWN)).contains("String");
    assertThat(Closest.to("Strinh", KNOWN)).contains("String");
    assertThat(Closest.to("Stringg", KNOWN)).contains("String");
    assertThat(Closest.to("Stirng", KNOWN)).contains("String");
    assertThat(Closest.to("chekc", KNOWN)).contains("check");
  }

  @Test
  void caseDoesNotCount() {
    assertThat(Closest.to("datetime", KNOWN)).contains("DateTime");
  }

  @Test
  void theNearestWins() {
    assertThat(Closest.to("bigInt", KNOWN)).contains("BigInt");
    assertThat(Closest.to("Intt", KNOWN)).contains("Int");
  }

  @Test
  void nothingIsBetterThanSomethingFar() {
    assertThat(Closest.to("Polygon", KNOWN)).isEmpty();
    assertThat(Closest.to("", KNOWN)).isEmpty();
    assertThat(Closest.to("x", List.of())).isEmpty();
  }
}

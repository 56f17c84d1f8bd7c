package lockstep.emit.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import lockstep.schema.QualifiedName;
import org.junit.jupiter.api.Test;

class CirclesTest {
  @Test
  void whatMakesNoCircleStays() {
    assertThat(Circles.cut(List.of(required("a", "b"), optional("b", "c"), required("a", "a"))))
        .isEmpty();
  }

  @Test
  void anOptionalReferenceWaitsForARequiredOne() {
    assertThat(Circles.cut(List.of(required("a", "b"), optional("b", "a"))))
        .containsExactly("b to a");
    assertThat(Circles.cut(List.of(optional("a", "b"), required("b", "a"))))
        .containsExactly("a to b");
  }

  @Test
  void oneOfThreeInACircleIsEnough() {
    assertThat(Circles.cut(List.of(optional("a", "b"), optional("b", "c"), optional("c", "a"))))
        .hasSize(1);
  }

  @Test
  void aLongCircleNeedsNoDeepStack() {
    var edges =
        IntStream.range(0, 5_000)
            .mapToObj(it -> optional("t" + it, "t" + (it + 1) % 5_000))
            .toList();
    assertThat(Circles.cut(edges)).hasSize(1);
  }

  private static Circles.Edge<String> required(String from, String to) {
    return new Circles.Edge<>(name(from), name(to), false, from + " to " + to);
  }

  private static Circles.Edge<String> optional(String from, String to) {
    return new Circles.Edge<>(name(from), name(to), true, from + " to " + to);
  }

  private static QualifiedName name(String table) {
    return QualifiedName.of("public", table);
  }
}

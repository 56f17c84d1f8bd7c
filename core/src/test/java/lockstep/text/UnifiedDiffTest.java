package lockstep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  @Test
  void equalTextsHaveNoDifference() {
    assertThat(UnifiedDiff.of("a", "x\n", "b", "x\n")).isEmpty();
  }

  @Test
  void changesNearEachOtherShareAHunk() {
    var from = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n";
    var to = "1\n2\nthree\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n";
    assertThat(UnifiedDiff.of("a/f", from, "b/f", to))
        .isEqualTo(
            """
            --- a/f
            +++ b/f
            @@ -1,6 +1,6 @@
             1
             2
            -3
            +three
             4
             5
             6
            @@ -14,3 +14,4 @@
             14
             15
             16
            +17
            """);
  }

  @Test
  void aMissingLastLineEndIsADifference() {
    assertThat(UnifiedDiff.of("a", "x", "b", "x\n"))
        .isEqualTo(
            """
            --- a
            +++ b
            @@ -1 +1 @@
            -x
            \\ No newline at end of file
            +x
            """);
  }

  @Test
  void aFileFromNothing() {
    assertThat(UnifiedDiff.of("/dev/null", "", "b", "x\ny\n"))
        .isEqualTo("--- /dev/null\n+++ b\n@@ -0,0 +1,2 @@\n+x\n+y\n");
  }

  @Test
  void editsTurnTheFirstTextIntoTheSecond() {
    var random = new Random(7);
    for (var round = 0; round < 500; round++) {
      var from = random.ints(random.nextInt(30), 0, 6).mapToObj(Integer::toString).toList();
      var to = random.ints(random.nextInt(30), 0, 6).mapToObj(Integer::toString).toList();
      var applied = new ArrayList<String>();
      var at = 0;
      for (var edit : LineEdit.script(from, to)) {
        applied.addAll(from.subList(at, edit.fromStart()));
        applied.addAll(to.subList(edit.toStart(), edit.toEnd()));
        at = edit.fromEnd();
      }
      applied.addAll(from.subList(at, from.size()));
      assertThat(applied).isEqualTo(to);
    }
  }

  @Test
  void textsWithNothingInCommonAreOneEditAndTakeNoTime() {
    var from = numbers(0, 20_000);
    var to = numbers(20_000, 40_000);
    assertThat(UnifiedDiff.of("a", from, "b", to).lines().count()).isEqualTo(40_003);
  }

  private static String numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(it -> it + "\n").collect(Collectors.joining());
  }
}

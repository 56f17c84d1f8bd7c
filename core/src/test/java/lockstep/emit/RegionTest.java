package lockstep.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionTest {
  private static final String WANTED =
      "# Page\n\n" + Region.BEGIN + "\nnew\n" + Region.END + "\n\nbegun\n";

  @Test
  void onlyThePartBetweenTheMarksIsReplaced() {
    var present = "mine\n<!-- lockstep:begin -->\nold\n<!-- lockstep:end -->\nmine too";
    assertThat(Region.replaced(present, WANTED))
        .contains("mine\n" + Region.BEGIN + "\nnew\n" + Region.END + "\nmine too");
  }

  @Test
  void linesEndAsTheyDoInTheFile() {
    var present = "mine\r\n" + Region.BEGIN + "\r\nold\r\n" + Region.END + "\r\n";
    var once = Region.replaced(present, WANTED);
    assertThat(once).contains("mine\r\n" + Region.BEGIN + "\r\nnew\r\n" + Region.END + "\r\n");
    assertThat(Region.replaced(once.orElseThrow(), WANTED)).isEqualTo(once);
  }

  @Test
  void aFileWithoutBothMarksInTheirOrderHasNoSuchPart() {
    assertThat(Region.of("# Mine\n")).isEmpty();
    assertThat(Region.of(Region.BEGIN + "\n")).isEmpty();
    assertThat(Region.of(Region.END + "\n" + Region.BEGIN + "\n")).isEmpty();
    assertThat(Region.of(WANTED + WANTED)).isEmpty();
    assertThat(Region.of("Say `" + Region.BEGIN + "` and `" + Region.END + "`.")).isEmpty();
    assertThat(Region.replaced("# Mine\n", WANTED)).isEmpty();
  }
}

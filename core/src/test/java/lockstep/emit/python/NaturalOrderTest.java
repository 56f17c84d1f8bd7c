package lockstep.emit.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void constantsThenClassesThenTheRest() {
    assertThat(sorted("relationship", "Mapped", "JSON", "mapped_column", "DeclarativeBase"))
        .containsExactly("JSON", "DeclarativeBase", "Mapped", "mapped_column", "relationship");
  }

  @Test
  void numbersCountAsNumbers() {
    assertThat(sorted("Item10", "Item9", "Item02")).containsExactly("Item02", "Item9", "Item10");
  }

  private static List<String> sorted(String... names) {
    var sorted = new ArrayList<>(List.of(names));
    sorted.sort(NaturalOrder.MEMBERS);
    return sorted;
  }
}

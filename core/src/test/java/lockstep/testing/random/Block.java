package lockstep.testing.random;

import java.util.ArrayList;
import java.util.List;

/// A block while it is made.
final class Block {
  private final List<String> documentation = new ArrayList<>();
  private final String head;
  private final List<String> lines = new ArrayList<>();

  /// @param head as in `model User`
  Block(String head) {
    this.head = head;
  }

  void document(String line) {
    documentation.add("/// " + line);
  }

  void line(String line) {
    lines.add("  " + line);
  }

  List<String> lines() {
    var all = new ArrayList<>(documentation);
    all.add(head + " {");
    all.addAll(lines);
    all.add("}");
    return List.copyOf(all);
  }
}

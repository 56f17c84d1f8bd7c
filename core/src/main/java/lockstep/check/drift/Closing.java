package lockstep.check.drift;

import java.util.List;
import java.util.function.Supplier;

/// The statements that would end a difference, one side at a time, found when they are asked for.
/// Either may be empty: the order of columns is nothing that a statement mends. Equal to itself
/// only: to compare the statements would be to find them.
public final class Closing {
  static final Closing NONE = new Closing(List::of, List::of);

  private final Supplier<List<String>> from;
  private final Supplier<List<String>> to;

  Closing(Supplier<List<String>> from, Supplier<List<String>> to) {
    this.from = from;
    this.to = to;
  }

  /// Returns what makes the first side like the second.
  public List<String> from() {
    return from.get();
  }

  /// Returns what makes the second side like the first.
  public List<String> to() {
    return to.get();
  }
}

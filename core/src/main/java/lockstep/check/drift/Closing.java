package lockstep.check.drift;

import java.util.List;

/// The statements that would end a difference, one side at a time. Either may be empty: the order
/// of columns is nothing that a statement mends.
///
/// @param from what makes the first side like the second
/// @param to what makes the second side like the first
public record Closing(List<String> from, List<String> to) {
  static final Closing NONE = new Closing(List.of(), List.of());

  public Closing {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}

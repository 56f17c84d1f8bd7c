package lockstep.engine;

/// A text that must not be seen: its `toString` is three stars, wherever it ends up.
///
/// @param reveal the text itself, for the one call that needs it
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}

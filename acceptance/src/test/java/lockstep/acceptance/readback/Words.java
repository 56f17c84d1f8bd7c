package lockstep.acceptance.readback;

/// A text without its line breaks.
final class Words {
  private Words() {}

  static String of(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}

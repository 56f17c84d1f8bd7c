package lockstep.cli;

/// Numbers with their nouns.
public final class Count {
  private Count() {}

  /// Returns `1 file` or `2 files`.
  public static String of(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}

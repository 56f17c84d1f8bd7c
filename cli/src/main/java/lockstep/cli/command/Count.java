package lockstep.cli.command;

/// Numbers with their nouns.
final class Count {
  private Count() {}

  /// Returns `1 file` or `2 files`.
  static String of(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}

package lockstep.engine;

/// A word of a command as a shell reads it (POSIX.1-2017, 2.2 Quoting).
public final class ShellWord {
  private ShellWord() {}

  /// Returns the word, in quotes where it needs them.
  public static String of(String word) {
    return word.matches("[\\w./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}

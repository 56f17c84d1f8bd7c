package lockstep.cli;

/// The few ways in which a terminal shows text (ECMA-48, select graphic rendition).
public enum Ansi {
  BOLD("1"),
  DIM("2"),
  RED("1;31"),
  GREEN("32"),
  YELLOW("1;33"),
  BLUE("34"),
  CYAN("36");

  private final String code;

  Ansi(String code) {
    this.code = code;
  }

  /// Returns the text as this shows it; an empty one stays empty.
  public String paint(String text) {
    return text.isEmpty() ? text : "\033[" + code + "m" + text + "\033[0m";
  }
}

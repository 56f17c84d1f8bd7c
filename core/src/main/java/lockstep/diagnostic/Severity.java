package lockstep.diagnostic;

/// How much a diagnostic matters. Only errors make a schema invalid.
public enum Severity {
  ERROR("error"),
  WARNING("warning"),
  NOTE("note");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /// Returns the word that people, JSON and SARIF read.
  public String word() {
    return word;
  }
}

package lockstep.check.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Severity;

/// How much a project minds a hazard.
public enum Level {
  OFF("off"),
  NOTE("note"),
  WARNING("warning"),
  ERROR("error");

  public static final List<String> WORDS = Arrays.stream(values()).map(it -> it.word).toList();

  private final String word;

  Level(String word) {
    this.word = word;
  }

  /// @param word one of [#WORDS]
  public static Level of(String word) {
    return values()[WORDS.indexOf(word)];
  }

  /// Returns what a finding is shown as; empty where it is not shown.
  public Optional<Severity> severity() {
    return switch (this) {
      case OFF -> Optional.empty();
      case NOTE -> Optional.of(Severity.NOTE);
      case WARNING -> Optional.of(Severity.WARNING);
      case ERROR -> Optional.of(Severity.ERROR);
    };
  }
}

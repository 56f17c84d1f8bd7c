package lockstep.cli;

import java.util.Arrays;
import java.util.List;

/// How a command says what came out, where only people and programs read it.
public enum OutputFormat {
  TEXT("text"),
  JSON("json");

  public static final List<String> WORDS = Arrays.stream(values()).map(it -> it.word).toList();

  private final String word;

  OutputFormat(String word) {
    this.word = word;
  }

  /// Returns the format that an option names, which was declared with [#WORDS].
  public static OutputFormat of(Invocation invocation, String option) {
    return values()[WORDS.indexOf(invocation.choice(option))];
  }
}

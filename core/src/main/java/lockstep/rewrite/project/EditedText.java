package lockstep.rewrite.project;

import java.util.List;

/// What a text of a project becomes.
///
/// @param left lines of the text before that somebody has to look at
public record EditedText(String content, List<Left> left) {
  public EditedText {
    left = List.copyOf(left);
  }

  /// A line that stays as it is.
  ///
  /// @param line from 1
  /// @param reason why it may be about the client, in one sentence
  public record Left(int line, String reason) {}
}

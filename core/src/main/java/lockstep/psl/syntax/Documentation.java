package lockstep.psl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the text out of doc comments.
final class Documentation {
  private Documentation() {}

  /// Returns the lines of all doc comments above and beside a definition; empty where there are
  /// none.
  static Optional<String> of(
      Cursor text, Optional<CommentBlock> above, Optional<Comment> trailing) {
    if (above.isEmpty() && trailing.isEmpty()) {
      return Optional.empty();
    }
    var lines = new ArrayList<String>();
    if (above.isPresent()) {
      for (var comment : above.get().comments()) {
        add(comment, text, lines);
      }
    }
    if (trailing.isPresent()) {
      add(trailing.get(), text, lines);
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  private static void add(Comment comment, Cursor text, List<String> lines) {
    switch (comment.kind()) {
      case LINE -> {}
      case DOCUMENTATION -> lines.add(text.text(comment.span()).substring(3).strip());
      case BLOCK -> {
        var content = text.text(comment.span());
        lines.addAll(blockLines(content.substring(2, content.length() - 2)));
      }
    }
  }

  /// The lines between the first and the last that are not blank, without the customary stars.
  private static List<String> blockLines(String content) {
    var lines = new ArrayList<String>();
    content.lines().map(Documentation::withoutStar).forEach(lines::add);
    while (!lines.isEmpty() && lines.getFirst().isEmpty()) {
      lines.removeFirst();
    }
    while (!lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }

  private static String withoutStar(String line) {
    var stripped = line.strip();
    return stripped.startsWith("*") ? stripped.substring(1).strip() : stripped;
  }
}

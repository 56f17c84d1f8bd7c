package lockstep.psl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    var lines =
        Stream.concat(above.stream().flatMap(it -> it.comments().stream()), trailing.stream())
            .filter(it -> it.kind() != Comment.Kind.LINE)
            .flatMap(it -> lines(it, text.text(it.span())).stream())
            .toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  private static List<String> lines(Comment comment, String text) {
    return comment.kind() == Comment.Kind.DOCUMENTATION
        ? List.of(text.substring(3).strip())
        : blockLines(text.substring(2, text.length() - 2));
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

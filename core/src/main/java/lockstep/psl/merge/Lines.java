package lockstep.psl.merge;

import java.util.List;
import java.util.Optional;
import lockstep.psl.syntax.Comment;
import lockstep.psl.syntax.CommentBlock;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Nodes with the comments that belong to them.
final class Lines {
  private Lines() {}

  /// Returns the range of an item with the doc comments directly above it.
  static Span documented(List<?> items, int index, Span item) {
    return commentAbove(items, index)
        .filter(it -> it.comments().stream().allMatch(Lines::isDocumentation))
        .map(it -> it.span().to(item))
        .orElse(item);
  }

  private static Optional<CommentBlock> commentAbove(List<?> items, int index) {
    return index > 0 && items.get(index - 1) instanceof CommentBlock it
        ? Optional.of(it)
        : Optional.empty();
  }

  private static boolean isDocumentation(Comment it) {
    return switch (it.kind()) {
      case DOCUMENTATION -> true;
      case LINE, BLOCK -> false;
    };
  }

  /// Returns the whole lines of a range, with the last line break.
  static String text(SourceText source, Span span) {
    var edits = new Edits(source);
    var text =
        source.content().substring(edits.lineStart(span.start()), edits.afterLine(span.end()));
    return text.endsWith("\n") ? text : text + "\n";
  }
}

package lockstep.psl.formatting;

import lockstep.psl.syntax.Comment;
import lockstep.psl.syntax.CommentBlock;
import lockstep.text.SourceText;

/// Writes comments that stand on lines of their own.
final class CommentText {
  private final SourceText source;

  CommentText(SourceText source) {
    this.source = source;
  }

  void write(CommentBlock block, Table table) {
    for (var comment : block.comments()) {
      switch (comment.kind()) {
        case LINE, DOCUMENTATION -> table.line(source.text(comment.span()));
        case BLOCK -> block(content(block, comment), table);
      }
    }
  }

  /// Puts a star before each line of a block comment that is not blank.
  private static void block(String content, Table table) {
    table.line("/**");
    for (var line : content.split("\r?\n", -1)) {
      var trimmed = UnicodeSpace.trim(line);
      var text = trimmed.startsWith("*") ? UnicodeSpace.trim(trimmed.substring(1)) : trimmed;
      if (!text.isEmpty()) {
        table.line(" * " + text);
      }
    }
    table.line(" */");
  }

  /// Returns what is between `/*` and `*/`. Prisma cuts the first two bytes of the comment and of
  /// the white space before it; so for an indented comment below another one the `/*`, or its star,
  /// stays and becomes text.
  private String content(CommentBlock block, Comment comment) {
    var start = comment.span().start();
    while (start > block.span().start() && isIndentation(source.content().charAt(start - 1))) {
      start--;
    }
    var cut = Math.min(start + 2, comment.span().start() + 2);
    return source.content().substring(cut, comment.span().end() - 2);
  }

  private static boolean isIndentation(char c) {
    return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }
}

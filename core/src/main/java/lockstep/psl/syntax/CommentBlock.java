package lockstep.psl.syntax;

import java.util.List;
import lockstep.text.Span;

/// Comments on lines of their own, one below the other without a blank line.
///
/// @param span with the line break after the last one, if there is any
public record CommentBlock(List<Comment> comments, Span span)
    implements TopLevel, ModelItem, EnumItem, ConfigItem {
  public CommentBlock {
    comments = List.copyOf(comments);
  }
}

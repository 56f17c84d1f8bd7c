package lockstep.psl.syntax;

import lockstep.text.Span;

/// What stands inside a `model`, `view` or `type`.
public sealed interface ModelItem
    permits Field, BrokenField, BlockAttribute, CommentBlock, BlankLines, InvalidLine {
  Span span();
}

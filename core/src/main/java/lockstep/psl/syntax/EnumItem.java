package lockstep.psl.syntax;

import lockstep.text.Span;

/// What stands inside an `enum`.
public sealed interface EnumItem
    permits EnumValue, BlockAttribute, CommentBlock, BlankLines, InvalidLine {
  Span span();
}

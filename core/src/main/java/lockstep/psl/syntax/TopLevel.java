package lockstep.psl.syntax;

import lockstep.text.Span;

/// What a file is made of. Together the top-level nodes cover all of a file but white space.
public sealed interface TopLevel
    permits ModelDeclaration,
        EnumDeclaration,
        ConfigBlock,
        TypeAlias,
        UnknownBlock,
        CommentBlock,
        BlankLines,
        InvalidLine {
  Span span();
}

package lockstep.psl.syntax;

/// What stands inside an `enum`.
public sealed interface EnumItem extends BlockItem
    permits EnumValue, BlockAttribute, CommentBlock, BlankLines, InvalidLine {}

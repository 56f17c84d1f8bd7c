package lockstep.psl.syntax;

/// What stands inside a `model`, `view` or `type`.
public sealed interface ModelItem extends BlockItem
    permits Field, BrokenField, BlockAttribute, CommentBlock, BlankLines, InvalidLine {}

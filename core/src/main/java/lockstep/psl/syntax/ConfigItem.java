package lockstep.psl.syntax;

/// What stands inside a `datasource` or `generator`.
public sealed interface ConfigItem extends BlockItem
    permits Property, CommentBlock, BlankLines, InvalidLine {}

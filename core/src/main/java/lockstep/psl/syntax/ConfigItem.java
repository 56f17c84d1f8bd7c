package lockstep.psl.syntax;

import lockstep.text.Span;

/// What stands inside a `datasource` or `generator`.
public sealed interface ConfigItem permits Property, CommentBlock, BlankLines, InvalidLine {
  Span span();
}

package lockstep.psl.syntax;

import lockstep.text.Span;

/// White space and line breaks: one or more blank lines, or the line break after a block.
public record BlankLines(Span span) implements TopLevel, ModelItem, EnumItem, ConfigItem {}

package lockstep.psl.syntax;

import lockstep.text.Span;

/// A block without a keyword, or with one that is not known. It ends at the first closing brace.
///
/// @param word what stands before the opening brace
public record UnknownBlock(Name word, Span span) implements TopLevel {}

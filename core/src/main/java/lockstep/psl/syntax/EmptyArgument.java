package lockstep.psl.syntax;

import lockstep.text.Span;

/// A name with a colon and no value, as in `fields:`. The grammar allows it, no schema may have it.
///
/// @param span name and colon
public record EmptyArgument(Name name, Span span) implements ArgumentList.Item {}

package lockstep.psl.syntax;

import lockstep.text.Span;

/// `type Name = …`, which was an experiment of Prisma 2 and is an error today.
///
/// @param span without the line break, with the white space before it
public record TypeAlias(Name name, Span span) implements TopLevel {}

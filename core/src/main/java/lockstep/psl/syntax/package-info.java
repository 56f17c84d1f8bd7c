/// Text of the Prisma Schema Language to a tree, and nothing more.
///
/// [lockstep.psl.syntax.PslParser] is total: it returns a [lockstep.psl.syntax.SyntaxFile] for any
/// text, in linear time, and never throws. The tree covers the whole text: comments, blank lines
/// and lines that could not be understood are nodes like all others, so that a formatter loses
/// nothing. Nodes know their [lockstep.text.Span], not their text or their parent; the file knows
/// its [lockstep.text.SourceText].
///
/// What is accepted and where a block or a line ends follows the grammar of Prisma 7 to the letter
/// (a superset of 4 to 6), for a schema that Prisma rejects must be rejected here at the same
/// place. The grammar has no separate tokens: white space is free inside a line, a line break ends
/// every definition.
///
/// Deliberately absent: whether names resolve, attributes exist or types fit.
package lockstep.psl.syntax;

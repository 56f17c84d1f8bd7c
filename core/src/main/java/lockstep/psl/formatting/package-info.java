/// Formatting of Prisma schema files: the result of Prisma's own formatter, byte for byte.
///
/// What that formatter decides was read in its sources and measured against it (Prisma 7.10):
/// definitions of a block are aligned in columns until a blank line, attributes are put in order,
/// block attributes come last, a line that cannot be understood stays as it is. Widths are counted
/// in bytes of UTF-8. The one difference is deliberate: a comment behind the opening brace of a
/// block, which Prisma drops, is kept.
///
/// Layout works on the syntax tree alone, so broken files are formatted too. Fields and attributes
/// that relations lack are added before, where the analysis of names, types and attributes finds
/// nothing wrong.
package lockstep.psl.formatting;

/// From a canonical schema and a mapping to the text of a Prisma schema.
///
/// The text is what Prisma 7 accepts and what its formatter would leave alone. Names, types and
/// actions are written only where they differ from what Prisma would choose, so that reading the
/// text gives schema and mapping back. What the language has no word for is reported by name; it is
/// never left out in silence.
package lockstep.psl.printer;

/// The Prisma Schema Language: reading it, writing it, formatting it.
///
/// `syntax` turns any text into a tree, `analysis` gives the tree its meaning, `lowering` makes the
/// canonical schema and the mapping of it, `printer` goes the other way, and `merge` carries what
/// it prints into files that are there. The language is that of Prisma 4 to 7; the codes of all
/// that can be wrong with a schema stand in [lockstep.psl.PslCode].
package lockstep.psl;

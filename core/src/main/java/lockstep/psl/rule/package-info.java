/// What must hold of a schema as a whole: one file for each family of rules, each rule a method
/// named after what must hold.
///
/// Runs after all passes of [lockstep.psl.analysis], and only if they found no error, so that no
/// rule meets a name that does not resolve. The rules are those of Prisma 7 for PostgreSQL, and for
/// schemas without a datasource; they run in Prisma's order, because some of them speak only while
/// nothing was wrong before.
package lockstep.psl.rule;

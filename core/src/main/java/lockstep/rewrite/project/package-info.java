/// The files around the code of a project that leaves Prisma Client Python: requirements, lines of
/// commands, and the report of what was done.
///
/// Texts in, texts out. What is certain is edited; every other line that may be about the client is
/// named, and stays.
package lockstep.rewrite.project;

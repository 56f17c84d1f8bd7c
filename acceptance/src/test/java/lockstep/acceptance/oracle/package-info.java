/// Independent judges: Prisma's engine, Python with its checkers, PostgreSQL's catalogs.
///
/// Each is installed once, pinned, into the cache folder and runs as one long-lived process per
/// test run. Nothing here uses Lockstep's own code.
package lockstep.acceptance.oracle;

/// Independent judges: Prisma's engine, Python with its checkers, PostgreSQL's catalogs.
///
/// Each is installed once, pinned, into the cache folder and runs as one long-lived process per
/// test run. What a judge answers is not made by Lockstep's code, which only starts servers, talks
/// to them and reads JSON here.
package lockstep.acceptance.oracle;

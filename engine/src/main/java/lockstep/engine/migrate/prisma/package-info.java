/// The history that Prisma keeps in a database: the table `_prisma_migrations`, and what runs under
/// it.
///
/// Everything is written as Prisma 7 writes it, row by row, so that either tool can go on from
/// whatever state the other left. Nothing else is ever put into the user's schema.
package lockstep.engine.migrate.prisma;

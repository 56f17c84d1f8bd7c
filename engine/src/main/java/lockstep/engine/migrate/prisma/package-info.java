/// The history that Prisma keeps: folders of `migration.sql`, and the table `_prisma_migrations`.
///
/// Everything is written as Prisma 7 writes it, row by row, so that either tool can go on from
/// whatever state the other left. Nothing else is ever put into the user's schema.
package lockstep.engine.migrate.prisma;

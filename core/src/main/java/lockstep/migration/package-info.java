/// Values of a history of migrations: what lies on disk, what a database has recorded, and how the
/// two stand to each other.
///
/// Speaks Prisma's history (Prisma 7, `_prisma_migrations`). Touches neither files nor databases,
/// and knows which statements can be sent together, but not how they are.
package lockstep.migration;

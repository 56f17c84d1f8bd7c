/// Lockstep judged from outside: what it says about schemas against what Prisma, PostgreSQL,
/// SQLAlchemy, Alembic and the Python checkers say.
///
/// A *standing* test runs every case, writes what differs to `target/standing`, and holds the
/// number of cases that differ against `standing.properties`, where numbers only go down. Judges
/// are in `oracle`; nothing here is shipped, and no judge uses Lockstep's own code but to talk:
/// JSON and sessions of PostgreSQL.
package lockstep.acceptance;

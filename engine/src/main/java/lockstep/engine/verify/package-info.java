/// Trying whether converted queries mean what they meant.
///
/// Rows are made for a scratch database; each call runs there twice, converted and by Prisma Client
/// for JavaScript, each time in a transaction that is taken back. What comes of it is compared
/// here. Nothing here reads or changes anybody's own database.
package lockstep.engine.verify;

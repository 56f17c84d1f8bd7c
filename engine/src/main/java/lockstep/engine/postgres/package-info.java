/// PostgreSQL as seen from Lockstep: addresses, sessions, the embedded server and the shadow
/// database.
///
/// The only room, beside `engine.migrate`, that knows `java.sql`. It creates and drops only
/// databases whose name begins with [lockstep.engine.postgres.Shadow#PREFIX], and only the embedded
/// server's own roles. Nothing here reads the environment: folders, addresses and variables are
/// handed in.
package lockstep.engine.postgres;

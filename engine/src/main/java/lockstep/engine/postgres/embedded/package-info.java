/// A PostgreSQL of our own: real server binaries, fetched once, and one kept cluster for each user
/// and major version.
///
/// Everything lies below one folder, handed in: `postgres/VERSION-PLATFORM/` holds a server's
/// programs, `postgres/cluster-MAJOR/` its data, socket, locks and log. A server is started by the
/// first process that needs it, shared by those that come meanwhile, and stopped by the last one
/// that leaves. It listens on a Unix socket in a folder that only its user can enter, so it has no
/// password. It is tuned to be thrown away: nothing in it survives a power cut, and a cluster that
/// does not start is made anew.
package lockstep.engine.postgres.embedded;

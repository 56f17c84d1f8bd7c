/// The outer ring: everything that touches a server, a process, a file or the environment.
///
/// This package holds what all rooms of the ring share. What stands in the way from outside is said
/// by [lockstep.engine.EnvironmentException]; what is wrong in the user's input is a diagnostic and
/// is returned. The module has no descriptor: it runs on the class path, where the PostgreSQL
/// driver is an ordinary jar.
package lockstep.engine;

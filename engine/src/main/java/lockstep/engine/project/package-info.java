/// What the user set: configuration files, environment variables, options of the command line.
///
/// The only room that reads them; it makes a `Project` value, and whatever else is made from that
/// value sees no file of settings and no variable. Secrets are kept as [lockstep.engine.Secret], so
/// that no text of a value here shows one. Nothing here connects to a server or starts a process.
package lockstep.engine.project;

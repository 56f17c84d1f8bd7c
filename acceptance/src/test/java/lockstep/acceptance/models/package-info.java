/// What generated models do at run time, in real interpreters and against a real server.
///
/// The standing tests compare catalogs and ask checkers; here models are imported, rows written and
/// read, identifiers made.
package lockstep.acceptance.models;

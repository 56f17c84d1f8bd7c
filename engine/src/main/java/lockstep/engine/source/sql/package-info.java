/// SQL files as a source: run on a shadow database as they are, then read from its catalog.
///
/// What a statement means is PostgreSQL's business. Only its head is looked at here, to tell in
/// which line an object was made.
package lockstep.engine.source.sql;

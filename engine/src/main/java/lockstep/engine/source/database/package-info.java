/// A live database as a source: only read, in one read-only transaction.
package lockstep.engine.source.database;
